extension AccountedMechanism {
    /// Whether adding and removing a contributor have the same law.
    var isSymmetric: Bool {
        switch kind {
        case .sampledGaussian, .partitionSelection: false
        case .laplace, .discreteLaplace, .gaussian, .discreteGaussian, .response, .approximate: true
        }
    }

    /// The law of the privacy loss of one draw.
    func law(_ direction: LossDirection) -> any LossLaw {
        switch kind {
        case .laplace(let epsilon): LaplaceLossLaw(epsilon: epsilon)
        case .discreteLaplace(let rate, let shift): DiscreteLaplaceLossLaw(rate: rate, shift: shift)
        case .gaussian(let shift): GaussianLossLaw(noise: .continuous(shift: shift))
        case .discreteGaussian(let sigma, let shift) where sigma < 1_024:
            AtomicLossLaw.discreteGaussian(sigma: sigma, shift: shift)
        case .discreteGaussian(let sigma, let shift):
            GaussianLossLaw(noise: .discrete(sigma: sigma, shift: Double(shift)))
        case .response(let truth, let other, let choices):
            AtomicLossLaw.response(truth: truth, other: other, choices: choices)
        case .approximate(let epsilon, let delta): AtomicLossLaw.approximate(epsilon: epsilon, delta: delta.upper)
        case .partitionSelection(let epsilon, let delta) where epsilon < 1e-3:
            // The exact law has too many terms here; that of any (epsilon, delta) mechanism claims a little more loss.
            AtomicLossLaw.approximate(epsilon: epsilon, delta: delta.upper)
        case .partitionSelection(let epsilon, let delta):
            PartitionSelectionLaw.law(epsilon: epsilon, delta: delta.upper, direction: direction)
        case .sampledGaussian(let probability, let shift):
            GaussianLossLaw(
                noise: direction == .removal
                    ? .sampled(probability: probability, shift: shift)
                    : .unsampled(probability: probability, shift: shift))
        }
    }

    /// The epsilon that holds but for ``setAside``, of one draw; infinite for Gaussian noise.
    var largestLoss: Double {
        switch kind {
        case .laplace(let epsilon): epsilon
        case .discreteLaplace(let rate, let shift): rate * Double(shift)
        case .response(let truth, let other, _): Real.logarithm(truth / other)
        case .approximate(let epsilon, _), .partitionSelection(let epsilon, _): epsilon
        case .gaussian, .discreteGaussian, .sampledGaussian: .infinity
        }
    }

    /// The probability that the other bounds leave out, of one draw.
    var setAside: Delta {
        switch kind {
        case .approximate(_, let delta), .partitionSelection(_, let delta): delta
        case .laplace, .discreteLaplace, .response, .gaussian, .discreteGaussian, .sampledGaussian: .zero
        }
    }

    /// The rho of zero-concentrated differential privacy of one draw, but for ``setAside``; infinite where none is known.
    ///
    /// Bun, Steinke 2016, "Concentrated Differential Privacy", TCC, arXiv 1605.02065, propositions 1.4 (epsilon²/2) and 1.6
    /// (Gaussian noise); Canonne, Kamath, Steinke 2020, arXiv 2004.00010, theorem 4 (the discrete Gaussian).
    var rho: Double {
        switch kind {
        case .gaussian(let shift): shift * shift / 2
        case .discreteGaussian(let sigma, let shift): (Double(shift) / sigma) * (Double(shift) / sigma) / 2
        case .sampledGaussian: .infinity
        case .laplace, .discreteLaplace, .response, .approximate, .partitionSelection: largestLoss * largestLoss / 2
        }
    }
}
