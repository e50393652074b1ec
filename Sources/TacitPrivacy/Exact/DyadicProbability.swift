/// A probability that is a whole number of 2⁻¹²⁸, so that a decision is exact: uniform digits are compared with its own.
struct DyadicProbability: Hashable, Sendable {
    /// One, in parts.
    static let one = Natural.power(ofTwo: 128)

    private let high: UInt64
    private let low: UInt64

    /// The probability of so many parts of 2⁻¹²⁸, fewer than 2¹²⁸.
    init(parts: Natural) {
        high = (parts >> 64).small!
        low = (parts - ((parts >> 64) << 64)).small!
    }

    /// The parts of 2⁻¹²⁸.
    var parts: Natural { (Natural(high) << 64) + Natural(low) }

    /// The nearest `Double`, for readers.
    var approximation: Double { Double(high) * 0x1p-64 + Double(low) * 0x1p-128 }

    /// True with this probability. One word of the source decides but once in 2⁶⁴ times.
    @inline(__always)
    func decide<Source: NoiseSource>(using source: inout Source) -> Bool {
        let word = source.next()
        return word == high ? source.next() < low : word < high
    }
}
