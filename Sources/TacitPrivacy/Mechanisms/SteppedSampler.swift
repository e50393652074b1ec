/// An exact sampler of integers Z with P(Z = z) proportional to exp(−rate · |z|^degree): discrete Laplace (degree 1) and
/// discrete Gaussian noise (degree 2) alike.
///
/// **Method.** Magnitudes are cut into 511 steps of 2^`shift`, over each of which the law is bounded by its value at the
/// start, and a tail. The bounds are rounded up to whole 2⁻³¹ parts, so that a step is chosen by an alias table with one
/// uniform word (Walker 1977, ACM TOMS 3(3), 253–256): no real number is rounded there, since the table is an integer
/// table. A magnitude is drawn uniformly in the step, a sign is added, and the result is kept with the probability that
/// the law has there in parts of its bound. (Von Neumann's rejection; Buchmann et al. 2013, "Discrete Ziggurat", SAC,
/// section 3, where the steps have equal areas.)
///
/// **Exactness.** Let W be the parts of a step, of 2³¹. Magnitude x in it is proposed with probability W / 2³¹ / 2^shift
/// and kept with probability C · exp(−rate x^degree) / W, a number that the choice of W keeps at most 1. So it comes out
/// with probability proportional to exp(−rate x^degree), with one and the same C / 2³¹ / 2^shift for all x. It is decided
/// exactly: a uniform real number is drawn digit by digit and compared with proven bounds (``Decision``), until they
/// differ. 32 digits decide nearly always, the next 32 nearly always then, and any number of them when it must be.
///
/// No floating point takes part, in the tables either. The time tells whether a rare path was taken, which depends on the
/// random words and so on the noise, but not on the data.
package struct SteppedSampler: Sendable {
    /// A slot of the alias table, and how sure its two steps are: a uniform number's first 32 digits below `quick` keep.
    package struct Slot: Sendable {
        package var cut: UInt32
        package var other: UInt16
        var ownQuick: UInt32
        var otherQuick: UInt32
    }

    static let slotBits = 9
    static let slotCount = 1 << slotBits
    /// Parts in a slot, and in all slots.
    static let cutBits = 22
    static let parts = UInt64(1) << (slotBits + cutBits)

    package let slots: [Slot]
    package let decision: Decision
    /// A step has 2^shift magnitudes.
    let shift: UInt64

    /// The sampler with a rate of `numerator` / `denominator`, both above 0 and below 2⁶³.
    package init(degree: Int, numerator: UInt64, denominator: UInt64) {
        let decision = Decision(degree: degree, numerator: numerator, denominator: denominator)
        self.decision = decision
        shift = UInt64(decision.shift)
        slots = Self.aliasTable(decision)
    }

    /// One exact sample, cut at ±`Int64.max`.
    @inline(__always)
    package func sample<Source: NoiseSource>(using source: inout Source) -> Int64 {
        while true {
            let word = source.next()
            // 9 bits choose the slot, 22 the side of its cut, 1 the sign, and 32 begin the uniform number.
            let index = Int(truncatingIfNeeded: word & 0x1FF)
            let slot = slots[index]
            let isOwn = UInt32(truncatingIfNeeded: (word >> 9) & 0x3F_FFFF) < slot.cut
            let step = isOwn ? UInt64(index) : UInt64(slot.other)
            let quick = isOwn ? slot.ownQuick : slot.otherQuick
            let sign = Int64(truncatingIfNeeded: (word >> 31) & 1)
            let digits = UInt32(truncatingIfNeeded: word >> 32)

            var size: Int64
            if shift == 0 {
                size = Int64(bitPattern: step)
                if digits >= quick {
                    guard let kept = decision.magnitude(step: step, offset: 0, digits: digits, using: &source) else {
                        continue
                    }
                    size = kept
                }
            } else {
                let offset = source.next() &>> (64 &- shift)
                if digits < quick, shift <= Decision.largestPlainShift {
                    // Below 511 · 2^54 + 2^54 = 2^63.
                    size = Int64(bitPattern: step &<< shift &+ offset)
                } else {
                    guard let kept = decision.magnitude(step: step, offset: offset, digits: digits, using: &source)
                    else { continue }
                    size = kept
                }
                // Zero would come with either sign; half of it is drawn again.
                if size | (1 &- sign) == 0 { continue }
            }
            // Negates without a branch, which would be mispredicted every other time: −x is ~x + 1.
            return (size ^ (0 &- sign)) &+ sign
        }
    }
}
