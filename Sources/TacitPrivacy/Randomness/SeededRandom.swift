#if DEBUG
    /// Noise that repeats, for tests of code that draws noise. Insecure: whoever knows the seed removes the noise.
    ///
    /// ```swift
    /// var random = SeededRandom.insecureForTesting(seed: 1)
    /// let noise = mechanism.sample(using: &random)
    /// ```
    ///
    /// The type exists in debug builds only, so a release build that names it doesn't compile. For reproducible *data*
    /// in a release build take ``SyntheticRandom``.
    public struct SeededRandom: NoiseSource, Sendable {
        private var words: SyntheticRandom

        public static var vouched: NoiseSourceVoucher { NoiseSourceVoucher() }

        /// A noise source whose whole sequence follows from `seed`.
        public static func insecureForTesting(seed: UInt64) -> SeededRandom {
            SeededRandom(words: SyntheticRandom(seed: seed))
        }

        /// The next 64 bits.
        public mutating func next() -> UInt64 { words.next() }
    }
#endif
