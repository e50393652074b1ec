import TacitPrivacy

extension CatalogReader {
    private static let fieldKeys: [String: [String]] = [
        "bool": ["local_noise"],
        "enum": ["values", "other", "hierarchy", "local_noise"],
        "number": ["min", "max", "granularity", "unit", "buckets", "hierarchy", "insight"],
        "duration": ["min", "max", "granularity", "buckets", "hierarchy"],
        "version": ["precision", "hierarchy"],
        "code": ["max_length", "hierarchy"],
        "scrubbed": ["max_length", "hierarchy"],
    ]
    private static let types = ["bool", "enum", "number", "duration", "version", "code", "scrubbed"]

    mutating func field(_ entry: Entry) -> Field? {
        let faultsBefore = faults.count
        _ = isName(entry.name, at: entry.place, dotted: false)
        guard let entries = self.entries(entry.value) else { return nil }
        guard let written = entries.first(where: { $0.name == "type" })?.value, !written.isNull else {
            note(
                .missingKey, at: entry.place.child("type", at: nil),
                "is missing", remedy: "state one of \(Self.types.joined(separator: ", "))")
            return nil
        }
        guard let type = word(written, among: Self.types), let keys = Self.fieldKeys[type] else { return nil }
        let others = Set(Self.fieldKeys.values.joined()).subtracting(keys)
        let elsewhere = others.map { ($0, "is no key of a field of type \(type)") }
        let section = self.section(
            entries, at: entry.place, keys: ["type", "description"] + keys,
            elsewhere: Dictionary(uniqueKeysWithValues: elsewhere))

        var description = ""
        if let value = section["description"] { description = text(value) ?? "" }
        let insight = section["insight"].flatMap { choice($0, of: InsightField.self) }
        guard let kind = self.kind(type, section, insight: insight) else { return nil }
        let hierarchy = section["hierarchy"].flatMap { self.hierarchy($0, of: kind) }
        var field = Field(
            name: entry.name, description: description, kind: kind, hierarchy: hierarchy, insight: insight)
        if let value = section["local_noise"] { field.localNoise = localNoise(value, of: field) }
        return faults.count == faultsBefore ? field : nil
    }

    private mutating func kind(_ type: String, _ section: Section, insight: InsightField?) -> Field.Kind? {
        switch type {
        case "bool":
            return .bool
        case "enum":
            return enumeration(section)
        case "number":
            let preset = insight?.fieldBounds
            let unit =
                section["unit"] == nil && preset != nil
                ? preset?.unit
                : required("unit", in: section, remedy: "name the unit, such as By, {request} or code")
                    .flatMap { text($0, limit: 40) }
            guard let bounds = self.bounds(section, preset: preset?.bounds) else { return nil }
            guard let buckets = section["buckets"].map({ self.buckets($0, within: bounds) }) ?? [], let unit
            else { return nil }
            return .number(bounds, unit: unit, buckets: buckets)
        case "duration":
            guard let bounds = self.bounds(section, granularity: 1, preset: nil) else { return nil }
            guard let buckets = section["buckets"].map({ self.buckets($0, within: bounds) }) ?? [] else { return nil }
            return .duration(bounds, buckets: buckets)
        case "version":
            guard let value = section["precision"] else { return .version(.minor) }
            return choice(value, of: Field.VersionPrecision.self).map { .version($0) }
        case "code":
            return maxLength(section).map { .code(maxLength: $0) }
        default:
            return maxLength(section).map { .scrubbed(maxLength: $0) }
        }
    }

    private mutating func maxLength(_ section: Section) -> Int? {
        required("max_length", in: section, remedy: "state the longest text that makes sense, such as 60")
            .flatMap { integer($0, in: 1...200, because: "longer text says more about people than about software") }
    }

    private mutating func enumeration(_ section: Section) -> Field.Kind? {
        let values = required("values", in: section, remedy: "list them, such as `[GET, POST]`")
            .flatMap { texts($0, limit: 64) }
        guard let other = section["other"] else {
            return values.map { .enumeration(values: $0.map(\.text), other: nil) }
        }
        guard let label = text(other, limit: 64), let values else { return nil }
        guard !values.contains(where: { $0.text == label }) else {
            note(
                .duplicateValue, at: other.place, "is one of `values` too, so the two could not be told apart",
                remedy: "take it out of `values`, or choose another label")
            return nil
        }
        return .enumeration(values: values.map(\.text), other: label)
    }

