import Yams

extension CatalogReader {
    /// One entry of a mapping whose keys the author chooses.
    struct Entry {
        let name: String
        /// Where the key stands.
        let place: Place
        let value: Value
    }

    /// The entries in the order of the file. The later one of a duplicate counts, and both lines are named.
    mutating func entries(_ value: Value) -> [Entry]? {
        guard let mapping = value.node.mapping else {
            note(.wrongType, at: value.place, "must be a mapping of keys to values", remedy: "write `key: value` lines")
            return nil
        }
        var entries: [Entry] = []
        var earlier: [String: Int] = [:]
        for (key, node) in mapping {
            guard let scalar = key.scalar else {
                note(
                    .wrongType, at: value.place.child("(key)", at: key.mark), "a key must be text",
                    remedy: "write `key: value` lines")
                continue
            }
            if let shadow = shadowed[scalar.string] {
                earlier[shadow.key] = shadow.line
                continue
            }
            let step = Spelling.shown(key: scalar.string)
            let place = value.place.child(step, at: key.mark)
            if let line = earlier[scalar.string] {
                note(
                    .duplicateKey, at: place, "stands more than once; the first is in line \(line)",
                    remedy: "keep one of them")
            }
            places[place.path] = place
            entries.append(
                Entry(name: scalar.string, place: place, value: Value(node, key: key, step: step, in: value.place)))
        }
        return entries
    }

    /// A mapping with fixed keys. `elsewhere` explains keys that are known but don't belong here.
    mutating func section(_ value: Value, keys: [String], elsewhere: [String: String] = [:]) -> Section? {
        guard let entries = self.entries(value) else { return nil }
        return section(entries, at: value.place, keys: keys, elsewhere: elsewhere)
    }

    mutating func section(
        _ entries: [Entry], at place: Place, keys: [String], elsewhere: [String: String] = [:]
    ) -> Section {
        var values: [String: Value] = [:]
        var mistyped: Set<String> = []
        for entry in entries {
            if keys.contains(entry.name) {
                values[entry.name] = entry.value
            } else if let reason = elsewhere[entry.name] {
                note(.unknownKey, at: entry.place, reason, remedy: "take it out")
            } else {
                if let meant = Spelling.suggestion(for: entry.name, among: keys) { mistyped.insert(meant) }
                note(
                    .unknownKey, at: entry.place, "is no key of this place",
                    remedy: Spelling.remedy(for: entry.name, among: keys))
            }
        }
        return Section(place: place, values: values, mistyped: mistyped)
    }

    /// The value of a key that must be there.
    mutating func required(_ key: String, in section: Section, remedy: String) -> Value? {
        if let value = section[key], !value.isNull { return value }
        if section[key] == nil, section.mistyped.contains(key) { return nil }
        var place = section[key]?.place ?? section.place
        if section[key] == nil { place.path = place.path.isEmpty ? key : "\(place.path).\(key)" }
        note(.missingKey, at: place, "is missing", remedy: remedy)
        return nil
    }
}
