import TacitPrivacy

extension Catalog {
    /// Reads a catalog and refuses it with all its faults at once.
    ///
    /// ```swift
    /// do throws(CatalogFaults) {
    ///     let catalog = try Catalog.load(yaml: text, file: "catalog.yaml", today: today)
    /// } catch {
    ///     print(error)   // every fault: file:line:column, path, rule, what, remedy
    /// }
    /// ```
    ///
    /// One fault does not stop a collector: an event that has expired is loaded, and not collected
    /// (``Event/isCollected(on:)``). ``lint(yaml:file:today:)`` reports it among the faults.
    package static func load(yaml: String, file: String, today: CalendarDate) throws(CatalogFaults) -> Catalog {
        let lint = lint(yaml: yaml, file: file, today: today)
        guard let catalog = lint.catalog else {
            throw CatalogFaults(lint.faults.filter { $0.rule != .expiredEvent })
        }
        return catalog
    }

    /// Everything that is wrong or doubtful in a catalog, and the catalog if it can be used.
    ///
    /// With `forSDK` also what only matters to an app that makes its events from it: names in Swift, limits of the SDK,
    /// and the texts that people are asked with.
    package static func lint(yaml: String, file: String, today: CalendarDate, forSDK: Bool = false) -> CatalogLint {
        var reader = CatalogReader(file: file, today: today, isForSDK: forSDK)
        let catalog = reader.catalog(yaml)
        let isUsable = reader.faults.allSatisfy { $0.rule == .expiredEvent }
        return CatalogLint(
            catalog: isUsable ? catalog : nil, faults: reader.sortedFaults, warnings: reader.sortedWarnings)
    }
}

extension CatalogReader {
    private static let keys = [
        "catalog", "name", "swift", "privacy", "contributor", "expected_contributors", "budget", "defaults", "consent",
        "hierarchies", "events", "metrics",
    ]

    fileprivate mutating func catalog(_ yaml: String) -> Catalog? {
        guard let root = document(yaml), let section = section(root, keys: Self.keys) else { return nil }
        version(section)
        let name = required("name", in: section, remedy: "name the catalog, such as `name: web-shop`")
            .flatMap { text($0, limit: 100) }
        let contributor = required(
            "contributor", in: section, remedy: "list the attributes that may name one, such as `[enduser.id]`, or `[]`"
        ).flatMap { self.contributor($0, allowEmpty: true) }
        let level = section["privacy"].map { privacy($0) }
        expectedContributors = section["expected_contributors"].flatMap {
            integer($0, in: 1...10_000_000_000, because: "it is how many contributors a window is expected to have")
        }
        hierarchies = hierarchies(section["hierarchies"])
        let access = section["swift"].map { self.access($0) } ?? .internal
        let budget = required("budget", in: section, remedy: "state `{epsilon: 8, delta: 1e-7}`")
        let limits = budget.flatMap { self.budget($0) }
        var defaults = GuaranteeDraft()
        if let value = section["defaults"], !value.isNull,
            let stated = self.section(value, keys: GuaranteeDraft.keys)
        {
            defaults = guarantee(stated)
        }
        let consent = section["consent"].map { declarations($0) } ?? []
        let events = required("events", in: section, remedy: "declare what may be collected")
            .flatMap { self.events($0) }
        let drafts = Dictionary((events ?? []).map { ($0.name, $0) }) { _, later in later }
        let metrics = required("metrics", in: section, remedy: "declare the figures to release")
            .flatMap {
                self.metrics(
                    $0, events: drafts,
                    defaults: MetricDefaults(contributor: contributor, level: level, guarantee: defaults))
            }

        guard let name, let contributor, let access, let budget, let limits, let consent, let events, let metrics
        else { return nil }
        let catalog = Catalog(
            name: name, contributorAttributes: contributor, budget: limits, events: events.compactMap(\.event),
            metrics: metrics, consent: consent, access: access)
        for overrun in catalog.overruns {
            note(
                .budgetExceeded, at: budget.place.child(overrun.part, at: nil), overrun.message, remedy: overrun.remedy)
        }
        noteUnused(drafts, metrics)
        // An event that has a fault is not in the catalog yet: what seems to be missing may be there when it is mended.
        let isWhole = events.allSatisfy { $0.event != nil }
        if isWhole { noteUnusedCategories(of: catalog) }
        if isForSDK, isWhole || !catalog.sdkEvents.isEmpty { checkForSDK(catalog) }
        return catalog
    }

    private mutating func version(_ section: Section) {
        guard let value = required("catalog", in: section, remedy: "write `catalog: 1`") else { return }
        guard let digits = decimal(value) else { return }
        if digits != "1" {
            note(
                .unsupportedVersion, at: value.place, "this program reads version 1 of the format",
                remedy: "write `catalog: 1`")
        }
    }

    /// What is collected and serves no figure should not be collected.
    private mutating func noteUnused(_ events: [String: EventDraft], _ metrics: [Metric]) {
        for draft in events.values {
            let users = metrics.filter { $0.event == draft.name }
            if users.isEmpty {
                note(
                    .unusedEvent, at: draft.place, "no metric is made from the event",
                    remedy: "declare a metric, or take the event out")
                continue
            }
            let used = Set(users.flatMap { $0.dimensions.map(\.field) + [$0.kind.field].compactMap(\.self) })
            for (name, place) in draft.fieldPlaces where !used.contains(name) {
                note(
                    .unusedField, at: place, "no metric uses the field",
                    remedy: "use it in a metric, or take it out")
            }
        }
    }
}
