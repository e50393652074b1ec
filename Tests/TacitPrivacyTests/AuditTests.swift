import Foundation
import TacitPrivacy
import Testing

/// `TACIT_AUDIT` holds the number of samples of a long audit; without it a small one runs. A mechanism that keeps its claim
/// is refuted by chance with probability at most 10⁻⁸, all of them together below 10⁻⁶.
@Suite("The auditor finds what is broken and passes what is not")
struct AuditTests {
    static let samples = ProcessInfo.processInfo.environment["TACIT_AUDIT"].flatMap { Int($0) } ?? 40_000
    static let audit = PrivacyAudit(samples: samples, miss: 1e-8)

    struct Controls: Decodable {
        struct Control: Decodable, CustomStringConvertible, Sendable {
            let id: String
            let epsilonClaimed: Double
            let deltaClaimed: Double
            let expectedVerdict: String
            var description: String { id }
        }

        let controls: [Control]
        static let all = try! Vectors.load("audit_controls", as: Controls.self).controls
    }

    @Test("the published controls get their verdict", arguments: Controls.all)
    func published(control: Controls.Control) throws {
        let draw = try #require(try BrokenMechanisms.all[control.id])
        let verdict = Self.audit.run(
            claim: .init(epsilon: control.epsilonClaimed, delta: control.deltaClaimed), draw: draw)
        #expect(verdict.isRefuted == (control.expectedVerdict == "FAIL"), "\(verdict)")
    }

    @Test("further ways to be wrong are found", arguments: BrokenMechanisms.further)
    func further(name: String) throws {
        let draw = try #require(try BrokenMechanisms.all[name])
        let verdict = Self.audit.run(claim: .init(epsilon: 1, delta: 0), draw: draw)
        #expect(verdict.isRefuted, "\(verdict)")
    }

    @Test(
        "every mechanism of the library keeps its claim, and most of the claim is used",
        arguments: AuditedMechanism.all)
    func library(mechanism: AuditedMechanism) throws {
        let verdict = Self.audit.run(claim: mechanism.claim, draw: try mechanism.draw())
        #expect(!verdict.isRefuted, "\(verdict)")
        #expect(verdict.epsilonAtLeast >= mechanism.used * mechanism.claim.epsilon, "\(verdict)")
    }

    @Test("the bounds of a probability are Clopper and Pearson's")
    func bounds() {
        // No success in n trials: the upper bound is 1 − miss^(1/n), exactly; all or nothing gives an epsilon.
        let verdict = PrivacyAudit(samples: 2000, miss: 2e-3).run(claim: .init(epsilon: 1)) { $0 ? 1 : 0 }
        let upper = 1 - pow(1e-3, 1 / 1000.0)
        #expect(abs(verdict.epsilonAtLeast - log((1 - upper) / upper)) < 1e-9)
        let same = Self.audit.run(claim: .init(epsilon: 1)) { _ in 7 }
        #expect(same.epsilonAtLeast == 0 && !same.isRefuted)
    }
}

/// A mechanism of the library on two inputs that differ by one contributor at its bounds.
struct AuditedMechanism: CustomStringConvertible, Sendable {
    let description: String
    let claim: PrivacyAudit.Claim
    /// The share of the claim that the audit should find at least.
    let used: Double
    let draw: @Sendable () throws -> (Bool) -> Int64

    init(
        _ description: String, epsilon: Double = 1, delta: Double = 0, used: Double,
        draw: @escaping @Sendable () throws -> (Bool) -> Int64
    ) {
        self.description = description
        claim = .init(epsilon: epsilon, delta: delta)
        self.used = used
        self.draw = draw
    }

