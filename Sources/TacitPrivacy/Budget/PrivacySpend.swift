/// An amount of privacy budget: a limit, what was spent, or what is left. Zero and sums above 100 are possible here.
///
/// ```swift
/// let limit = try PrivacySpend(epsilonMillionths: 1_000_000, deltaUnits: 10_000_000)
/// ```
///
/// - Unit: millionths of epsilon and 10⁻¹⁵ of delta. Range: 0…`Int64.max` each.
/// - Adjacency: add or remove one contributor of one window.
public struct PrivacySpend: Hashable, Sendable {
    /// Nothing.
    public static let zero = PrivacySpend(unchecked: 0, deltaUnits: 0)

    /// Millionths of epsilon.
    public let epsilonMillionths: Int64
    /// Units of 10⁻¹⁵ of delta.
    public let deltaUnits: Int64

    /// An amount, as it is stored; refuses negative numbers.
    public init(epsilonMillionths: Int64, deltaUnits: Int64) throws(PrivacyError) {
        guard epsilonMillionths >= 0, deltaUnits >= 0 else {
            throw PrivacyError(
                .budgetOverflow, "A negative amount of budget (\(epsilonMillionths), \(deltaUnits)).", at: "budget",
                remedy: "Amounts are only ever added; check where this one was stored.")
        }
        self.init(unchecked: epsilonMillionths, deltaUnits: deltaUnits)
    }

    /// As much as one epsilon and one delta.
    public init(_ epsilon: Epsilon, _ delta: Delta) {
        self.init(unchecked: epsilon.millionths, deltaUnits: delta.units)
    }

    init(unchecked epsilonMillionths: Int64, deltaUnits: Int64) {
        self.epsilonMillionths = epsilonMillionths
        self.deltaUnits = deltaUnits
    }

    /// The epsilon as a number alone, such as `0.5`.
    public var epsilonDescription: String { DecimalUnits.text(of: epsilonMillionths, places: 6) }
    /// The delta as a number alone, such as `0.00000001`.
    public var deltaDescription: String { DecimalUnits.text(of: deltaUnits, places: 15) }
}
