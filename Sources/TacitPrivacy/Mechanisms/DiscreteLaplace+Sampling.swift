extension DiscreteLaplace {
    /// One exact sample of the noise.
    ///
    /// Canonne, Kamath, Steinke 2020, algorithm 2, with scale p/q in lowest terms: U + p·V is geometric with ratio
    /// exp(−1/p) because U in 0..<p is accepted with probability exp(−U/p) and V counts successes of probability 1/e;
    /// its quotient by q is geometric with ratio exp(−q/p); a sign is added, and "minus zero" is drawn again so that
    /// zero does not count twice. All of it is integer arithmetic on unbiased uniform integers.
    ///
    /// A size beyond `Int64.max` is cut there: a function of the noisy figure alone, which costs no privacy.
    @specialized(where Source == SecureRandom)
    public func sample<Source: NoiseSource>(using source: inout Source) -> Int64 {
        while true {
            let remainder = source.uniform(below: numerator)
            guard source.bernoulliExp(minus: remainder, over: numerator) else { continue }
            var whole: UInt64 = 0
            while source.bernoulliInverseE() { whole += 1 }
            let size = quotient(whole: whole, remainder: remainder)
            let sign = Int64(source.next() >> 63)
            if size | (1 - sign) == 0 { continue }
            // Negates without a branch, which would be mispredicted every other time: −x is ~x + 1.
            return (size ^ -sign) + sign
        }
    }

    /// The figure's entry with a fresh sample added, kept within `Int64` (which costs no privacy).
    ///
    /// ```swift
    /// let released = noise.addNoise(to: exact, using: &random)
    /// ```
    @specialized(where Source == SecureRandom)
    public func addNoise<Source: NoiseSource>(to exact: Int64, using source: inout Source) -> Int64 {
        let noise = sample(using: &source)
        let (sum, overflow) = exact.addingReportingOverflow(noise)
        return overflow ? (noise < 0 ? .min : .max) : sum
    }

    /// Every entry with a fresh, independent sample added: the whole figure at the price of ``epsilon``.
    @specialized(where Source == SecureRandom)
    public func addNoise<Source: NoiseSource>(to entries: inout [Int64], using source: inout Source) {
        for index in entries.indices {
            entries[index] = addNoise(to: entries[index], using: &source)
        }
    }

    /// ⌊(remainder + numerator · whole) / denominator⌋, or `Int64.max` if larger.
    @inline(__always)
    private func quotient(whole: UInt64, remainder: UInt64) -> Int64 {
        let (product, overflow) = numerator.multipliedReportingOverflow(by: whole)
        let (sum, carry) = product.addingReportingOverflow(remainder)
        guard overflow || carry else {
            return Int64(clamping: denominator == 1 ? sum : sum / denominator)
        }
        return wideQuotient(whole: whole, remainder: remainder)
    }

    @inline(never)
    private func wideQuotient(whole: UInt64, remainder: UInt64) -> Int64 {
        let product = numerator.multipliedFullWidth(by: whole)
        let (low, carry) = product.low.addingReportingOverflow(remainder)
        let high = product.high &+ (carry ? 1 : 0)
        guard high < denominator else { return .max }
        return Int64(clamping: denominator.dividingFullWidth((high, low)).quotient)
    }
}
