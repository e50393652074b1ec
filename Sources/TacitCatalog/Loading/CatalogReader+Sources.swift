extension CatalogReader {
    private static let signalKeys: [Source.Signal: [String]] = [
        .log: ["event", "min_severity", "where"],
        .span: ["name", "kind", "where"],
        .spanEvent: ["name", "where"],
        .metric: ["name", "where"],
        .resource: ["where"],
    ]

    /// The lowest severity number of each level.
    private static let severities = ["trace": 1, "debug": 5, "info": 9, "warn": 13, "error": 17, "fatal": 21]

    mutating func sources(_ value: Value, of event: EventDraft) -> [Source]? {
        guard let elements = self.elements(value) else { return nil }
        if elements.isEmpty {
            note(.emptyList, at: value.place, "names nothing", remedy: "state at least one source")
            return nil
        }
        var sources: [Source] = []
        for element in elements {
            if let source = self.source(element, of: event) { sources.append(source) }
        }
        return sources.count == elements.count ? sources : nil
    }

    private mutating func source(_ value: Value, of event: EventDraft) -> Source? {
        let signals = Source.Signal.allCases.map(\.rawValue)
        let faultsBefore = faults.count
        guard let section = self.section(value, keys: signals + ["fields"]) else { return nil }
        let stated = Source.Signal.allCases.filter { section[$0.rawValue] != nil }
        guard stated.count == 1, let signal = stated.first, let matched = section[signal.rawValue] else {
            // An unknown key was probably meant to be the signal, and has its fault.
            if faults.count > faultsBefore { return nil }
            note(
                .missingKey, at: section.place,
                stated.isEmpty ? "names no signal" : "names \(stated.count) signals, and a source is one",
                remedy: "state one of \(signals.joined(separator: ", "))")
            return nil
        }
        var source = Source(signal: signal, name: nil, spanKind: nil, minSeverity: nil, conditions: [], fields: [])
        if !matched.isNull { match(matched, into: &source) }
        source.fields = mappings(section["fields"], at: section.place, signal: signal, of: event)
        return faults.count == faultsBefore ? source : nil
    }

    private mutating func match(_ value: Value, into source: inout Source) {
        let keys = Self.signalKeys[source.signal] ?? []
        let others = Set(Self.signalKeys.values.joined()).subtracting(keys)
        let elsewhere = others.map { ($0, "says nothing about a \(source.signal.rawValue)") }
        guard let section = self.section(value, keys: keys, elsewhere: Dictionary(uniqueKeysWithValues: elsewhere))
        else { return }
        if source.signal == .metric || source.signal == .spanEvent {
            source.name = required("name", in: section, remedy: "state the name, or `\"*\"` for all")
                .flatMap { pattern($0) }
        } else if let value = section["name"] ?? section["event"] {
            source.name = pattern(value)
        }
        if let value = section["kind"] { source.spanKind = choice(value, of: Source.SpanKind.self) }
        if let value = section["min_severity"] {
            let words = Self.severities.sorted { $0.value < $1.value }.map(\.key)
            source.minSeverity = word(value, among: words).flatMap { Self.severities[$0] }
        }
        if let value = section["where"], let entries = self.entries(value) {
            source.conditions = entries.compactMap { condition($0) }
        }
    }

    private mutating func pattern(_ value: Value) -> String? {
        guard let text = self.text(value, limit: 200) else { return nil }
        if text.contains("**") {
            note(.invalidPattern, at: value.place, "has two `*` side by side", remedy: "one `*` stands for any text")
            return nil
        }
        return text
    }

    private mutating func condition(_ entry: Entry) -> Source.Condition? {
        let attributes = entry.name.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        var isValid = true
        for attribute in attributes where !isAttribute(attribute, at: entry.place) { isValid = false }
        guard isValid else { return nil }
        if entry.value.isList {
            guard let values = texts(entry.value, limit: 200) else { return nil }
            return Source.Condition(attributes: attributes, values: values.map(\.text))
        }
        guard let text = self.text(entry.value, limit: 200) else { return nil }
        return Source.Condition(attributes: attributes, values: text == "present" ? nil : [text])
    }

    private mutating func mappings(
        _ value: Value?, at place: Place, signal: Source.Signal, of event: EventDraft
    ) -> [Source.Mapping] {
        var mappings: [Source.Mapping] = []
        if let value, !value.isNull, let entries = self.entries(value) {
            for entry in entries {
                guard let field = event.fields[entry.name] else {
                    note(
                        .unknownField, at: entry.place, "is no field of the event",
                        remedy: Spelling.remedy(for: entry.name, among: event.fields.keys.sorted()))
                    continue
                }
                let readings = self.readings(entry.value, signal: signal, field: field)
                mappings.append(Source.Mapping(field: entry.name, readings: readings))
            }
        }
        for (name, field) in event.fields.sorted(by: { $0.key < $1.key }) {
            // A field that can't be read already has its fault.
            guard let field, field.labelWhenAbsent == nil, !mappings.contains(where: { $0.field == name }) else {
                continue
            }
            note(
                .fieldUnmapped, at: place,
                "the field `\(name)` has no reading, so this source could never make the event",
                remedy: "add `fields: {\(name): …}` to the source, or give an enum an `other`")
        }
        return mappings
    }

    private mutating func readings(_ value: Value, signal: Source.Signal, field: Field?) -> [Source.Reading] {
        var names: [(text: String, place: Place)] = []
        if value.isList {
            names = texts(value, limit: 256) ?? []
        } else if let name = text(value, limit: 256) {
            names = [(name, value.place)]
        }
        return names.compactMap { reading($0.text, at: $0.place, signal: signal, field: field) }
    }

    private mutating func reading(
        _ name: String, at place: Place, signal: Source.Signal, field: Field?
    ) -> Source.Reading? {
        guard name.hasPrefix("$") else { return isAttribute(name, at: place) ? .attribute(name) : nil }
        let offered = Source.Reading.intrinsics.filter { signal.offers($0.value) }.keys.sorted()
        guard let reading = Source.Reading.intrinsics[name], signal.offers(reading) else {
            note(
                .intrinsicMisplaced, at: place, "a \(signal.rawValue) has no such reading",
                remedy: offered.isEmpty
                    ? "name an attribute" : Spelling.remedy(for: name, among: offered))
            return nil
        }
        if let field, reading.isNumber != (field.measure != nil) {
            note(
                .readingMismatch, at: place,
                reading.isNumber
                    ? "`\(name)` is a number, and the field is not" : "`\(name)` is a word, and the field is a number",
                remedy: reading.isNumber ? "map it to a number or a duration" : "map it to an enum or a code")
            return nil
        }
        return reading
    }
}

extension Source.Signal {
    /// Whether items of this signal have the reading.
    func offers(_ reading: Source.Reading) -> Bool {
        switch reading {
        case .attribute: true
        case .duration, .status: self == .span
        case .severity: self == .log
        case .value: self == .metric
        case .name, .scopeName, .scopeVersion: self != .resource
        }
    }
}

extension Source.Reading {
    /// Whether the reading is always a number; an attribute may be anything.
    fileprivate var isNumber: Bool {
        switch self {
        case .duration, .value: true
        case .attribute, .status, .severity, .name, .scopeName, .scopeVersion: false
        }
    }
}
