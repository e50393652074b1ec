extension CatalogComparison {
    mutating func compare(_ before: Event, _ after: Event) {
        let (name, category) = (after.name, after.consent.category)
        if before.purpose != after.purpose {
            more(.event, name, "the purpose is now: \(after.purpose) Before: \(before.purpose)", of: category)
        }
        if before.consent.category != category {
            more(
                .event, name, "is collected with consent to \(category), before \(before.consent.category)",
                of: category)
        }
        more(
            .event, name, if: after.consent.level, isBelow: before.consent.level,
            "is collected from level \(after.consent.level.rawValue) on, before \(before.consent.level.rawValue)",
            of: category)
        more(
            .event, name, if: before.dataClass.rawValue, isBelow: after.dataClass.rawValue,
            "is of class \(after.dataClass.rawValue), \(after.dataClass.words); before \(before.dataClass.rawValue)",
            of: category)
        more(
            .event, name, if: before.expires, isBelow: after.expires,
            "is collected until \(after.expires), before until \(before.expires)", of: category)
        compareContributors(before, after)
        compareSources(before, after)
        for field in after.fields {
            if let earlier = before.field(named: field.name) {
                compare(earlier, field, of: after)
            } else {
                more(.event, name, "`\(field.name)` is collected: \(field.typeInWords)", of: category)
            }
        }
        for field in before.fields where after.field(named: field.name) == nil {
            note(.event, name, .less, "`\(field.name)` is no longer collected")
        }
        if before.description != after.description {
            note(.event, name, .other, "is now described: \(after.description)")
        }
        if before.owner != after.owner { note(.event, name, .other, "belongs to \(after.owner) now") }
    }

    private mutating func compareContributors(_ before: Event, _ after: Event) {
        let (was, now) = (old.contributorAttributes(of: before), new.contributorAttributes(of: after))
        guard was != now else { return }
        let words =
            now.isEmpty
            ? "each record is a unit of its own, before contributors named by \(was.joined(separator: ", "))"
            : "contributors are named by \(now.joined(separator: ", ")), before "
                + (was.isEmpty ? "by nothing" : "by \(was.joined(separator: ", "))")
        if Set(now).isSubset(of: was) {
            note(.event, after.name, .less, words)
        } else {
            more(.event, after.name, words, of: after.consent.category)
        }
    }

    private mutating func compareSources(_ before: Event, _ after: Event) {
        let (was, now) = (before.sources.map(\.itemsInWords), after.sources.map(\.itemsInWords))
        for items in now where !was.contains(items) {
            more(.event, after.name, "is made from \(items), too", of: after.consent.category)
        }
        for items in was where !now.contains(items) {
            note(.event, after.name, .less, "is no longer made from \(items)")
        }
        for (source, items) in zip(after.sources, now) {
            guard let earlier = zip(before.sources, was).first(where: { $0.1 == items })?.0 else { continue }
            for mapping in source.fields where before.field(named: mapping.field) != nil {
                let readings = earlier.fields.first { $0.field == mapping.field }?.readings ?? []
                guard readings != mapping.readings else { continue }
                let names = mapping.readings.map(\.written).joined(separator: ", else ")
                note(.event, after.name, .other, "`\(mapping.field)` is read from \(names)")
            }
        }
    }
}
