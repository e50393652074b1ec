/// Many questions for the price of a few: says which entries are above a threshold, and stops after so many "yes".
///
/// ```swift
/// let alarm = try AboveThreshold(answers: 3, sensitivity: .count(bounds), epsilon: Epsilon("1"))
/// var questions = alarm.begin(threshold: 1000, using: &random)
/// for hour in hours {
///     guard let isAbove = questions.isAbove(hour.count, using: &random) else { break }   // three times "yes": the end
/// }
/// ```
///
/// **Guarantee.** All answers together are epsilon-differentially private, whatever the number of questions and however
/// each was chosen after the answers before. Values are not shown.
///
/// **Proof.** Epsilon is divided in two. The threshold gets discrete Laplace noise of scale L∞ / first, drawn once; each
/// entry gets noise of scale 2 c L∞ / second (c L∞ / second where one contributor moves all entries the same way), for
/// c answers. For "no" answers shift the threshold's noise by L∞: all stay "no", at the price of exp(first). For each of
/// the at most c "yes" answers shift the entry's noise by 2 L∞ (by L∞ if monotone): at the price of exp(second / c). The
/// shifts are integers, so the sums go over the same integers. Three published variants break this: they answer without
/// noise on the entries, without counting the answers, or show the noisy entry for free. None of that is here.
///
/// - Shape: an entry in, above or not out, `nil` after the last answer. Unit: that of the entries.
/// - Sensitivity: L∞, from the bounds. Adjacency: add or remove one contributor.
/// - Paper: Lyu, Su, Li 2017, "Understanding the Sparse Vector Technique for Differential Privacy", PVLDB 10(6), 637–648,
///   algorithm 7 (page 644) without numeric answers, theorems 4 and 5; the division of epsilon is that of section 4.2.
public struct AboveThreshold: Sendable {
    /// What all answers together spend.
    public let epsilon: Epsilon
    /// How many times it says yes.
    public let answers: Int
    private let thresholdNoise: SteppedSampler
    private let entryNoise: SteppedSampler

    /// An alarm over entries of a figure of this sensitivity that says yes at most `answers` times.
    public init(answers: Int, sensitivity: Sensitivity, epsilon: Epsilon) throws(PrivacyError) {
        guard (1...65_536).contains(answers) else {
            throw PrivacyError(
                .choicesOutOfRange, "A number of \(answers) answers is outside 1…65,536.", at: "answers",
                remedy: "Declare after how many entries above the threshold to stop.")
        }
        let shifts = UInt64(answers) * (sensitivity.isMonotone ? 1 : 2)
        // The error of the difference is smallest at first : second = 1 : shifts^(2/3).
        let share = 1 / (1 + Real.cubeRoot(Double(shifts * shifts)))
        let first = max(1, Int64(Double(epsilon.millionths) * share))
        let (unit, overflow) = UInt64(sensitivity.lInfinity).multipliedReportingOverflow(by: shifts * 1_000_000)
        guard first < epsilon.millionths, !overflow, unit < 1 << 63 else {
            throw PrivacyError(
                .sensitivityOverflow,
                "The noise scale \(shifts) × \(sensitivity.lInfinity) / \(epsilon) can't be divided in whole millionths "
                    + "with a numerator below 2^63.",
                at: "epsilon", remedy: "Declare lower bounds, fewer answers or a larger epsilon.")
        }
        self.epsilon = epsilon
        self.answers = answers
        thresholdNoise = SteppedSampler(
            degree: 1, numerator: UInt64(first), denominator: UInt64(sensitivity.lInfinity) * 1_000_000)
        entryNoise = SteppedSampler(degree: 1, numerator: UInt64(epsilon.millionths - first), denominator: unit)
    }

    /// Draws the threshold's noise and begins to answer. Each beginning spends ``epsilon``.
    public func begin<Source: NoiseSource>(threshold: Int64, using source: inout Source) -> Questions {
        Questions(
            remainingAnswers: answers, noise: entryNoise,
            threshold: threshold.addingSaturating(thresholdNoise.sample(using: &source)))
    }

    /// The questions of one beginning. It can't be copied: a copy would answer on with the same noise on the threshold.
    public struct Questions: ~Copyable, Sendable {
        /// How many more times it may say yes.
        public private(set) var remainingAnswers: Int
        private let noise: SteppedSampler
        private let threshold: Int64

        init(remainingAnswers: Int, noise: SteppedSampler, threshold: Int64) {
            self.remainingAnswers = remainingAnswers
            self.noise = noise
            self.threshold = threshold
        }

        /// Whether the entry is above the threshold, as far as the noise lets anybody say; `nil` after the last yes.
        public mutating func isAbove<Source: NoiseSource>(_ entry: Int64, using source: inout Source) -> Bool? {
            guard remainingAnswers > 0 else { return nil }
            guard entry.addingSaturating(noise.sample(using: &source)) >= threshold else { return false }
            remainingAnswers -= 1
            return true
        }
    }
}
