/// What of an event could be read, with faults or without: enough for those who refer to it.
struct EventDraft {
    let name: String
    let place: Place
    /// `nil` where the event itself has a fault.
    var event: Event?
    /// All declared fields; `nil` for those with a fault.
    var fields: [String: Field?] = [:]
    var fieldPlaces: [String: Place] = [:]
    var contributor: [String]?
}

extension CatalogReader {
    private static let eventKeys = [
        "description", "purpose", "version", "consent", "class", "owner", "expires", "contributor", "fields", "sources",
    ]

    mutating func events(_ value: Value) -> [EventDraft]? {
        guard let entries = entries(value) else { return nil }
        if entries.isEmpty {
            note(.emptyList, at: value.place, "declares nothing", remedy: "declare at least one event")
            return nil
        }
        return entries.map { event($0) }
    }

    private mutating func event(_ entry: Entry) -> EventDraft {
        let faultsBefore = faults.count
        var draft = EventDraft(name: entry.name, place: entry.place)
        _ = isName(entry.name, at: entry.place, dotted: true)
        guard let section = self.section(entry.value, keys: Self.eventKeys) else { return draft }

        let description = required("description", in: section, remedy: "say what happened, in a sentence")
            .flatMap { text($0) }
        let purpose = required("purpose", in: section, remedy: "say what the figures are for, in a sentence")
            .flatMap { text($0) }
        let consent = required("consent", in: section, remedy: "state `{category: …, level: basic}`")
            .flatMap { self.consent($0) }
        let dataClass = required("class", in: section, remedy: "state 1, 2 or 3")
            .flatMap { integer($0, in: 1...3, because: "1 ephemeral, 2 aggregates, 3 operational") }
            .flatMap { DataClass(rawValue: $0) }
        let owner = required("owner", in: section, remedy: "name a team or a mailbox that answers for the event")
            .flatMap { text($0, limit: 200) }
        let expires = required("expires", in: section, remedy: "state a day such as \(today.adding(days: 730))")
            .flatMap { expiry($0) }
        if let value = section["contributor"] { draft.contributor = contributor(value, allowEmpty: true) }

        var fields: [Field] = []
        if let value = section["fields"], !value.isNull, let entries = self.entries(value) {
            for entry in entries {
                let field = self.field(entry)
                draft.fields.updateValue(field, forKey: entry.name)
                draft.fieldPlaces[entry.name] = entry.place
                if let field { fields.append(field) }
            }
        }
        let sources =
            section["sources"] == nil && !section.mistyped.contains("sources")
            ? [Source.implied(for: entry.name, fields: fields)]
            : required("sources", in: section, remedy: "say where the event comes from, such as `- span: {}`")
                .flatMap { self.sources($0, of: draft) }
        let version =
            section["version"].map { integer($0, in: 1...Self.latestVersion, because: "it counts from 1") } ?? 1

        guard let description, let purpose, let consent, let dataClass, let owner, let expires, let sources, let version
        else { return draft }
        // An expired event is a fault of the catalog, but the event can still be used to check what refers to it.
        guard faults[faultsBefore...].allSatisfy({ $0.rule == .expiredEvent }) else { return draft }
        draft.event = Event(
            name: entry.name, description: description, purpose: purpose, consent: consent, dataClass: dataClass,
            owner: owner, expires: expires, contributorAttributes: draft.contributor, fields: fields, sources: sources,
            version: version)
        return draft
    }

    private mutating func consent(_ value: Value) -> Consent? {
        guard let section = self.section(value, keys: ["category", "level"]) else { return nil }
        let category = required("category", in: section, remedy: "name one, such as essential or analytics")
        let level = required("level", in: section, remedy: "state basic, enhanced or full")
            .flatMap { choice($0, of: Consent.Level.self) }
        guard let category, let name = text(category), isName(name, at: category.place, dotted: false), let level
        else { return nil }
        return Consent(category: name, level: level)
    }

    private mutating func expiry(_ value: Value) -> CalendarDate? {
        guard let written = value.scalar, let date = CalendarDate(written) else {
            note(
                .invalidDate, at: value.place, "must be a day written YYYY-MM-DD",
                remedy: "state a day such as \(today.adding(days: 730))")
            return nil
        }
        if date <= today {
            note(
                .expiredEvent, at: value.place, "the event has expired: it is no longer collected",
                remedy: "ask its owner whether it is still needed; then move the day, or take the event out")
        } else if today.days(until: date) <= 30 {
            let days = today.days(until: date)
            note(
                .expiresSoon, at: value.place, "the event expires in \(days) \(days == 1 ? "day" : "days")",
                remedy: "ask its owner whether it is still needed; then move the day, or take the event out")
        }
        return date
    }

    /// The attributes that may name a contributor.
    mutating func contributor(_ value: Value, allowEmpty: Bool) -> [String]? {
        guard let names = texts(value, limit: 256, allowEmpty: allowEmpty) else { return nil }
        var isValid = true
        for (name, place) in names where !isAttribute(name, at: place) { isValid = false }
        return isValid ? names.map(\.text) : nil
    }
}
