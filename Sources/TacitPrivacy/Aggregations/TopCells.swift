/// The largest cells and their noisy counts, at a price that doesn't grow with the number of cells.
///
/// ```swift
/// let top = try TopCells(count: 5, bounds: bounds, epsilon: Epsilon("1"))
/// for cell in top.release(counts, using: &random) { print(names[cell.index], cell.count, "±", top.interval()) }
/// ```
///
/// **Guarantee.** epsilon for the names, their order and their counts together: half of it chooses, one cell after the
/// other by ``PermuteAndFlip`` among those that are left, and half is for fresh noise on the chosen counts (basic
/// composition: Dwork, Roth 2014, theorem 3.16, page 43). Since the counts' noise doesn't take part in the choice, being
/// chosen doesn't push a count up, and its interval holds.
///
/// - Unit: records. Adjacency: add or remove one contributor. Sensitivity: L∞ for the choices; for the counts the L1 of
///   those among the chosen cells that one contributor is in.
/// - Only for closed dimensions: the names of open ones must be chosen by ``PartitionSelection`` first.
public struct TopCells: Hashable, Sendable {
    /// How many cells are chosen.
    public let count: Int
    private let choice: PermuteAndFlip
    private let noise: DiscreteLaplace

    /// The `count` largest cells of a metric with these bounds.
    public init(count: Int, bounds: ContributionBounds, epsilon: Epsilon) throws(PrivacyError) {
        guard (1...1000).contains(count), epsilon.millionths >= Int64(2 * count) else {
            throw PrivacyError(
                .choicesOutOfRange,
                "The \(count) largest cells need 1…1,000 choices of at least a millionth of epsilon \(epsilon) each.",
                at: "count", remedy: "Declare fewer cells or a larger epsilon.")
        }
        self.count = count
        let each = epsilon.millionths / 2 / Int64(count)
        choice = PermuteAndFlip(sensitivity: try .count(bounds), epsilon: Epsilon(unchecked: each))
        let chosen = try ContributionBounds(
            maxCells: min(count, bounds.maxCells), maxPerCell: bounds.maxPerCell, values: bounds.values)
        noise = try DiscreteLaplace(
            sensitivity: .count(chosen), epsilon: Epsilon(unchecked: epsilon.millionths - each * Int64(count)))
    }

    /// A chosen cell.
    public struct Cell: Hashable, Sendable {
        /// Its place among the counts that were given.
        public let index: Int
        /// Its noisy count.
        public let count: Int64
    }

    /// The chosen cells in the order in which they were chosen, the largest most probably first.
    public func release<Source: NoiseSource>(_ counts: [Int64], using source: inout Source) -> [Cell] {
        var left = Array(counts.indices)
        var cells: [Cell] = []
        while cells.count < count, let place = choice.choose(among: left.map { counts[$0] }, using: &source) {
            let index = left.remove(at: place)
            cells.append(Cell(index: index, count: noise.addNoise(to: counts[index], using: &source)))
        }
        return cells
    }

    /// The half-width of a chosen count's interval.
    public func interval(confidence: Confidence = .percent95) -> Int64 { noise.interval(confidence: confidence) }
}
