extension NoiseSource {
    /// True with probability exp(−`whole` − `numerator` / `denominator`), exactly, for a fraction of at most 1.
    ///
    /// Canonne, Kamath, Steinke 2020, algorithm 1 (after von Neumann 1951): the first failure of trials with
    /// probabilities γ/1, γ/2, γ/3 … comes at an odd place with probability exp(−γ). A trial γ/k is drawn as γ and 1/k,
    /// so no product is formed that could overflow.
    package mutating func bernoulliExp(
        minus whole: UInt64, and numerator: UInt64, over denominator: UInt64
    ) -> Bool {
        var rest = whole
        while rest > 0 {
            guard bernoulliInverseE() else { return false }
            rest -= 1
        }
        guard uniform(below: denominator) < numerator else { return true }
        var place: UInt64 = 2
        while uniform(below: denominator) < numerator, uniform(below: place) == 0 { place += 1 }
        return place & 1 == 1
    }

    /// True with probability 1/e, exactly.
    ///
    /// A uniform real number is drawn 64 binary digits at a time and compared with 1/e. The first 64 digits decide
    /// unless they are equal, once in 2⁶⁴ draws; then the next 64 do, and so on without end.
    @inline(__always)
    package mutating func bernoulliInverseE() -> Bool {
        let word = next()
        return word == InverseE.firstWord ? bernoulliInverseEAfterTie() : word < InverseE.firstWord
    }

    @inline(never)
    private mutating func bernoulliInverseEAfterTie() -> Bool {
        var place = 1
        while true {
            let (word, digits) = (next(), InverseE.word(at: place))
            if word != digits { return word < digits }
            place += 1
        }
    }
}
