/// The privacy loss that a release may cause: a whole number of millionths, from 0.000001 to 100.
///
/// With epsilon *e*, adding or removing one contributor changes the probability of any outcome by a factor of at most
/// exp(*e*) (plus ``Delta``). Budgets are sums of many small parts, and a `Double` drifts; integers don't.
///
/// ```swift
/// let epsilon = try Epsilon("0.5")
/// epsilon.millionths            // 500_000
/// "epsilon \(epsilon) per installation and day"
/// ```
///
/// - Unit: millionths. Range: 1…100,000,000. Adjacency: add or remove one contributor of one window.
/// - Refused: 0, negative, NaN, infinite, above 100, finer than a millionth.
/// - Definition: Dwork, Roth 2014, "The Algorithmic Foundations of Differential Privacy", definition 2.4, page 17.
///
/// `description` is the number alone. Whoever shows it adds the contributor's unit, the window and delta.
public struct Epsilon: Hashable, Sendable {
    /// The number of millionths, 1…100,000,000.
    public let millionths: Int64

    /// The largest epsilon that is accepted; above it the guarantee says nothing useful.
    public static let largest = Epsilon(unchecked: 100_000_000)

    /// An epsilon of so many millionths.
    public init(millionths: Int64) throws(PrivacyError) {
        guard (1...Self.largest.millionths).contains(millionths) else {
            throw PrivacyError(
                .epsilonOutOfRange, "An epsilon of \(millionths) millionths is outside 1…100,000,000.", at: "epsilon",
                remedy: "Declare an epsilon from 0.000001 to 100.")
        }
        self.millionths = millionths
    }

    /// An epsilon from decimal text, such as `"0.5"` or `"1e-3"`, read exactly.
    public init(_ text: String) throws(PrivacyError) {
        let units: Int64
        do {
            units = try DecimalUnits.units(of: text, places: 6)
        } catch {
            throw Self.refusal(error)
        }
        try self.init(millionths: units)
    }

    /// An epsilon from a number; its shortest decimal form is what counts, so `0.1` is a tenth.
    public init(_ value: Double) throws(PrivacyError) {
        guard value.isFinite else {
            throw PrivacyError(
                .epsilonOutOfRange, "Epsilon is not finite.", at: "epsilon",
                remedy: "Declare an epsilon from 0.000001 to 100.")
        }
        try self.init("\(value)")
    }

    init(unchecked millionths: Int64) { self.millionths = millionths }

    private static func refusal(_ fault: DecimalUnits.Fault) -> PrivacyError {
        switch fault {
        case .notANumber:
            PrivacyError(
                .notANumber, "Epsilon is not a decimal number.", at: "epsilon",
                remedy: "Write it like 0.5.")
        case .negative:
            PrivacyError(
                .epsilonOutOfRange, "Epsilon is negative.", at: "epsilon",
                remedy: "Declare an epsilon from 0.000001 to 100.")
        case .tooLarge:
            PrivacyError(
                .epsilonOutOfRange, "Epsilon is above 100.", at: "epsilon",
                remedy: "Declare an epsilon from 0.000001 to 100.")
        case .tooFine:
            PrivacyError(
                .epsilonTooFine, "Epsilon is finer than a millionth.", at: "epsilon",
                remedy: "Round it down to six decimal places.")
        }
    }
}

extension Epsilon: Comparable {
    public static func < (left: Epsilon, right: Epsilon) -> Bool { left.millionths < right.millionths }
}

extension Epsilon: CustomStringConvertible {
    /// The number alone, such as `0.5`.
    public var description: String { DecimalUnits.text(of: millionths, places: 6) }
}

extension Epsilon {
    /// The nearest `Double`, for charts and tail bounds; never for budgets.
    public var approximation: Double { Double(millionths) / 1_000_000 }
}
