extension DiscreteLaplace {
    /// One exact sample of the noise, cut at ±`Int64.max`: a function of the noisy figure alone, which costs no privacy.
    @specialized(where Source == SecureRandom)
    public func sample<Source: NoiseSource>(using source: inout Source) -> Int64 { sampler.sample(using: &source) }

    /// The figure's entry with a fresh sample added, kept within `Int64` (which costs no privacy).
    ///
    /// ```swift
    /// let released = noise.addNoise(to: exact, using: &random)
    /// ```
    @specialized(where Source == SecureRandom)
    public func addNoise<Source: NoiseSource>(to exact: Int64, using source: inout Source) -> Int64 {
        exact.addingSaturating(sampler.sample(using: &source))
    }

    /// Every entry with a fresh, independent sample added: the whole figure at the price of ``epsilon``.
    @specialized(where Source == SecureRandom)
    public func addNoise<Source: NoiseSource>(to entries: inout [Int64], using source: inout Source) {
        for index in entries.indices {
            entries[index] = entries[index].addingSaturating(sampler.sample(using: &source))
        }
    }
}
