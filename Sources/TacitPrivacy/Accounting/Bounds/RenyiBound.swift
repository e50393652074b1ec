/// Rényi divergences of each order of a fixed grid add up; the order that proves least is taken.
///
/// Mironov 2017, "Rényi Differential Privacy", CSF, arXiv 1702.07476, proposition 1 (composition). The grid is that of Google's
/// dp-accounting, so that figures are comparable. Adjacency: add or remove one contributor.
struct RenyiBound: CompositionBound {
    /// 1.1 to 10.9 by tenths, 11 to 63, and 128, 256, 512, 1,024.
    static let orders: [Double] =
        (1..<100).map { 1 + Double($0) / 10 } + (11..<64).map(Double.init) + [128, 256, 512, 1_024]

    private let summands: Summands
    private let loss: RenyiLoss

    init(_ summands: Summands) {
        self.summands = summands
        loss = RenyiLoss(
            divergences: Self.orders.map { order in
                RenyiLoss.Divergence(order: order, value: summands.total { $0.renyiDivergence(order: order) })
            })
    }

    func epsilon(delta: Delta) -> Double {
        let rest = summands.remaining(of: delta)
        return rest > 0 ? loss.epsilon(delta: rest) : .infinity
    }

    func delta(epsilon: Double) -> Double { summands.whole(loss.delta(epsilon: epsilon)) }
}
