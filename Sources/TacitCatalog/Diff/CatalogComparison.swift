import TacitPrivacy

/// Walks two catalogs side by side and gathers what is different, in the order of the new one.
struct CatalogComparison {
    let old: Catalog
    let new: Catalog
    private(set) var changes: [CatalogChange] = []

    init(old: Catalog, new: Catalog) {
        self.old = old
        self.new = new
    }

    mutating func compare() {
        compareCatalog()
        for category in new.consentCategories { compare(category) }
        for event in new.events {
            if let before = old.event(named: event.name) {
                compare(before, event)
            } else {
                more(
                    .event, event.name,
                    "is new: \(event.description) For: \(event.purpose)"
                        + (event.fields.isEmpty
                            ? "" : " With \(event.fields.map { "`\($0.name)`" }.joined(separator: ", "))."),
                    of: event.consent.category)
            }
        }
        for event in old.events where new.event(named: event.name) == nil {
            note(.event, event.name, .less, "is no longer collected")
        }
        for metric in new.metrics {
            if let before = old.metric(named: metric.name) {
                compare(before, metric)
            } else {
                note(.metric, metric.name, .other, "is a new figure: \(metric.description)")
            }
        }
        for metric in old.metrics where new.metric(named: metric.name) == nil {
            note(.metric, metric.name, .less, "is no longer made")
        }
    }

    // MARK: What is noted

    mutating func note(
        _ subject: CatalogChange.Subject, _ name: String, _ direction: CatalogChange.Direction, _ words: String
    ) {
        changes.append(CatalogChange(subject: subject, name: name, direction: direction, words: words))
    }

    /// Something that people who agreed to the category before have not agreed to.
    mutating func more(_ subject: CatalogChange.Subject, _ name: String, _ words: String, of category: String) {
        changes.append(
            CatalogChange(
                subject: subject, name: name, direction: .more, words: words,
                remedy: remedy(for: category, isEvent: subject != .consent)))
    }

    /// More or less, by how two values compare.
    mutating func more<Value: Comparable>(
        _ subject: CatalogChange.Subject, _ name: String, if before: Value, isBelow after: Value, _ words: String,
        of category: String
    ) {
        if before < after { more(subject, name, words, of: category) }
        if before > after { note(subject, name, .less, words) }
    }

    /// `nil` where everybody is asked for the category: it is new, or its version is higher.
    private func remedy(for category: String, isEvent: Bool) -> String? {
        guard let before = old.consentCategories.first(where: { $0.name == category }),
            let after = new.consentCategories.first(where: { $0.name == category }), after.version <= before.version
        else { return nil }
        return isEvent
            ? "state `version: \(before.version + 1)` in the event, or in `consent.\(category)`"
            : "state `version: \(before.version + 1)` in `consent.\(category)`"
    }

    // MARK: The whole, and what is asked for

    private mutating func compareCatalog() {
        if old.name != new.name { note(.catalog, new.name, .other, "was called \(old.name)") }
        if old.budget.epsilon != new.budget.epsilon {
            note(
                .catalog, new.name, old.budget.epsilon.millionths < new.budget.epsilon.millionths ? .other : .less,
                "all metrics of a window together may spend epsilon \(new.budget.epsilon), before \(old.budget.epsilon)"
            )
        }
    }

    private mutating func compare(_ category: ConsentCategory) {
        guard let before = old.consentCategories.first(where: { $0.name == category.name }) else {
            note(.consent, category.name, .other, "is new, and everybody is asked for it")
            return
        }
        let name = category.name
        // Only what the catalog says itself: texts that follow from events change with them.
        func stated(_ catalog: Catalog, _ key: String) -> String? {
            catalog.consent.first { $0.name == name }?.texts[key]
        }
        for key in ConsentDeclaration.textKeys {
            let (was, now) = (stated(old, key), stated(new, key))
            guard was != now, let text = now else {
                if was != now { note(.consent, name, .other, "no longer says: \(key)") }
                continue
            }
            let words = was == nil ? "\(key) is now stated: \(text)" : "\(key) is now: \(text)"
            // A first text tells people more, it does not take more. Another one may.
            if was == nil || key == "title" || key == "benefit" {
                note(.consent, name, .other, words)
            } else {
                more(.consent, name, words, of: name)
            }
        }
        if category.isEssential != before.isEssential {
            if category.isEssential {
                more(.consent, name, "is essential now, and can't be refused", of: name)
            } else {
                note(.consent, name, .less, "is no longer essential, and can be refused")
            }
        }
        if category.version < before.version {
            changes.append(
                CatalogChange(
                    subject: .consent, name: name, direction: .more,
                    words: "the version went down from \(before.version) to \(category.version)",
                    remedy: "state `version: \(before.version)` or more in `consent.\(name)`"))
        } else if category.version > before.version {
            note(
                .consent, name, .other,
                "everybody is asked again: version \(category.version), before \(before.version)")
        }
    }
}
