/// Noise on the contributor's own side for questions with many answers: a bit for each answer, each flipped by itself.
///
/// ```swift
/// let encoding = try UnaryEncoding(choices: 200, epsilon: Epsilon("1"))
/// let sent = encoding.respond(17, using: &random)                        // on the device: 200 bits
/// for (answer, isOn) in sent.enumerated() where isOn { ons[answer] += 1 }       // at the collector
/// let estimate = encoding.estimate(counts: ons, responses: responses)[17]
/// ```
///
/// ``RandomizedResponse`` gets worse with the number of answers; here it doesn't enter. From about 3 exp(epsilon) + 2 answers
/// on the optimized kind has the smaller error.
///
/// **Guarantee.** Whoever sees what was sent learns at most epsilon about the answer. No trust in the collector is needed.
///
/// **Proof.** The true answer's bit is on with probability p, every other one with q, all independently. Two answers differ
/// in two bits, so no outcome is more than p (1 − q) / ((1 − p) q) times as likely with one as with the other. Optimized:
/// p = 1/2 and q = 1 / (exp(epsilon) + 1), which makes it exp(epsilon). Symmetric: p = 1 − q =
/// exp(epsilon / 2) / (exp(epsilon / 2) + 1), which does too. The probabilities are whole parts of 2⁻¹²⁸; q is rounded up in
/// the first case and p down in the second, which makes the ratio smaller.
///
/// - Shape: an answer in 0..<choices in, as many bits out. Unit: one answer. Range: 2…65,536 choices.
/// - Adjacency: one answer replaced by any other (the local model), so it holds for adding or removing one too.
/// - Papers: Wang, Blocki, Li, Jha 2017, "Locally Differentially Private Protocols for Frequency Estimation", USENIX Security
///   (both kinds and their variance); Erlingsson, Pihur, Korolova 2014, "RAPPOR", CCS (the symmetric kind).
/// - Not protected: that somebody answered, and how often. Answers of one contributor add up.
public struct UnaryEncoding: Hashable, Sendable {
    /// How bits are flipped.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The least error for answers that few give.
        case optimized
        /// On and off are flipped alike, as in basic RAPPOR.
        case symmetric
    }

    /// The number of answers.
    public let choices: Int
    /// What one response spends.
    public let epsilon: Epsilon
    /// How bits are flipped.
    public let kind: Kind
    private let present: DyadicProbability
    private let absent: DyadicProbability

    /// A question with so many answers.
    public init(choices: Int, epsilon: Epsilon, kind: Kind = .optimized) throws(PrivacyError) {
        guard (2...65_536).contains(choices) else {
            throw PrivacyError(
                .choicesOutOfRange, "A question with \(choices) answers is outside 2…65,536.", at: "choices",
                remedy: "Declare at least two answers.")
        }
        self.choices = choices
        self.epsilon = epsilon
        self.kind = kind
        let halves: UInt64 = kind == .optimized ? 1 : 2
        // p = 1 / (1 + exp(−epsilon / halves)) from below; its complement is from above.
        let bits = 256
        let (_, falling) = ExponentialBounds.of(
            minus: Natural(UInt64(epsilon.millionths)), over: 1_000_000 * halves, bits: bits)
        let parts = Natural.power(ofTwo: bits + 128) / (Natural.power(ofTwo: bits) + falling)
        absent = DyadicProbability(parts: DyadicProbability.one - parts)
        present = DyadicProbability(parts: kind == .optimized ? Natural.power(ofTwo: 127) : parts)
    }

    /// The probability that the true answer's bit is on.
    public var truthProbability: Double { present.approximation }

    /// The probability that a certain other bit is on.
    public var otherProbability: Double { absent.approximation }

    /// The variance of ``estimate(counts:responses:confidence:)`` for an answer that nobody gave, for each response.
    public var variancePerResponse: Double { law.variancePerResponse }

    /// What to send for a true answer in 0..<`choices`: a bit for each answer.
    @specialized(where Source == SecureRandom)
    public func respond<Source: NoiseSource>(_ answer: Int, using source: inout Source) -> [Bool] {
        precondition((0..<choices).contains(answer), "An answer is one of the declared choices")
        return (0..<choices).map { place in
            // Both are decided always: the time doesn't tell the truth from the rest.
            let (on, off) = (present.decide(using: &source), absent.decide(using: &source))
            return place == answer ? on : off
        }
    }

    /// How many truly gave each answer, from how many responses there were and in how many each bit was on.
    public func estimate(
        counts: [Int64], responses: Int64, confidence: Confidence = .percent95
    ) -> [ResponseEstimate] {
        precondition(counts.count == choices, "One count for each choice")
        return counts.map { law.estimate(count: Double($0), of: Double(responses), confidence: confidence) }
    }

    private var law: ResponseLaw { ResponseLaw(present: truthProbability, absent: otherProbability) }
}
