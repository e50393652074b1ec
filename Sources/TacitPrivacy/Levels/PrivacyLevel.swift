/// How much is protected, in three steps that a catalog names.
///
/// ```swift
/// PrivacyLevel.balanced.leastGroup       // 5
/// PrivacyLevel.minimal.guarantee         // "No formal guarantee: …"
/// ```
///
/// | level | group of at least | noise | times |
/// |---|---|---|---|
/// | ``maximum`` | 10 | yes | by the hour |
/// | ``balanced`` | 5 | yes | by the hour |
/// | ``minimal`` | 3 | no | by the hour |
///
/// - Unit of a group: contributors. Adjacency of the guarantee: add or remove one contributor of one window.
public enum PrivacyLevel: String, Hashable, Sendable, CaseIterable, Codable {
    case maximum
    case balanced
    /// Small groups are hidden and nothing else. **No formal guarantee**: whoever knows all others of a group, or sees a
    /// figure before and after somebody joined, learns that person's part by subtraction.
    case minimal

    /// The number of contributors (noisy, where there is noise) that a figure is shown from.
    public var leastGroup: Int {
        switch self {
        case .maximum: 10
        case .balanced: 5
        case .minimal: 3
        }
    }

    /// Whether figures and numbers of contributors carry noise: without it there is no epsilon.
    public var addsNoise: Bool { self != .minimal }

    /// What times are cut to, in seconds. A cut time alone is not anonymous; the window is what is released.
    public var timeBucketSeconds: Int64 { 3_600 }

    /// The start of the bucket that a time lies in, in seconds since 1970; times before that round down as well.
    public func timeBucket(_ seconds: Int64) -> Int64 {
        let past = seconds % timeBucketSeconds
        let start = seconds.subtractingReportingOverflow(past < 0 ? past + timeBucketSeconds : past)
        return start.overflow ? .min : start.partialValue
    }

    /// What may be said about the level to those whose data it is.
    public var guarantee: String {
        switch self {
        case .maximum, .balanced:
            "Differential privacy for one contributor in one window; the figure states its epsilon and delta."
        case .minimal:
            "No formal guarantee: exact figures of groups of at least \(leastGroup). Comparing figures can tell what one "
                + "person contributed."
        }
    }
}
