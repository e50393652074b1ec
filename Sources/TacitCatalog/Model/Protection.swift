package import TacitPrivacy

/// What stands between the exact figures of a cell and what is shown of them.
///
/// ```swift
/// let protection = try metric.protection(in: event)
/// protection.threshold              // contributors from which a cell is shown
/// protection.noise                  // nil: exact figures, no formal guarantee
/// ```
///
/// It follows from the declared terms alone and decides everywhere: when a window closes, and when a figure is read.
///
/// - Guarantee: that of ``MetricNoise`` with noise, and none without. Adjacency: add or remove one contributor.
package enum Protection: Hashable, Sendable {
    /// Noise of a stated epsilon and delta, and a threshold for the noisy number of contributors.
    case noise(MetricNoise)
    /// The same for totals that run on over many windows: a cell needs the windows before it.
    case running(RunningNoise)
    /// **No formal guarantee**: exact figures, of groups of at least so many contributors.
    case groups(ofAtLeast: Int64)

    /// A cell as it is shown.
    package struct Cell: Hashable, Sendable {
        package let contributors: Int64
        package let figures: [Int64]
    }

    /// The protection of a figure under these terms; without an epsilon there is no noise.
    package init(
        _ figure: BudgetSplit.Metric, bounds: ContributionBounds, epsilon: Epsilon?, delta: Delta, k: Int, isOpen: Bool,
        horizon: Int? = nil
    ) throws(PrivacyError) {
        if let epsilon, let horizon {
            self = .running(
                try RunningNoise(figure, bounds: bounds, epsilon: epsilon, delta: delta, k: k, horizon: horizon))
        } else if let epsilon {
            self = .noise(
                try MetricNoise(figure, bounds: bounds, epsilon: epsilon, delta: delta, k: k, isOpen: isOpen))
        } else {
            // A group of one is that one, whatever a stored release says.
            self = .groups(ofAtLeast: max(2, Int64(k)))
        }
    }

    /// The noise of figures that stand for themselves; `nil` for exact ones, and for running totals.
    package var noise: MetricNoise? {
        if case .noise(let noise) = self { noise } else { nil }
    }

    /// What it costs; `nil` without noise.
    package var price: Price? {
        switch self {
        case .noise(let noise): noise.price
        case .running(let noise): noise.price
        case .groups: nil
        }
    }

    /// Half of the 95 % intervals of a shown number of contributors and of the first figure, which are 0 where figures are
    /// exact; `step` says how many windows a running total adds up.
    package func halves(at step: Int? = nil) -> (contributors: Int64, figure: Int64) {
        switch self {
        case .noise(let noise):
            let contributors = noise.contributors.interval(confidence: .percent95)
            return (contributors, noise.figures.first?.interval(confidence: .percent95) ?? contributors)
        case .running(let noise):
            let step = min(max(1, step ?? 1), noise.horizon)
            return (noise.contributorsInterval(from: 0, to: step), noise.figureInterval(from: 0, to: step))
        case .groups: return (0, 0)
        }
    }

    /// The number of contributors from which a cell is shown: noisy where there is noise.
    package var threshold: Int64 {
        switch self {
        case .noise(let noise): noise.threshold.value
        case .running(let noise): noise.threshold
        case .groups(let k): k
        }
    }

    /// The cell as it may be shown, or `nil` where it is not, as no running total is by itself.
    package func release<Source: NoiseSource>(
        contributors exact: Int64, figures: ArraySlice<Int64>, using source: inout Source
    ) -> Cell? {
        switch self {
        case .noise(let noise):
            noise.release(contributors: exact, figures: figures, using: &source).map {
                Cell(contributors: $0.contributors, figures: $0.figures)
            }
        case .running: nil
        case .groups(let k): exact >= k ? Cell(contributors: exact, figures: Array(figures)) : nil
        }
    }
}
