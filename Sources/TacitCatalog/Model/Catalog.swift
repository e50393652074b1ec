/// The declared list of what may be collected; what it does not name is not collected.
///
/// ```swift
/// let catalog = try Catalog.load(yaml: text, file: "catalog.yaml", today: today)
/// catalog.metrics.map(\.name)        // ["http.requests", "http.latency", …]
/// ```
///
/// A value of this type has passed every rule of the linter: names resolve, bounds are finite, each metric's
/// sensitivity and price exist, and what the metrics of a window spend together stays within the budget.
package struct Catalog: Sendable, Equatable {
    package var name: String
    /// The attributes that may name a contributor, the first one present wins.
    package var contributorAttributes: [String]
    /// What all metrics of one window may spend together, for one contributor.
    package var budget: Budget
    package var events: [Event]
    package var metrics: [Metric]
    /// What the catalog says of consent categories; ``consentCategories`` has those that it says nothing of, too.
    package var consent: [ConsentDeclaration]
    /// Who may see the Swift that is generated.
    package var access: Access

    /// The access level of generated Swift.
    package enum Access: String, Sendable, CaseIterable {
        case `internal`, package, `public`
    }

    package init(
        name: String, contributorAttributes: [String], budget: Budget, events: [Event], metrics: [Metric],
        consent: [ConsentDeclaration] = [], access: Access = .internal
    ) {
        self.name = name
        self.contributorAttributes = contributorAttributes
        self.budget = budget
        self.events = events
        self.metrics = metrics
        self.consent = consent
        self.access = access
    }

    package func event(named name: String) -> Event? { events.first { $0.name == name } }
    package func metric(named name: String) -> Metric? { metrics.first { $0.name == name } }

    /// The attributes that may name a contributor of `event`, the first one present wins. Where none is present, and
    /// where the list is empty, the unit is the single record.
    package func contributorAttributes(of event: Event) -> [String] {
        event.contributorAttributes ?? contributorAttributes
    }
}
