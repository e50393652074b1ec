import TacitPrivacy
import Testing

@Suite("A tree of counts tells every quantile")
struct QuantileTreeTests {
    @Test("little noise gives the exact quantiles, in the unit of the value")
    func exact() throws {
        let bounds = try ContributionBounds(
            maxCells: 1, maxPerCell: 1, values: ValueRange(-10...41.1, granularity: 0.1))
        let tree = try QuantileTree(bounds: bounds, epsilon: Epsilon("100"), levels: 3)
        #expect(tree.leaves == 512)
        #expect(tree.leaf(of: -100) == 0 && tree.leaf(of: 411) == 511)
        #expect(tree.leaf(of: .min) == 0 && tree.leaf(of: .max) == 511)
        var leaves = [Int64](repeating: 0, count: 512)
        for quanta in -100...411 as ClosedRange<Int64> { leaves[tree.leaf(of: quanta)] += 100 }
        var random = SecureRandom()
        let quantiles = tree.release(leaves, using: &random)
        for share in [0.1, 0.25, 0.5, 0.9, 0.99] {
            let quantile = quantiles.quantile(share)
            #expect(abs(quantile.estimate - (-10 + 51.2 * share)) < 0.3)
            #expect(quantile.interval.contains(quantile.estimate))
        }
        #expect(abs(quantiles.count - 51_200) < 50)
    }

    @Test("a record changes one node on each level")
    func sensitivity() throws {
        let bounds = try ContributionBounds(maxCells: 2, maxPerCell: 3, values: ValueRange(0...9, granularity: 1))
        let sensitivity = try Sensitivity.tree(bounds, levels: 4)
        #expect(sensitivity.l1 == 24 && sensitivity.lInfinity == 3 && sensitivity.l0 == 24)
        #expect(throws: PrivacyError.self) { try QuantileTree(bounds: bounds, epsilon: Epsilon("1"), levels: 5) }
    }

    @Test("nothing but noise gives an interval over most of the range")
    func empty() throws {
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1, values: ValueRange(0...511, granularity: 1))
        let tree = try QuantileTree(bounds: bounds, epsilon: Epsilon("0.1"), levels: 3)
        var random = SecureRandom()
        // One release may look sure of itself; most don't.
        let wide = (0..<61).count { _ in
            let median = tree.release([Int64](repeating: 0, count: 512), using: &random).quantile(0.5)
            return median.interval.upperBound - median.interval.lowerBound > 50
        }
        #expect(wide > 30)
    }
}
