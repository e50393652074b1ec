/// Noise on the contributor's own side: the true one of several answers, or with a known probability another one.
///
/// ```swift
/// let response = try RandomizedResponse(choices: 5, epsilon: Epsilon("2"))
/// let sent = response.respond(3, using: &random)             // on the device
/// let estimate = response.estimate(counts: received)[3]      // at the collector
/// estimate.value                                             // unbiased, may be below 0
/// estimate.interval                                          // holds the true number 95 times in 100
/// ```
///
/// **Guarantee.** Whoever sees what was sent learns at most epsilon about the answer. No trust in the collector is needed.
///
/// **Proof.** The true answer is sent with probability p, each other one with q = (1 − p) / (k − 1). With
/// p = exp(epsilon) / (exp(epsilon) + k − 1) the ratio p / q is exp(epsilon). p is kept as whole parts of 2⁻¹²⁸ and is
/// rounded down, which makes the ratio smaller. If n people answer and N of them truly j, the number c of those who sent j
/// has mean N p + (n − N) q, so (c − n q) / (p − q) has mean N.
///
/// - Shape: an answer in 0..<choices in, one out. Unit: one answer. Range: 2…65,536 choices.
/// - Adjacency: one answer replaced by any other (the local model), so it holds for adding or removing one too.
/// - Papers: Warner 1965, "Randomized Response", JASA 60(309), 63–69; Kairouz, Bonawitz, Ramage 2016, "Discrete
///   Distribution Estimation under Local Privacy", ICML, section 3 (k choices).
/// - Not protected: that somebody answered, and how often. Answers of one contributor add up.
public struct RandomizedResponse: Hashable, Sendable {
    /// The number of answers.
    public let choices: Int
    /// What one response spends.
    public let epsilon: Epsilon
    private let truth: DyadicProbability

    /// A question with so many answers.
    public init(choices: Int, epsilon: Epsilon) throws(PrivacyError) {
        guard (2...65_536).contains(choices) else {
            throw PrivacyError(
                .choicesOutOfRange, "A question with \(choices) answers is outside 2…65,536.", at: "choices",
                remedy: "Declare at least two answers.")
        }
        self.choices = choices
        self.epsilon = epsilon
        // p = 1 / (1 + (k − 1) exp(−epsilon)), with exp(−epsilon) from above.
        let bits = 256
        let (_, falling) = ExponentialBounds.of(
            minus: Natural(UInt64(epsilon.millionths)), over: 1_000_000, bits: bits)
        let whole = Natural.power(ofTwo: bits) + Natural(UInt64(choices - 1)) * falling
        truth = DyadicProbability(parts: Natural.power(ofTwo: bits + 128) / whole)
    }

    /// The probability that the true answer is sent.
    public var truthProbability: Double { truth.approximation }

    /// The probability that a certain other answer is sent.
    public var otherProbability: Double { (1 - truthProbability) / Double(choices - 1) }

    /// What to send for a true answer in 0..<`choices`.
    @specialized(where Source == SecureRandom)
    public func respond<Source: NoiseSource>(_ answer: Int, using source: inout Source) -> Int {
        precondition((0..<choices).contains(answer), "An answer is one of the declared choices")
        // Both words are drawn always: the time doesn't tell the truth from a lie.
        let other = Int(source.uniform(below: UInt64(choices - 1)))
        return truth.decide(using: &source) ? answer : other < answer ? other : other + 1
    }

    /// The variance of ``estimate(counts:confidence:)`` for an answer that nobody gave, for each response.
    public var variancePerResponse: Double { law.variancePerResponse }

    /// How many truly gave each answer, from how many sent it.
    public func estimate(counts: [Int64], confidence: Confidence = .percent95) -> [ResponseEstimate] {
        precondition(counts.count == choices, "One count for each choice")
        let all = Double(counts.reduce(0, +))
        return counts.map { law.estimate(count: Double($0), of: all, confidence: confidence) }
    }

    private var law: ResponseLaw { ResponseLaw(present: truthProbability, absent: otherProbability) }
}
