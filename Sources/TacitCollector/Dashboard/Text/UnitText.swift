import TacitCatalog

extension ContributorUnit {
    /// `one contributor in one day`
    func one(in window: String) -> String {
        switch self {
        case .contributor, .record: "one \(noun) in one \(window)"
        case .contributorOrRecord: "one contributor, or record that names none, in one \(window)"
        }
    }

    /// What is counted against a threshold: a record that names no contributor counts as one of its own.
    var noun: String { self == .record ? "record" : "contributor" }

    /// Said beside a figure that protects less than whole contributors.
    var remark: String? { self == .record ? "per record" : nil }

    /// What that means for somebody.
    func meaning(in window: String) -> String {
        let contributor =
            "All that one contributor sent in one \(window) (UTC) can be added or taken away without showing."
        switch self {
        case .contributor: return contributor
        case .record:
            return "The sources name no contributor, so the promise holds for single records: "
                + "somebody who sends many is protected less."
        case .contributorOrRecord:
            return "\(contributor) A record that names no contributor stands for itself: "
                + "somebody who sends many of those is protected less."
        }
    }
}
