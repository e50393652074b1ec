/// The probability with which the bound of ``Epsilon`` may fail: a whole number of 10⁻¹⁵, below 1.
///
/// Tacit spends delta on one thing only: that a cell of an open dimension (a version, an error code) which exists
/// because of a single contributor is shown. See ``CellThreshold``.
///
/// ```swift
/// let delta = try Delta("1e-8")
/// delta.units                   // 10_000_000
/// ```
///
/// - Unit: 10⁻¹⁵. Range: 0…10¹⁵ − 1. Adjacency: add or remove one contributor of one window.
/// - Refused: negative, 1 or more, NaN, infinite, finer than 10⁻¹⁵.
/// - Definition: Dwork, Roth 2014, "The Algorithmic Foundations of Differential Privacy", definition 2.4, page 17.
public struct Delta: Hashable, Sendable {
    /// How many units make 1.
    public static let unitsPerOne: Int64 = 1_000_000_000_000_000

    /// No failure: pure differential privacy.
    public static let zero = Delta(unchecked: 0)

    /// The number of units of 10⁻¹⁵.
    public let units: Int64

    /// A delta of so many units of 10⁻¹⁵.
    public init(units: Int64) throws(PrivacyError) {
        guard (0..<Self.unitsPerOne).contains(units) else {
            throw PrivacyError(
                .deltaOutOfRange, "A delta of \(units) units of 1e-15 is outside 0…1.", at: "delta",
                remedy: "Declare a delta well below 1 divided by the number of contributors, such as 1e-8.")
        }
        self.units = units
    }

    /// A delta from decimal text, such as `"1e-8"`, read exactly.
    public init(_ text: String) throws(PrivacyError) {
        let units: Int64
        do {
            units = try DecimalUnits.units(of: text, places: 15)
        } catch {
            throw Self.refusal(error)
        }
        try self.init(units: units)
    }

    /// A delta from a number; its shortest decimal form is what counts.
    public init(_ value: Double) throws(PrivacyError) {
        guard value.isFinite else {
            throw PrivacyError(
                .deltaOutOfRange, "Delta is not finite.", at: "delta", remedy: "Declare a delta such as 1e-8.")
        }
        try self.init("\(value)")
    }

    init(unchecked units: Int64) { self.units = units }

    private static func refusal(_ fault: DecimalUnits.Fault) -> PrivacyError {
        switch fault {
        case .notANumber:
            PrivacyError(
                .notANumber, "Delta is not a decimal number.", at: "delta",
                remedy: "Write it like 1e-8.")
        case .negative:
            PrivacyError(
                .deltaOutOfRange, "Delta is negative.", at: "delta",
                remedy: "Declare a delta such as 1e-8.")
        case .tooLarge:
            PrivacyError(
                .deltaOutOfRange, "Delta is 1 or more.", at: "delta",
                remedy: "Declare a delta such as 1e-8.")
        case .tooFine:
            PrivacyError(
                .deltaTooFine, "Delta is finer than 1e-15.", at: "delta",
                remedy: "Round it down to fifteen decimal places.")
        }
    }
}

extension Delta: Comparable {
    public static func < (left: Delta, right: Delta) -> Bool { left.units < right.units }
}

extension Delta: CustomStringConvertible {
    /// The number alone, such as `0.00000001`.
    public var description: String { DecimalUnits.text(of: units, places: 15) }
}

extension Delta {
    /// The nearest `Double`, for tail bounds; never for budgets.
    public var approximation: Double { Double(units) / Double(Self.unitsPerOne) }
}