    static let all = [
        AuditedMechanism("discrete Laplace", used: 0.7) {
            let noise = try DiscreteLaplace(
                sensitivity: .count(ContributionBounds(maxCells: 1, maxPerCell: 3)), epsilon: Epsilon("1"))
            var random = SecureRandom()
            return { noise.addNoise(to: $0 ? 13 : 10, using: &random) }
        },
        AuditedMechanism("discrete Gaussian", epsilon: 1.762_8, delta: 1e-3, used: 0.2) {
            // rho 0.1 is (0.1 + 2 √(0.1 ln 1000), 1/1000).
            let noise = try DiscreteGaussian(
                sensitivity: .count(ContributionBounds(maxCells: 1, maxPerCell: 3)), rho: Rho("0.1"))
            var random = SecureRandom()
            return { noise.addNoise(to: $0 ? 13 : 10, using: &random) }
        },
        AuditedMechanism("partition selection", delta: 1e-2, used: 0.5) {
            let selection = try PartitionSelectionTests.rule("1", "1e-2")
            var random = SecureRandom()
            return { selection.shows(contributors: $0 ? 5 : 4, using: &random) ? 1 : 0 }
        },
        AuditedMechanism("randomized response", used: 0.8) {
            let response = try RandomizedResponse(choices: 4, epsilon: Epsilon("1"))
            var random = SecureRandom()
            return { Int64(response.respond($0 ? 2 : 0, using: &random)) }
        },
        AuditedMechanism("unary encoding", used: 0.8) {
            let encoding = try UnaryEncoding(choices: 2, epsilon: Epsilon("1"))
            var random = SecureRandom()
            return { encoding.respond($0 ? 1 : 0, using: &random).reduce(0) { 2 * $0 + ($1 ? 1 : 0) } }
        },
        AuditedMechanism("running totals", epsilon: 1.762_8, delta: 1e-3, used: 0.1) {
            // rho 0.1, as for the discrete Gaussian; both totals together.
            let plan = try ContinualPlan(
                horizon: 2, sensitivity: .count(ContributionBounds(maxCells: 1, maxPerCell: 3)), rho: Rho("0.1"))
            var random = SecureRandom()
            let fresh = ContinualCounter(plan)
            return { isIn in
                var counter = fresh
                let first = try! counter.add(isIn ? 13 : 10, using: &random)
                let second = try! counter.add(10, using: &random)
                // The sum tells most: both totals have the contributor.
                return Int64((first + second).rounded())
            }
        },
        AuditedMechanism("exponential mechanism", used: 0.1) {
            let choice = try ExponentialMechanism(sensitivity: SelectionTests.counts(), epsilon: Epsilon("1"))
            var random = SecureRandom()
            return { Int64(choice.choose(among: $0 ? [3, 5, 3] : [3, 4, 3], using: &random)!) }
        },
        AuditedMechanism("permute-and-flip", used: 0.1) {
            let choice = try PermuteAndFlip(sensitivity: SelectionTests.counts(), epsilon: Epsilon("1"))
            var random = SecureRandom()
            return { Int64(choice.choose(among: $0 ? [3, 5, 3] : [3, 4, 3], using: &random)!) }
        },
        AuditedMechanism("above threshold", used: 0.2) {
            let alarm = try AboveThreshold(
                answers: 1, sensitivity: SelectionTests.counts(maxCells: 8), epsilon: Epsilon("1"))
            var random = SecureRandom()
            return { isIn in
                var questions = alarm.begin(threshold: 1, using: &random)
                return (0..<8).reduce(0) { pattern, _ in
                    2 * pattern + (questions.isAbove(isIn ? 1 : 0, using: &random) == true ? 1 : 0)
                }
            }
        },
        AuditedMechanism("a whole cell: contributors, sum and count of a mean", used: 0.3) {
            let noise = try MetricNoise(
                .mean,
                bounds: ContributionBounds(maxCells: 1, maxPerCell: 1, values: ValueRange(0...2, granularity: 1)),
                epsilon: Epsilon("1"), delta: .zero, k: 2, isOpen: false)
            var random = SecureRandom()
            return { isIn in
                let figures: [Int64] = isIn ? [1, 21] : [0, 20]
                guard let cell = noise.release(contributors: isIn ? 21 : 20, figures: figures, using: &random) else {
                    return -1
                }
                // One digit each: whether it is below, at or above what it would be without the contributor.
                return [cell.contributors - 20, cell.figures[0], cell.figures[1] - 20].reduce(0) {
                    $0 * 3 + ($1 > 0 ? 2 : $1 < 0 ? 0 : 1)
                }
            }
        },
        AuditedMechanism("largest cells", used: 0.1) {
            let top = try TopCells(
                count: 1, bounds: ContributionBounds(maxCells: 1, maxPerCell: 1), epsilon: Epsilon("1"))
            var random = SecureRandom()
            return { isIn in
                let cell = top.release(isIn ? [5, 6] : [5, 5], using: &random)[0]
                return Int64(cell.index) * 1000 + min(max(cell.count, -100), 100)
            }
        },
    ]
}
