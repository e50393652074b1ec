extension SteppedSampler {
    /// The law, the bound over each step, and whether a proposed magnitude is kept.
    package struct Decision: Sendable {
        static let steps = slotCount - 1
        /// Up to here every magnitude of a step fits in an `Int64`.
        static let largestPlainShift: UInt64 = 54

        let degree: Int
        let numerator: UInt64
        let denominator: UInt64
        let shift: Int
        /// C: the law's value at 0, in parts of 2³¹.
        package let scale: UInt64
        /// W of each step; the last one is the tail's.
        package let weights: [UInt64]
        /// Lower bounds of the probability with which a step's first magnitude is kept, in 2⁻⁶⁴; the tail has none.
        let least: [UInt64]
        /// Lower bounds of the probability with which any magnitude of a step is kept, in 2⁻³².
        let quick: [UInt32]
        /// ⌊rate · 2^(shift · degree) · 2⁶⁴⌋, where a step has several magnitudes; then it is below 2⁶⁰.
        let rate: UInt64
        /// Where the tail begins, in steps.
        let tail: UInt64
        /// The tail is a series of pieces of 2^tailBits steps, each with at most half the probability of the one before.
        let tailBits: Int

        /// The magnitude if it is kept, cut at `Int64.max`, or `nil`.
        ///
        /// - Parameter digits: the first 32 binary digits of a uniform real number below 1.
        @inline(never)
        func magnitude<Source: NoiseSource>(
            step: UInt64, offset: UInt64, digits: UInt32, using source: inout Source
        ) -> Int64? {
            if step == tail { return tailMagnitude(digits: UInt64(digits), using: &source) }
            let magnitude = UInt128(step) << UInt128(shift) + UInt128(offset)
            let cut = Int64(clamping: magnitude)
            guard digits >= quick[Int(step)] else { return cut }
            guard shift > 0 else {
                return isKept(magnitude, step: step, piece: 0, uniform: UInt64(digits), count: 32, using: &source)
                    ? cut : nil
            }
            let uniform = UInt64(digits) << 32 | source.next() >> 32
            let (lower, last) = bounds(step: step, offset: offset)
            if uniform < lower { return cut }
            if uniform > last { return nil }
            return isKept(magnitude, step: step, piece: 0, uniform: uniform, count: 64, using: &source) ? cut : nil
        }

        /// Bounds, in 2⁻⁶⁴, of the probability with which a magnitude is kept: below `lower` a number's 64 digits surely
        /// keep it, above `last` they surely don't.
        ///
        /// The law falls within the step by exp(−d), d = r (2 j v + v²) or r v for the share v of the step and its
        /// number j. With v in 2⁻⁵⁴ cut off, 2 j v + v² is short by less than 1,025 units, and r by less than a unit of
        /// 2⁻⁶⁴; with r < 2⁻⁴, d is short by less than 1,024 + 1,025 · 2⁶ + 2 < 2¹⁷ units of 2⁻⁶⁴. And
        /// 1 − d + d²/2 − d³/6 ≤ exp(−d) ≤ 1 − d + d²/2 (Taylor's series alternates).
        private func bounds(step: UInt64, offset: UInt64) -> (lower: UInt64, last: UInt64) {
            let share = shift <= 54 ? offset << UInt64(54 - shift) : offset >> UInt64(shift - 54)
            // Below 2 · 510 · 2^54 + 2^54 < 2^64.
            let reach = degree == 1 ? share : 2 * step * share + UInt64((UInt128(share) * UInt128(share)) >> 54)
            let low = UInt64((UInt128(rate) * UInt128(reach)) >> 54)
            let high = low + 1 << 17

            let lowSquare = low.multipliedFullWidth(by: low).high
            let highSquare = high.multipliedFullWidth(by: high).high + 1
            let highCube = highSquare.multipliedFullWidth(by: high).high + 1
            // Both are 2^64 less a number between 1 and 2^64 − 1, since 0 < high < 2^63.
            let lower = 0 &- (high - lowSquare / 2 + highCube / 6 + 1)
            let rise = highSquare / 2 + 1
            let last = low > rise ? ~(low - rise) : .max
            return (least[Int(step)].multipliedFullWidth(by: lower).high, last)
        }

        /// Proposes in the tail: the piece by coin flips, the magnitude uniformly within it.
        private func tailMagnitude<Source: NoiseSource>(digits: UInt64, using source: inout Source) -> Int64? {
            var piece: UInt64 = 0
            while source.next() >> 63 == 1 { piece += 1 }
            let width = UInt128(shift + tailBits)
            let uniform = UInt128(source.next()) << 64 | UInt128(source.next())
            let offset = width == 0 ? 0 : uniform >> (128 - width)
            // No overflow: a piece has at most 2^70 magnitudes, and 2^57 coin flips never come.
            let magnitude = UInt128(tail) << UInt128(shift) + UInt128(piece) << width + offset
            return isKept(magnitude, step: tail, piece: piece, uniform: digits, count: 32, using: &source)
                ? Int64(clamping: magnitude) : nil
        }

        /// Whether a uniform number that begins with `count` digits is below C · m · exp(−rate x^degree) / W, exactly.
        private func isKept<Source: NoiseSource>(
            _ magnitude: UInt128, step: UInt64, piece: UInt64, uniform: UInt64, count: Int, using source: inout Source
        ) -> Bool {
            let x = Natural(magnitude)
            let exponent = Natural(numerator) * (degree == 1 ? x : x * x)
            // The tail's piece number D is proposed with probability 2^−(D + 1).
            let multiple = Natural(scale) * Natural(multiplicity(of: step)) << Int(piece)
            let weight = Natural(weights[Int(step)])
            var (known, places) = (Natural(uniform), count)
            while true {
                let bits = places + 96
                let law = ExponentialBounds.of(minus: exponent, over: denominator, bits: bits)
                if (known + Natural(1 as UInt64)) * weight << (bits - places) <= multiple * law.lower { return true }
                if known * weight << (bits - places) >= multiple * law.upper { return false }
                known = known << 64 + Natural(source.next())
                places += 64
            }
        }

        /// How many times the law at a step's start is the step's bound, in units of 2^shift magnitudes of one sign. Where a
        /// step is a single magnitude, all but 0 have two signs.
        func multiplicity(of step: UInt64) -> UInt64 {
            let signs: UInt64 = shift == 0 && step > 0 ? 2 : 1
            return step == tail ? signs << UInt64(tailBits + 1) : signs
        }
    }
}
