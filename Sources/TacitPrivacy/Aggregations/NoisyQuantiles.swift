/// Quantiles of a released tree. No privacy is spent: everything is computed from released counts.
///
/// Adjacency is that of ``QuantileTree``: add or remove one contributor.
public struct NoisyQuantiles: Sendable {
    private let tree: QuantileTree
    /// Consistent leaf counts.
    private let leaves: [Double]
    /// Those counts added up to before each leaf, and all of them.
    private let prefix: [Double]

    init(tree: QuantileTree, leaves: [Double]) {
        self.tree = tree
        self.leaves = leaves
        var prefix = [0.0]
        prefix.reserveCapacity(leaves.count + 1)
        for leaf in leaves { prefix.append(prefix[prefix.count - 1] + leaf) }
        self.prefix = prefix
    }

    /// A quantile as far as it can be known, in the unit of the value.
    public struct Quantile: Hashable, Sendable {
        public let estimate: Double
        public let interval: ClosedRange<Double>
    }

    /// The noisy number of records.
    public var count: Double { prefix[prefix.count - 1] }

    /// The value below which a share of the records lies, 0.5 for the median.
    ///
    /// **Coverage.** At the upper edge of the true quantile's leaf, (1 − share) · before − share · after is at least 0,
    /// and at its lower edge at most 0, so the leaf is out only if noise moved one of the two by more than its reach. That
    /// noise is a sum over many nodes, near to normal, with the variance of the least-squares counts.
    public func quantile(_ share: Double, confidence: Confidence = .percent95) -> Quantile {
        let share = min(max(share, 0), 1)
        let last = leaves.count
        func surplus(_ edge: Int) -> Double { prefix[edge] - share * count }
        // The first edge at which the surplus is no longer negative, by halving: consistent counts may still dip.
        var (below, above) = (0, last)
        while above - below > 1 {
            let middle = (below + above) / 2
            if surplus(middle) < 0 { below = middle } else { above = middle }
        }
        let inLeaf = above == below ? 0 : surplus(above) - surplus(below)
        let part = inLeaf > 0 ? min(max(-surplus(below) / inLeaf, 0), 1) : 0.5

        let z = Real.normalReach(miss: confidence.miss)
        func isWithin(_ edge: Int) -> Bool { abs(surplus(edge)) <= z * deviation(share, edge) }
        let low = furthest(from: below, to: 0, isWithin)
        let high = furthest(from: above, to: last, isWithin)
        let estimate = value(Double(below) + part)
        return Quantile(
            estimate: estimate, interval: min(value(Double(low)), estimate)...max(value(Double(high)), estimate))
    }

    /// The last edge that is within, on steps that double and then halve.
    private func furthest(from start: Int, to end: Int, _ isWithin: (Int) -> Bool) -> Int {
        let direction = end < start ? -1 : 1
        var (inside, step) = (start, 1)
        while inside != end {
            let next = direction < 0 ? max(end, inside - step) : min(end, inside + step)
            guard isWithin(next) else {
                var outside = next
                while abs(outside - inside) > 1 {
                    let middle = (inside + outside) / 2
                    if isWithin(middle) { inside = middle } else { outside = middle }
                }
                return inside
            }
            (inside, step) = (next, step * 2)
        }
        return inside
    }

    /// The standard deviation of (1 − share) · before − share · after at an edge.
    ///
    /// Least squares with weights c on the leaves has variance c · M c per unit of noise, and M c is what the two passes
    /// make of a tree with c on its leaves and nothing above.
    private func deviation(_ share: Double, _ edge: Int) -> Double {
        let weights = leaves.indices.map { $0 < edge ? 1 - share : -share }
        var tree: [[Double]] = []
        var size = QuantileTree.branching
        while size < leaves.count {
            tree.append([Double](repeating: 0, count: size))
            size *= QuantileTree.branching
        }
        tree.append(weights)
        let solved = QuantileTree.consistent(tree)
        var product = 0.0
        for (weight, other) in zip(weights, solved) { product += weight * other }
        return (product * self.tree.noise.variance).squareRoot()
    }

    private func value(_ leaves: Double) -> Double {
        let values = tree.values
        let quanta = Double(values.lowerQuanta) + leaves * Double(tree.width)
        return values.value(ofQuanta: min(max(quanta, Double(values.lowerQuanta)), Double(values.upperQuanta)))
    }
}
