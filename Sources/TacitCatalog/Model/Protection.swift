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
    /// **No formal guarantee**: exact figures, of groups of at least so many contributors.
    case groups(ofAtLeast: Int64)

    /// A cell as it is shown.
    package struct Cell: Hashable, Sendable {
        package let contributors: Int64
        package let figures: [Int64]
    }

    /// The protection of a figure under these terms; without an epsilon there is no noise.
    package init(
        _ figure: BudgetSplit.Metric, bounds: ContributionBounds, epsilon: Epsilon?, delta: Delta, k: Int, isOpen: Bool
    ) throws(PrivacyError) {
        if let epsilon {
            self = .noise(
                try MetricNoise(figure, bounds: bounds, epsilon: epsilon, delta: delta, k: k, isOpen: isOpen))
        } else {
            // A group of one is that one, whatever a stored release says.
            self = .groups(ofAtLeast: max(2, Int64(k)))
        }
    }

    /// The noise, where there is some.
    package var noise: MetricNoise? {
        if case .noise(let noise) = self { noise } else { nil }
    }

    /// The number of contributors from which a cell is shown: noisy where there is noise.
    package var threshold: Int64 {
        switch self {
        case .noise(let noise): noise.threshold.value
        case .groups(let k): k
        }
    }

    /// The cell as it may be shown, or `nil` where it is not.
    package func release<Source: NoiseSource>(
        contributors exact: Int64, figures: ArraySlice<Int64>, using source: inout Source
    ) -> Cell? {
        switch self {
        case .noise(let noise):
            noise.release(contributors: exact, figures: figures, using: &source).map {
                Cell(contributors: $0.contributors, figures: $0.figures)
            }
        case .groups(let k): exact >= k ? Cell(contributors: exact, figures: Array(figures)) : nil
        }
    }
}
