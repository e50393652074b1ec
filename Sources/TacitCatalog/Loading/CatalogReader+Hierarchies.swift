import TacitPrivacy
import Yams

extension CatalogReader {
    /// The hierarchies of the catalog and those that every catalog has; `nil` for those with a fault.
    mutating func hierarchies(_ value: Value?) -> [String: Hierarchy?] {
        var all: [String: Hierarchy?] = [:]
        for shipped in Hierarchy.shipped { all[shipped.name] = shipped }
        guard let value, !value.isNull, let entries = self.entries(value) else { return all }
        for entry in entries {
            let hierarchy = self.hierarchy(entry)
            if Hierarchy.shipped.contains(where: { $0.name == entry.name }) {
                note(
                    .hierarchyInvalid, at: entry.place, "is the name of a hierarchy that every catalog has",
                    remedy: "choose another name, or take it out and use the shipped one")
            } else {
                all.updateValue(hierarchy, forKey: entry.name)
            }
        }
        return all
    }

    private mutating func hierarchy(_ entry: Entry) -> Hierarchy? {
        _ = isName(entry.name, at: entry.place, dotted: false)
        guard let section = self.section(entry.value, keys: ["levels", "parents"]) else { return nil }
        switch (section["levels"], section["parents"]) {
        case (let levels?, nil):
            return numbers(levels).map { Hierarchy(name: entry.name, steps: .numbers($0)) }
        case (nil, let parents?):
            return names(parents).map { Hierarchy(name: entry.name, steps: .names($0, declared: $1)) }
        case (_?, let parents?):
            note(
                .hierarchyInvalid, at: parents.place, "a hierarchy is of numbers or of names",
                remedy: "keep `levels` for numbers, or `parents` for names")
            return nil
        case (nil, nil):
            if section.mistyped.isEmpty {
                note(
                    .missingKey, at: entry.place, "has neither levels nor parents",
                    remedy: "state `levels: [{small: 10, large: null}]` for numbers, or `parents: {a: b}` for names")
            }
            return nil
        }
    }

    private mutating func numbers(_ value: Value) -> NumberHierarchy? {
        guard let elements = self.elements(value) else { return nil }
        guard !elements.isEmpty else {
            note(.emptyList, at: value.place, "names nothing", remedy: "state at least one level")
            return nil
        }
        do {
            var levels: [NumberHierarchy.Level] = []
            for element in elements {
                guard let ranges = self.ranges(element, within: nil) else { return nil }
                levels.append(
                    try NumberHierarchy.Level(edges: ranges.compactMap(\.edge), labels: ranges.map(\.label)))
            }
            return try NumberHierarchy(levels: levels)
        } catch {
            note(.hierarchyInvalid, at: value.place, error.what, remedy: error.remedy)
            return nil
        }
    }

    private mutating func names(_ value: Value) -> (LabelHierarchy, declared: [String])? {
        guard let entries = self.entries(value) else { return nil }
        guard !entries.isEmpty else {
            note(.emptyList, at: value.place, "names nothing", remedy: "state a parent for each name")
            return nil
        }
        var parents: [String: String] = [:]
        var declared: [String] = []
        for entry in entries {
            guard let name = text(Value(text: entry.name, at: entry.place), limit: 64),
                let parent = text(entry.value, limit: 64)
            else { return nil }
            parents[name] = parent
            declared += [name, parent]
        }
        do {
            return (try LabelHierarchy(parents: parents), declared.unique)
        } catch {
            note(.hierarchyInvalid, at: value.place, error.what, remedy: error.remedy)
            return nil
        }
    }

    /// The hierarchy that a field names, if it suits the field.
    mutating func hierarchy(_ value: Value, of kind: Field.Kind) -> Hierarchy? {
        guard let name = text(value, limit: 64) else { return nil }
        guard let known = hierarchies[name] else {
            note(
                .unknownHierarchy, at: value.place, "names no hierarchy",
                remedy: Spelling.remedy(for: name, among: hierarchies.keys.sorted()))
            return nil
        }
        guard let hierarchy = known else { return nil }
        if let mismatch = Self.mismatch(hierarchy, kind) {
            note(.hierarchyMismatch, at: value.place, mismatch.problem, remedy: mismatch.remedy)
            return nil
        }
        return hierarchy
    }

    private static func mismatch(_ hierarchy: Hierarchy, _ kind: Field.Kind) -> (problem: String, remedy: String)? {
        switch (kind, hierarchy.steps) {
        case (.number(_, _, let buckets), .numbers), (.duration(_, let buckets), .numbers):
            return buckets.isEmpty
                ? nil : ("the field has buckets too, so its labels would be named twice", "keep one of the two")
        case (.enumeration(let values, _), .names(_, let declared)):
            let missing = values.filter { !declared.contains($0) }.count
            return missing == 0
                ? nil
                : (
                    "\(missing) of the field's \(values.count) values \(missing == 1 ? "has" : "have") no place in it",
                    "give every value a parent"
                )
        case (.version, .names), (.code, .names), (.scrubbed, .names): return nil
        case (_, .numbers): return ("is of numbers, and the field is none", "name one with `parents`")
        case (_, .names): return ("is of names, and the field is a number", "name one with `levels`")
        }
    }
}
