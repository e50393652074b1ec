/// The share of releases whose interval holds the true figure: above 0 and at most 0.999999.
///
/// ```swift
/// mechanism.interval(confidence: .percent95)
/// mechanism.interval(confidence: try Confidence(0.99))
/// ```
public struct Confidence: Hashable, Sendable {
    /// The probability, 0.95 for 95 %.
    public let probability: Double

    /// 95 %, what every shown figure carries.
    public static let percent95 = Confidence(unchecked: 0.95)

    /// A confidence from a probability above 0 and at most 0.999999.
    public init(_ probability: Double) throws(PrivacyError) {
        guard probability > 0, probability <= 0.999_999 else {
            throw PrivacyError(
                .confidenceOutOfRange, "A confidence of \(probability) is outside 0…0.999999.", at: "confidence",
                remedy: "Use 0.95.")
        }
        self.init(unchecked: probability)
    }

    init(unchecked probability: Double) { self.probability = probability }

    /// The probability with which an interval may miss.
    var miss: Double { 1 - probability }

    /// The confidence that each of `parts` intervals needs so that all hold together (Bonferroni's inequality).
    func split(among parts: Int) -> Confidence { Confidence(unchecked: 1 - miss / Double(parts)) }
}