    private mutating func bounds(
        _ section: Section, granularity standard: Double? = nil, preset: Field.Bounds?
    ) -> Field.Bounds? {
        func number(_ key: String, _ preset: Double?, remedy: String, _ reader: inout CatalogReader) -> Double? {
            if let preset, section[key] == nil { return preset }
            return reader.required(key, in: section, remedy: remedy).flatMap { reader.number($0) }
        }
        let minimum = number("min", preset?.min, remedy: "state the smallest value that makes sense", &self)
        let maximum = number("max", preset?.max, remedy: "state the largest value that makes sense", &self)
        let granularity = number(
            "granularity", preset?.granularity ?? standard, remedy: "state the step to round to, such as 1", &self)
        guard let minimum, let maximum, let granularity else { return nil }
        let place = section["max"]?.place ?? section.place
        guard minimum < maximum else {
            note(
                .boundsReversed, at: place,
                "min \(figure(minimum)) is not below max \(figure(maximum)), so the range is empty",
                remedy: "state a max above min")
            return nil
        }
        let grain = section["granularity"]?.place ?? place
        guard granularity > 0 else {
            note(.granularityInvalid, at: grain, "must be above 0", remedy: "state the step to round to, such as 1")
            return nil
        }
        let steps = (maximum - minimum) / granularity
        do {
            _ = try ValueRange(lower: minimum, upper: maximum, granularity: granularity)
        } catch {
            note(.granularityOverflow, at: grain, error.what, remedy: error.remedy)
            return nil
        }
        guard steps >= 1, abs(steps - steps.rounded()) <= 1e-9 * steps else {
            note(
                .granularityUneven, at: grain,
                "\(figure(minimum)) to \(figure(maximum)) is \(figure(steps)) steps of \(figure(granularity)), "
                    + "not a whole number",
                remedy: "choose a step that divides the range")
            return nil
        }
        return Field.Bounds(min: minimum, max: maximum, granularity: granularity)
    }

    private mutating func buckets(_ value: Value, within bounds: Field.Bounds) -> [Field.Bucket]? {
        ranges(value, within: bounds)?.map { Field.Bucket(label: $0.label, below: $0.edge) }
    }

    /// Labels with ascending edges, the last without one: `{small: 10, large: null}`.
    mutating func ranges(_ value: Value, within bounds: Field.Bounds?) -> [(label: String, edge: Double?)]? {
        guard let entries = self.entries(value) else { return nil }
        guard !entries.isEmpty else {
            note(.emptyList, at: value.place, "names nothing", remedy: "name the ranges, or take the key out")
            return nil
        }
        var ranges: [(label: String, edge: Double?)] = []
        var last = bounds?.min
        for (index, entry) in entries.enumerated() {
            let label = text(Value(text: entry.name, at: entry.place), limit: 40)
            let isLast = index == entries.count - 1
            if entry.value.isNull != isLast {
                note(
                    .bucketsNotOpen, at: entry.place,
                    isLast
                        ? "is the last range and must have no upper edge"
                        : "has no upper edge, which only the last range may lack",
                    remedy: isLast ? "write `null` for its edge" : "state the value that it ends at")
                return nil
            }
            var edge: Double?
            if !isLast {
                guard let number = self.number(entry.value) else { return nil }
                guard number > last ?? -.infinity, number <= bounds?.max ?? .infinity else {
                    let limits = [last.map { "above \(figure($0))" }, bounds.map { "at most \(figure($0.max))" }]
                    note(
                        .bucketsDisordered, at: entry.value.place,
                        "the edge \(figure(number)) must be \(limits.compactMap(\.self).joined(separator: " and "))",
                        remedy: "let the edges ascend" + (bounds == nil ? "" : " between min and max"))
                    return nil
                }
                (edge, last) = (number, number)
            }
            guard let label else { return nil }
            ranges.append((label, edge))
        }
        return ranges
    }
}
