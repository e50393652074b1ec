/// What the guarantee of a figure protects. It follows from the catalog alone: a unit that depended on what came in would
/// tell, exactly, whether some record named a contributor.
package enum ContributorUnit: String, Sendable, Codable, CaseIterable {
    /// Everything that one contributor sent in one window: every source demands that a contributor is named.
    case contributor
    /// One record: nothing may name a contributor.
    case record
    /// A contributor, or a record that names none, which then stands for itself.
    case contributorOrRecord = "contributor-or-record"
}

extension Catalog {
    /// The unit of all figures that are made from `event`.
    package func unit(of event: Event) -> ContributorUnit {
        let names = Set(contributorAttributes(of: event))
        if names.isEmpty { return .record }
        let isAlwaysNamed = event.sources.allSatisfy { source in
            source.conditions.contains { !$0.attributes.isEmpty && names.isSuperset(of: $0.attributes) }
        }
        return isAlwaysNamed ? .contributor : .contributorOrRecord
    }
}
