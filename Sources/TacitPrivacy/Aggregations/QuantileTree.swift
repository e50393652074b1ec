/// Quantiles of bounded numbers: noisy counts on every level of a tree of buckets, made consistent.
///
/// ```swift
/// let tree = try QuantileTree(bounds: bounds, epsilon: Epsilon("1"))
/// var leaves = [Int64](repeating: 0, count: tree.leaves)
/// leaves[tree.leaf(of: try bounds.quantize(seconds))] += 1        // for each bounded record
/// let quantiles = tree.release(leaves, using: &random)
/// quantiles.quantile(0.5)     // estimate and interval of the median
/// ```
///
/// A range of buckets is a sum of few nodes of a tree, so its noise grows with the depth and not with the number of
/// buckets; and every node is known twice, from its own count and from its children's, which cuts the noise further.
///
/// **Guarantee.** epsilon for all quantiles together, as many as are asked: they are computed from released counts. A
/// record changes one node on each level, so L1 is that of a count times the levels (``Sensitivity/tree(_:levels:)``).
///
/// - Shape: ``leaves`` exact counts in; noisy quantiles out. Unit: that of the value. Adjacency: add or remove one
///   contributor.
/// - Paper: Hay, Rastogi, Miklau, Suciu 2010, "Boosting the Accuracy of Differentially Private Histograms Through
///   Consistency", PVLDB 3(1), 1021–1032, theorem 3 (least squares in two passes) and theorem 4 (its error).
public struct QuantileTree: Hashable, Sendable {
    /// Children of a node.
    static let branching = 8

    /// The range of the numbers.
    public let values: ValueRange
    /// The noise of every node.
    public let noise: DiscreteLaplace
    /// The levels of the tree, 1…4.
    public let levels: Int
    /// Quanta in a leaf.
    let width: Int64

    /// The tree over the declared range; four levels are 4,096 leaves.
    public init(bounds: ContributionBounds, epsilon: Epsilon, levels: Int = 4) throws(PrivacyError) {
        guard (1...4).contains(levels) else {
            throw PrivacyError(
                .choicesOutOfRange, "A tree of \(levels) levels is outside 1…4.", at: "levels",
                remedy: "Declare 3 or 4.")
        }
        values = try bounds.declaredValues()
        noise = try DiscreteLaplace(sensitivity: .tree(bounds, levels: levels), epsilon: epsilon)
        self.levels = levels
        let leaves = Int64(Self.leaves(levels))
        width = (values.upperQuanta - values.lowerQuanta + leaves) / leaves
    }

    /// The number of leaves, 8 to the power of the levels.
    public var leaves: Int { Self.leaves(levels) }

    /// The leaf of a number in quanta, within the range.
    public func leaf(of quanta: Int64) -> Int {
        Int((min(max(quanta, values.lowerQuanta), values.upperQuanta) - values.lowerQuanta) / width)
    }

    /// The noisy quantiles of exact leaf counts.
    public func release<Source: NoiseSource>(_ exact: [Int64], using source: inout Source) -> NoisyQuantiles {
        precondition(exact.count == leaves, "One count for each leaf")
        var level = exact
        var noisy: [[Double]] = []
        while true {
            var released = level
            noise.addNoise(to: &released, using: &source)
            noisy.insert(released.map(Double.init), at: 0)
            guard noisy.count < levels else { break }
            level = stride(from: 0, to: level.count, by: Self.branching).map { start in
                level[start..<start + Self.branching].reduce(0, +)
            }
        }
        return NoisyQuantiles(tree: self, leaves: Self.consistent(noisy))
    }

    /// The least-squares leaf counts of a tree of counts with equal noise, the top level first.
    static func consistent(_ tree: [[Double]]) -> [Double] {
        let b = Double(branching)
        var best = tree
        var reach = 1.0
        // Upwards: each node's own count and its children's sum, weighted by how well each is known.
        for level in best.indices.dropLast().reversed() {
            let (lower, upper) = (reach * b, reach * b * b)
            let own = (upper - lower) / (upper - 1)
            for node in best[level].indices {
                let sum = children(of: node).reduce(0.0) { $0 + best[level + 1][$1] }
                best[level][node] = own * tree[level][node] + (1 - own) * sum
            }
            reach = lower
        }
        // Downwards: what a node's children miss is shared among them.
        for level in best.indices.dropFirst() {
            for node in best[level - 1].indices {
                let sum = children(of: node).reduce(0.0) { $0 + best[level][$1] }
                let missing = (best[level - 1][node] - sum) / b
                for child in children(of: node) { best[level][child] += missing }
            }
        }
        return best[best.count - 1]
    }

    private static func children(of node: Int) -> Range<Int> { node * branching..<(node + 1) * branching }

    private static func leaves(_ levels: Int) -> Int { (0..<levels).reduce(1) { leaves, _ in leaves * branching } }
}
