extension AccountedMechanism {
    /// The Rényi divergence of an order above 1 of one release, never below the truth; without the delta that partition
    /// selection and ``approximate(_:_:)`` set aside.
    ///
    /// ```swift
    /// try AccountedMechanism.gaussian(shift: 0.5).renyiDivergence(order: 8)     // 1.0
    /// ```
    ///
    /// Mironov 2017, "Rényi Differential Privacy", CSF, arXiv 1702.07476, table II (Laplace, randomized response, Gaussian);
    /// Canonne, Kamath, Steinke 2020, arXiv 2004.00010, theorem 4 (the discrete Gaussian is bounded by the continuous one);
    /// Mironov, Talwar, Zhang 2019, arXiv 1908.10530, section 3.3 (sampling, integer orders).
    public func renyiDivergence(order: Double) -> Double {
        precondition(order > 1 && order.isFinite, "A Rényi divergence is of an order above 1")
        // Draws are independent, so their divergences add up.
        let one = divergenceOfOneDraw(order: order)
        return draws == 1 ? one : (Double(draws) * one).raised(1)
    }

    private func divergenceOfOneDraw(order: Double) -> Double {
        switch kind {
        case .gaussian(let shift):
            return (order * shift * shift / 2).raised()
        case .discreteGaussian:
            return (order * rho).raised()
        case .sampledGaussian(let probability, let shift):
            return Self.sampledMoment(order: order, probability: probability, shift: shift) / (order - 1)
        case .laplace, .discreteLaplace, .response, .approximate, .partitionSelection:
            // exp((alpha − 1)·epsilon) is taken out of the sum, so that nothing overflows. The logarithm of what is left errs
            // by a few units of 1, which counts where epsilon is small.
            let sum = Real.logarithm(scaledMoment(order: order))
            let moment = (order - 1) * largestLoss + sum
            return max(0, moment + (64 + 8 * moment.magnitude) * 0x1p-52) / (order - 1)
        }
    }

    /// E[exp((order − 1)·(L − epsilon))] for a loss L of at most epsilon.
    private func scaledMoment(order: Double) -> Double {
        let epsilon = largestLoss
        let both = Real.exponential(-(2 * order - 1) * epsilon)
        switch kind {
        case .laplace:
            return (order + (order - 1) * both) / (2 * order - 1)
        case .discreteLaplace(let rate, let shift):
            let (ratio, step) = (Real.exponential(-rate), (2 * order - 1) * rate)
            let run = Double(shift - 1)
            let between =
                Real.exponential(-step) * Real.exponentialLessOne(-step * run) / Real.exponentialLessOne(-step)
            return (1 + both - Real.exponentialLessOne(-rate) * between) / (1 + ratio)
        case .response(let truth, let other, let choices):
            return truth + truth * both + Double(choices - 2) * other * Real.exponential(-(order - 1) * epsilon)
        case .approximate, .partitionSelection:
            return (1 + both) / (1 + Real.exponential(-epsilon))
        case .gaussian, .discreteGaussian, .sampledGaussian:
            return .infinity
        }
    }

    /// (order − 1) times the divergence, which is convex in the order: between integers a straight line lies above it.
    private static func sampledMoment(order: Double, probability: Double, shift: Double) -> Double {
        let (low, high) = (order.rounded(.down), order.rounded(.up))
        let upper = sampledMoment(integer: Int(high), probability: probability, shift: shift)
        guard low < high else { return upper }
        let lower = sampledMoment(integer: Int(low), probability: probability, shift: shift)
        return lower + (order - low) * (upper - lower)
    }

    /// ln Σ C(n, k)·(1 − q)^(n − k)·q^k·exp(k(k − 1)·shift²/2).
    private static func sampledMoment(integer order: Int, probability: Double, shift: Double) -> Double {
        guard order > 1 else { return 0 }
        let (stay, leave) = (Real.logarithm(probability), Real.logarithmOfOnePlus(-probability))
        var choose = 0.0
        let exponents = (0...order).map { k in
            if k > 0 { choose += Real.logarithm(Double(order - k + 1) / Double(k)) }
            let spread = Double(k) * Double(k - 1) * shift * shift / 2
            return choose + Double(k) * stay + Double(order - k) * leave + spread
        }
        let largest = exponents.reduce(-Double.infinity, max)
        let sum = exponents.reduce(0) { $0 + Real.exponential($1 - largest) }
        return (largest + Real.logarithm(sum)).raised(Double(8 * order)) + Double(order) * 0x1p-49
    }
}
