/// A reproducible generator for made-up data: demonstrations, simulations, populations in tests.
///
/// It is never a ``NoiseSource``: whatever it draws, no released figure can rest on it.
///
/// ```swift
/// var random = SyntheticRandom(seed: 7)
/// let installations = (0..<1_000).map { _ in Int.random(in: 1...20, using: &random) }
/// ```
///
/// SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA, 453–472). Equal
/// seeds give equal sequences on every platform. Not cryptographic: the state can be read off one output.
public struct SyntheticRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator whose whole sequence follows from `seed`.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
