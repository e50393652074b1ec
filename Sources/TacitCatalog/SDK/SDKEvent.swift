/// An event as an app that embeds the SDK sends it: a log record with this name and these attributes.
///
/// An event becomes one by its first `log` source that such a record fits: one with a literal name, no least severity, and
/// no condition on anything but `tacit.contributor` and the attributes that the record always has.
package struct SDKEvent: Sendable, Equatable {
    package var event: Event
    /// The name of the log record.
    package var eventName: String
    package var fields: [SDKField]

    /// The attribute by which the SDK names its contributor.
    package static let contributorAttribute = "tacit.contributor"
    /// What the SDK has room for in one event.
    package static let mostFields = 28
    /// What the SDK has room for in one catalog.
    package static let mostCategories = 32
}

/// A field that the SDK sends, and the attribute that carries it.
package struct SDKField: Sendable, Equatable {
    package var field: Field
    package var key: String

    /// Whether a record without the field still counts.
    package var isOptional: Bool {
        switch field.kind {
        case .version, .code, .scrubbed: true
        case .bool, .enumeration, .number, .duration: false
        }
    }
}

extension Catalog {
    /// The events that an app can send, in the order of the catalog.
    package var sdkEvents: [SDKEvent] { events.compactMap(\.asSentBySDK) }

    /// What an app has to ask for: the categories of the events that it can send.
    package var sdkCategories: [ConsentCategory] {
        let used = Set(sdkEvents.map(\.event.consent.category))
        return consentCategories.filter { used.contains($0.name) }
    }
}

extension Event {
    /// The event as the SDK sends it; `nil` where no source is made for it.
    package var asSentBySDK: SDKEvent? {
        for source in sources {
            guard source.signal == .log, let eventName = source.name, !eventName.contains("*"),
                source.minSeverity == nil
            else { continue }
            // A field without an attribute of its own is read from the record itself, or is absent.
            let sent = fields.compactMap { field -> SDKField? in
                guard case .attribute(let key) = source.fields.first(where: { $0.field == field.name })?.readings.first
                else { return nil }
                return SDKField(field: field, key: key)
            }
            let always = Set(sent.filter { !$0.isOptional }.map(\.key) + [SDKEvent.contributorAttribute])
            let fits = source.conditions.allSatisfy { $0.values == nil && !always.isDisjoint(with: $0.attributes) }
            if fits { return SDKEvent(event: self, eventName: eventName, fields: sent) }
        }
        return nil
    }
}
