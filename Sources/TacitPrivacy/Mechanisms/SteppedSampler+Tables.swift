extension SteppedSampler.Decision {
    /// Bounds of the law at the start of a step, in 2⁻⁶².
    private struct Value {
        var lower: UInt64
        var upper: UInt64

        static let one = Value(lower: 1 << 62, upper: 1 << 62)

        static func * (left: Value, right: Value) -> Value {
            Value(
                lower: UInt64((UInt128(left.lower) * UInt128(right.lower)) >> 62),
                upper: min(1 << 62, UInt64((UInt128(left.upper) * UInt128(right.upper)) >> 62) + 1))
        }
    }

    init(degree: Int, numerator: UInt64, denominator: UInt64) {
        self.degree = degree
        self.numerator = numerator
        self.denominator = denominator
        let shift = Self.shift(degree: degree, numerator: numerator, denominator: denominator)
        self.shift = shift

        // The law at the start of step j is exp(−stepRate · j^degree / denominator).
        let stepRate = Natural(numerator) << (shift * degree)
        let values = Self.values(degree: degree, stepRate: stepRate, denominator: denominator, shift: shift)
        let tail = values.count - 1
        self.tail = UInt64(tail)
        let tailBits = Self.tailBits(after: tail, degree: degree, stepRate: stepRate, denominator: denominator)
        self.tailBits = tailBits
        rate = shift == 0 ? 0 : ((stepRate << 64) / denominator).small!

        let multiples = (0...tail).map { step in
            let signs: UInt64 = shift == 0 && step > 0 ? 2 : 1
            return step == tail ? signs << UInt64(tailBits + 1) : signs
        }
        // C makes all bounds together at most 2³¹ − 512, so at most 2³¹ after up to 512 of them were rounded up.
        let sum = zip(multiples, values).reduce(0 as UInt128) { $0 + UInt128($1.0) * UInt128($1.1.upper) }
        let scale = UInt64((UInt128(SteppedSampler.parts - 512) << 62) / sum)
        self.scale = scale
        var weights = zip(multiples, values).map { multiple, value in
            UInt64((UInt128(scale) * UInt128(multiple) * UInt128(value.upper)) >> 62) + 1
        }
        weights[0] += SteppedSampler.parts - weights.reduce(0, +)
        self.weights = weights

        var least = [UInt64](repeating: 0, count: tail + 1)
        var quick = [UInt32](repeating: 0, count: tail + 1)
        for step in 0..<tail {
            let bound = UInt128(scale) * UInt128(multiples[step])
            least[step] = UInt64(clamping: bound * UInt128(values[step].lower) * 4 / UInt128(weights[step]))
            // The smallest probability in a step is above that at the next one's start.
            let last = values[shift == 0 ? step : step + 1].lower
            quick[step] = UInt32(clamping: ((bound * UInt128(last)) >> 30) / UInt128(weights[step]))
        }
        self.least = least
        self.quick = quick
    }

    /// The smallest shift with which 511 steps reach so far that the law is below exp(−14) there.
    private static func shift(degree: Int, numerator: UInt64, denominator: UInt64) -> Int {
        let reach = Natural(UInt64(degree == 1 ? steps : steps * steps)) * Natural(numerator)
        let wanted = Natural(14 as UInt64) * Natural(denominator)
        var shift = 0
        while reach << (shift * degree) < wanted { shift += 1 }
        return shift
    }

    /// The law at the start of each step and of the tail. Of single magnitudes those below 2⁻⁴⁰ are left to the tail.
    private static func values(degree: Int, stepRate: Natural, denominator: UInt64, shift: Int) -> [Value] {
        let (lower, upper) = ExponentialBounds.of(minus: stepRate, over: denominator, bits: 62)
        let ratio = Value(lower: lower.small!, upper: min(1 << 62, upper.small!))
        let ratioGrowth = degree == 1 ? Value.one : ratio * ratio
        var values = [Value.one]
        var next = ratio
        while values.count < SteppedSampler.slotCount {
            let value = values[values.count - 1] * next
            values.append(value)
            if shift == 0, value.upper <= 1 << 22 { break }
            // (j + 1)² − j² grows by 2.
            if degree == 2 { next = next * ratioGrowth }
        }
        return values
    }

    /// The smallest power of two by which the exponent grows by at least 1, so that the law falls by more than half; it grows
    /// faster further out.
    private static func tailBits(after tail: Int, degree: Int, stepRate: Natural, denominator: UInt64) -> Int {
        var bits = 0
        while true {
            let width = UInt64(1) << UInt64(bits)
            let growth = degree == 1 ? width : width * (2 * UInt64(tail) + width)
            if stepRate * Natural(growth) >= Natural(denominator) { return bits }
            bits += 1
        }
    }
}

extension SteppedSampler {
    /// Divides the weights among slots of equal size, each with at most two steps. (Vose 1991, "A Linear Algorithm for
    /// Generating Random Numbers with a Given Distribution", IEEE TSE 17(9), 972–975; here in integers.)
    static func aliasTable(_ decision: Decision) -> [Slot] {
        let size = UInt64(1) << UInt64(cutBits)
        var left = decision.weights + [UInt64](repeating: 0, count: slotCount - decision.weights.count)
        let quick = decision.quick + [UInt32](repeating: 0, count: slotCount - decision.quick.count)
        var slots = quick.indices.map {
            Slot(cut: UInt32(size), other: UInt16($0), ownQuick: quick[$0], otherQuick: quick[$0])
        }
        var small = left.indices.filter { left[$0] < size }
        var large = left.indices.filter { left[$0] >= size }
        while let slot = small.popLast(), let donor = large.last {
            slots[slot].cut = UInt32(left[slot])
            slots[slot].other = UInt16(donor)
            slots[slot].otherQuick = quick[donor]
            left[donor] -= size - left[slot]
            if left[donor] < size {
                large.removeLast()
                small.append(donor)
            }
        }
        return slots
    }
}
