/// What many releases together tell about one contributor: an epsilon for each delta, never below the truth.
///
/// ```swift
/// var accountant = Accountant(.pld)
/// try accountant.add(.discreteLaplace(noise), times: 365)
/// try accountant.add(.partitionSelection(perCell: Epsilon("0.1"), Delta("1e-9")), times: 365)
/// let epsilon = accountant.epsilon(delta: try Delta("1e-6"))
/// let delta = accountant.delta(epsilon: 2)
/// ```
///
/// Releases are independent given the data, and each may be any of its kind whatever came before, as long as which
/// mechanisms are run is settled in advance. Where the next mechanism depends on the last answer, take a ``PrivacyFilter``
/// or a ``ConcentratedFilter``.
///
/// - Adjacency: add or remove one contributor, the same one in all releases.
/// - Unit: epsilon as a `Double`, because sums may pass the range of ``Epsilon``; infinite where the method proves nothing.
/// - Rounding: every step goes to the side on which more privacy is claimed lost. The excess of ``Method/pld`` is below
///   0.1 % of epsilon for up to a million releases.
public struct Accountant: Sendable {
    /// How losses are added up. Each is valid; ``pld`` is the tightest, ``basic`` the simplest to check by hand.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// Epsilons and deltas add up.
        ///
        /// Dwork, Roth 2014, "The Algorithmic Foundations of Differential Privacy", theorem 3.16, page 43.
        case basic
        /// The optimal bound for equal epsilons, the heterogeneous one for others, or the sum where that is less.
        ///
        /// Kairouz, Oh, Viswanath 2015, "The Composition Theorem for Differential Privacy", ICML, arXiv 1311.0776,
        /// theorems 3.3 and 3.5.
        case advanced
        /// Rhos of zero-concentrated differential privacy add up, also where the next question depends on the last answer.
        ///
        /// Bun, Steinke 2016, arXiv 1605.02065, lemma 1.7; to epsilon and delta by ``Rho/epsilon(delta:)``.
        case zcdp
        /// Rényi divergences of fixed orders add up.
        ///
        /// Mironov 2017, arXiv 1702.07476, proposition 1; the orders are those of Google's dp-accounting.
        case rdp
        /// Laws of the privacy loss are convolved; exact but for a grid.
        case pld
    }

    /// How losses are added up.
    public let method: Method
    /// The number of draws of each mechanism.
    private(set) var draws: [AccountedMechanism.Kind: Int] = [:]

    /// An accountant of no releases.
    public init(_ method: Method) { self.method = method }

    /// The most draws that are accounted for together.
    public static let mostDraws = 1_000_000_000

    /// Adds so many independent releases.
    public mutating func add(_ mechanism: AccountedMechanism, times count: Int = 1) throws(PrivacyError) {
        let (more, overflow) = mechanism.draws.multipliedReportingOverflow(by: count)
        let before = draws.values.reduce(0, +)
        guard count >= 0, !overflow, more <= Self.mostDraws - before else {
            throw PrivacyError(
                .compositionOutOfRange,
                "\(count) times \(mechanism.draws) draws on top of \(before) is outside 0…1,000,000,000.",
                at: "times", remedy: "Account for at most 1,000,000,000 draws together.")
        }
        if more > 0 { draws[mechanism.kind, default: 0] += more }
    }

    /// The smallest proven epsilon of at least 0 that holds but for a probability of `delta`.
    public func epsilon(delta: Delta) -> Double {
        draws.isEmpty ? 0 : max(0, bound.epsilon(delta: delta))
    }

    /// The smallest proven probability with which `epsilon` fails to hold; 1 for negative epsilons.
    public func delta(epsilon: Double) -> Double {
        guard epsilon >= 0 else { return 1 }
        guard !draws.isEmpty else { return 0 }
        return min(1, bound.delta(epsilon: epsilon))
    }

    /// Each mechanism with its number of draws, in the order of their kinds' text so that sums don't vary.
    private var summands: [(mechanism: AccountedMechanism, count: Int)] {
        draws.map { (AccountedMechanism($0.key), $0.value) }
            .sorted { ($0.count, "\($0.mechanism.kind)") < ($1.count, "\($1.mechanism.kind)") }
    }

    private var bound: any CompositionBound {
        let summands = Summands(summands)
        return switch method {
        case .basic: BasicBound(summands)
        case .advanced: AdvancedBound(summands)
        case .zcdp: ConcentratedBound(summands)
        case .rdp: RenyiBound(summands)
        case .pld: LossBound(summands)
        }
    }
}
