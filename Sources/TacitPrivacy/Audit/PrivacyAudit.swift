/// Tries to prove from samples that a mechanism is *less* private than it says. It can't prove that it is private.
///
/// ```swift
/// let audit = PrivacyAudit(samples: 200_000)
/// let verdict = audit.run(claim: .init(epsilon: 1, delta: 0)) { isIn in
///     noise.addNoise(to: isIn ? 11 : 10, using: &random)
/// }
/// verdict.isRefuted          // false
/// verdict.epsilonAtLeast     // 0.98
/// ```
///
/// **Method.** Outcomes with and without one contributor are drawn. On the first half of the samples an event is chosen:
/// single outcomes, and all outcomes at or below and at or above each, for the direction with and the one without. On the
/// second half, which had no part in the choice, the event's two probabilities get a Clopper–Pearson lower and upper bound,
/// and epsilon is at least ln((lower − delta) / upper). A claim below that is refuted.
///
/// **False alarm.** Both bounds hold with probability 1 − `miss`, whatever the mechanism, so a true claim is refuted with
/// probability at most `miss`. The choice doesn't enter: it is a function of other samples.
///
/// - Adjacency: the one between the two inputs that `draw` chooses; it should be that of the claim.
/// - Papers: Jagielski, Ullman, Oprea 2020, "Auditing Differentially Private Machine Learning", NeurIPS, section 4;
///   Clopper, Pearson 1934, Biometrika 26(4), 404–413.
/// - Limits: a defect in delta of less than about ten in the number of samples can't be seen; exact tests are for those.
public struct PrivacyAudit: Sendable {
    /// What a mechanism says about itself.
    public struct Claim: Hashable, Sendable {
        public let epsilon: Double
        public let delta: Double

        public init(epsilon: Double, delta: Double = 0) {
            self.epsilon = epsilon
            self.delta = delta
        }
    }

    /// What the samples say about the claim.
    public struct Verdict: Sendable {
        /// The proven lower bound; 0 where nothing is proven, infinite where no epsilon would do.
        public let epsilonAtLeast: Double
        /// Whether the claim is below the bound.
        public let isRefuted: Bool
        /// The event that told the most.
        public let event: String
    }

    /// Samples of each of the two inputs.
    public let samples: Int
    /// The probability with which a true claim may be refuted.
    public let miss: Double

    /// An audit; `miss` is 10⁻⁷ unless a weaker proof will do.
    public init(samples: Int, miss: Double = 1e-7) {
        precondition(samples >= 100 && miss > 0 && miss < 1, "An audit needs 100 samples and a probability")
        self.samples = samples
        self.miss = miss
    }

    /// Audits a mechanism: `draw` answers one outcome, with the contributor (`true`) or without.
    public func run<Outcome: Comparable & Hashable>(
        claim: Claim, draw: (_ isIn: Bool) throws -> Outcome
    ) rethrows -> Verdict {
        let half = samples / 2
        func outcomes(_ isIn: Bool, _ count: Int) throws -> [Outcome] { try (0..<count).map { _ in try draw(isIn) } }
        let training = (try outcomes(true, half), try outcomes(false, half))
        let candidates = Self.candidates(training.0, training.1, claim: claim)
        let event = candidates.max { $0.score < $1.score }
        guard let event else { return Verdict(epsilonAtLeast: 0, isRefuted: false, event: "none") }

        let testing = (try outcomes(true, samples - half), try outcomes(false, samples - half))
        let (with, without) = (testing.0.count(where: event.holds), testing.1.count(where: event.holds))
        let (likely, unlikely) = event.isLikelierWith ? (with, without) : (without, with)
        let lower = BinomialBound.lower(likely, of: samples - half, miss: miss / 2)
        let upper = BinomialBound.upper(unlikely, of: samples - half, miss: miss / 2)
        let epsilon = lower > claim.delta ? max(0, Real.logarithm((lower - claim.delta) / upper)) : 0
        return Verdict(epsilonAtLeast: epsilon, isRefuted: epsilon > claim.epsilon, event: event.name)
    }

    private struct Event<Outcome: Comparable & Hashable> {
        let name: String
        let score: Double
        let isLikelierWith: Bool
        let holds: (Outcome) -> Bool
    }

    /// Every outcome that was seen makes three events and two directions, scored by a cautious estimate of their epsilon.
    private static func candidates<Outcome: Comparable & Hashable>(
        _ with: [Outcome], _ without: [Outcome], claim: Claim
    ) -> [Event<Outcome>] {
        func counts(_ outcomes: [Outcome]) -> [Outcome: Int] {
            outcomes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        let (left, right) = (counts(with), counts(without))
        let seen = Set(left.keys).union(right.keys).sorted()
        var events: [Event<Outcome>] = []
        var (leftBelow, rightBelow) = (0, 0)
        for outcome in seen {
            let (a, b) = (left[outcome] ?? 0, right[outcome] ?? 0)
            let (leftAbove, rightAbove) = (with.count - leftBelow, without.count - rightBelow)
            leftBelow += a
            rightBelow += b
            let shapes: [(String, Int, Int, (Outcome) -> Bool)] = [
                ("exactly \(outcome)", a, b, { $0 == outcome }),
                ("at most \(outcome)", leftBelow, rightBelow, { $0 <= outcome }),
                ("at least \(outcome)", leftAbove, rightAbove, { $0 >= outcome }),
            ]
            for (name, inWith, inWithout, holds) in shapes {
                for (likely, unlikely, isWith) in [(inWith, inWithout, true), (inWithout, inWith, false)] {
                    let score = score(likely, unlikely, of: with.count, delta: claim.delta)
                    events.append(Event(name: name, score: score, isLikelierWith: isWith, holds: holds))
                }
            }
        }
        return events
    }

    /// ln of the ratio with both counts moved against it by five standard deviations: so many events are compared that the
    /// best of them must not be one that is good by chance.
    private static func score(_ likely: Int, _ unlikely: Int, of count: Int, delta: Double) -> Double {
        let low = Double(likely) - 5 * Double(likely).squareRoot() - delta * Double(count)
        guard low > 0 else { return 0 }
        let high = Double(unlikely) + 5 * Double(unlikely).squareRoot() + 12
        return Real.logarithm(low / high)
    }
}
