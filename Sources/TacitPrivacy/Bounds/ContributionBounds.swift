/// How much one contributor may add to one metric in one window. All sensitivities follow from it.
///
/// ```swift
/// let bounds = try ContributionBounds(maxCells: 3, maxPerCell: 20, values: ValueRange(0...60, granularity: 0.01))
/// let noise = try DiscreteLaplace(sensitivity: .sum(bounds), epsilon: Epsilon("0.5"))
/// ```
///
/// - `maxCells`: cells a contributor may touch (L0), 1…65,536.
/// - `maxPerCell`: records a contributor may add to each of them (L∞ in records), 1…4,294,967,295.
/// - `values`: the range a record's number is clamped to; needed for sums only.
/// - Adjacency: add or remove one contributor with all its records.
///
/// Bounding by contributor before adding up: Wilson et al. 2020, "Differentially Private SQL with Bounded User
/// Contribution", PoPETs 2020(2), 230–250. ``ContributionBounder`` enforces the two limits.
public struct ContributionBounds: Hashable, Sendable {
    /// The most cells that one contributor touches.
    public let maxCells: Int
    /// The most records that one contributor adds to one cell.
    public let maxPerCell: Int
    /// The range that numbers are clamped to, or `nil` where nothing is summed.
    public let values: ValueRange?

    /// Bounds with both limits at least 1.
    public init(maxCells: Int, maxPerCell: Int, values: ValueRange? = nil) throws(PrivacyError) {
        guard (1...65_536).contains(maxCells) else {
            throw PrivacyError(
                .contributionLimitOutOfRange, "max_cells is \(maxCells), outside 1…65,536.", at: "max_cells",
                remedy: "Declare how many cells one contributor usually touches in a window, such as 3.")
        }
        guard (1...Int64(UInt32.max)).contains(Int64(maxPerCell)) else {
            throw PrivacyError(
                .contributionLimitOutOfRange, "max_per_cell is \(maxPerCell), outside 1…4,294,967,295.",
                at: "max_per_cell",
                remedy: "Declare how many records one contributor usually adds to a cell, such as 10.")
        }
        self.maxCells = maxCells
        self.maxPerCell = maxPerCell
        self.values = values
    }

    /// The quanta of a record's number, rounded to nearest and clamped to the declared range; refuses NaN.
    public func quantize(_ value: Double) throws(PrivacyError) -> Int64 {
        try declaredValues().quantize(value)
    }

    func declaredValues() throws(PrivacyError) -> ValueRange {
        guard let values else {
            throw PrivacyError(
                .rangeMissing, "A sum needs the range and the granularity of its numbers.", at: "values",
                remedy: "Declare lower, upper and granularity.")
        }
        return values
    }
}
