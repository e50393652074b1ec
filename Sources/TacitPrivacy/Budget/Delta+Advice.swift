extension Delta {
    /// A warning where delta is so large that it promises nothing: from 1 / contributors on it would allow a mechanism to
    /// publish somebody's data outright.
    ///
    /// ```swift
    /// try Delta("1e-3").warning(forContributors: 5000)      // a PrivacyError to show; nothing is refused
    /// try Delta("1e-8").warning(forContributors: 5000)      // nil
    /// ```
    ///
    /// Dwork, Roth 2014, "The Algorithmic Foundations of Differential Privacy", page 18.
    public func warning(forContributors contributors: Int64) -> PrivacyError? {
        // delta ≥ 1 / contributors, in whole units.
        guard contributors > 0, UInt128(units) * UInt128(contributors) >= UInt128(Self.unitsPerOne) else { return nil }
        return PrivacyError(
            .deltaTooLarge, "A delta of \(self) is 1 in \(contributors) contributors or more.", at: "delta",
            remedy: "Declare a delta well below 1 divided by the number of contributors, such as 1e-8.")
    }
}
