/// How far one contributor can move a figure; made from ``ContributionBounds`` only, never from a bare number.
///
/// ```swift
/// let bounds = try ContributionBounds(maxCells: 3, maxPerCell: 20)
/// let sensitivity = try Sensitivity.count(bounds)
/// sensitivity.l1            // 60
/// ```
///
/// The figure is a vector with one integer for each cell (for each cell and bucket in a histogram). Adding or removing
/// one contributor changes at most `l0` of its entries, each by at most `lInfinity`, and all together by at most `l1`.
///
/// - Shape: vector of `Int64`. Unit: contributors, records or quanta. Adjacency: add or remove one contributor.
/// - Definition: Dwork, Roth 2014, "The Algorithmic Foundations of Differential Privacy", definition 3.1, page 31 (L1).
/// - Refused: zero (nothing would be protected because nothing is measured) and what could overflow.
public struct Sensitivity: Hashable, Sendable {
    /// What is added up in a cell.
    public enum Figure: String, Hashable, Sendable, CaseIterable {
        /// One for each contributor.
        case contributors
        /// One for each record.
        case count
        /// The record's number, in quanta.
        case sum
        /// The record's number less the middle of its range, in quanta; for means.
        case centeredSum
        /// The square of the record's number less the middle of its range, in squared quanta; for variances.
        case centeredSquares
        /// One for each record, in the bucket of its number.
        case histogram
        /// One for each record on every level of a tree of buckets; for quantiles.
        case tree
    }

    /// What is added up.
    public let figure: Figure
    /// Entries that one contributor can change.
    public let l0: Int64
    /// The most by which one contributor changes all entries together.
    public let l1: Int64
    /// The most by which one contributor changes one entry.
    public let lInfinity: Int64
    /// Whether one more contributor can only raise entries (or only lower them), so that all move the same way.
    public let isMonotone: Bool

    /// The number of contributors of a cell: 1 in each of `maxCells` cells.
    public static func contributors(_ bounds: ContributionBounds) throws(PrivacyError) -> Sensitivity {
        try Sensitivity(.contributors, bounds, perRecord: 1, recordsPerCell: 1, entriesPerCell: 1)
    }

    /// The number of records of a cell: `maxPerCell` in each of `maxCells` cells.
    public static func count(_ bounds: ContributionBounds) throws(PrivacyError) -> Sensitivity {
        try Sensitivity(
            .count, bounds, perRecord: 1, recordsPerCell: Int64(bounds.maxPerCell), entriesPerCell: 1)
    }

    /// The sum of the numbers of a cell: `maxPerCell` times the largest size of a number, in quanta.
    public static func sum(_ bounds: ContributionBounds) throws(PrivacyError) -> Sensitivity {
        let values = try bounds.declaredValues()
        return try Sensitivity(
            .sum, bounds, perRecord: max(abs(values.lowerQuanta), abs(values.upperQuanta)),
            recordsPerCell: Int64(bounds.maxPerCell), entriesPerCell: 1,
            isMonotone: values.lowerQuanta >= 0 || values.upperQuanta <= 0)
    }

    /// The sum of the numbers less ``ValueRange/middleQuanta``: half the width of the range each, not its far end.
    public static func centeredSum(_ bounds: ContributionBounds) throws(PrivacyError) -> Sensitivity {
        let values = try bounds.declaredValues()
        return try Sensitivity(
            .centeredSum, bounds,
            perRecord: max(values.upperQuanta - values.middleQuanta, values.middleQuanta - values.lowerQuanta),
            recordsPerCell: Int64(bounds.maxPerCell), entriesPerCell: 1, isMonotone: false)
    }

    /// The sum of the squares of the numbers less the middle: half the width of the range, squared, for each.
    public static func centeredSquares(_ bounds: ContributionBounds) throws(PrivacyError) -> Sensitivity {
        let values = try bounds.declaredValues()
        let half = max(values.upperQuanta - values.middleQuanta, values.middleQuanta - values.lowerQuanta)
        let (square, overflow) = half.multipliedReportingOverflow(by: half)
        return try Sensitivity(
            .centeredSquares, bounds, perRecord: overflow ? .max : square, recordsPerCell: Int64(bounds.maxPerCell),
            entriesPerCell: 1)
    }

    /// The counts of all nodes of a tree of buckets: each record changes one node on each of `levels` levels.
    public static func tree(_ bounds: ContributionBounds, levels: Int) throws(PrivacyError) -> Sensitivity {
        precondition((1...64).contains(levels), "A tree has from 1 to 64 levels")
        return try Sensitivity(
            .tree, bounds, perRecord: 1, recordsPerCell: Int64(bounds.maxPerCell),
            entriesPerCell: Int64(bounds.maxPerCell), levels: Int64(levels))
    }

    /// The counts of all buckets of a cell: each record changes one bucket, so L1 is that of a count.
    public static func histogram(_ bounds: ContributionBounds) throws(PrivacyError) -> Sensitivity {
        try Sensitivity(
            .histogram, bounds, perRecord: 1, recordsPerCell: Int64(bounds.maxPerCell),
            entriesPerCell: Int64(bounds.maxPerCell))
    }

    private init(
        _ figure: Figure, _ bounds: ContributionBounds, perRecord: Int64, recordsPerCell: Int64, entriesPerCell: Int64,
        isMonotone: Bool = true, levels: Int64 = 1
    ) throws(PrivacyError) {
        guard perRecord > 0 else {
            throw PrivacyError(
                .sensitivityZero,
                "One record moves the \(figure.rawValue) by at most 0, so the sensitivity is "
                    + "\(bounds.maxCells) × \(recordsPerCell) × 0 = 0 and there is nothing to measure.",
                at: "values", remedy: "Declare a range whose bounds differ.")
        }
        let cells = Int64(bounds.maxCells) * levels
        let (perCell, cellOverflow) = perRecord.multipliedReportingOverflow(by: recordsPerCell)
        let (all, allOverflow) = perCell.multipliedReportingOverflow(by: cells)
        // 2^43 leaves room for a million contributors in an Int64, and for the scale of the finest epsilon.
        guard !cellOverflow, !allOverflow, all <= Self.largestL1 else {
            throw PrivacyError(
                .sensitivityOverflow,
                "The sensitivity is \(cells) cells × \(recordsPerCell) records × \(perRecord) a record, "
                    + "above 2^43 = 8,796,093,022,208.",
                at: "values", remedy: "Declare a coarser granularity, a narrower range or a lower max_per_cell.")
        }
        self.figure = figure
        l0 = cells * entriesPerCell
        l1 = all
        lInfinity = perCell
        self.isMonotone = isMonotone
    }

    static let largestL1: Int64 = 1 << 43
}
