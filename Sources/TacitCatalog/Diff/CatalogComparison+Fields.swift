import TacitPrivacy

extension CatalogComparison {
    mutating func compare(_ before: Field, _ after: Field, of event: Event) {
        let category = event.consent.category
        func name(_ words: String) -> String { "`\(after.name)` \(words)" }
        switch (before.kind, after.kind) {
        case (.bool, .bool): break
        case (.enumeration(let was, let otherBefore), .enumeration(let values, let otherAfter)):
            let (labelsBefore, labels) = (
                was + [otherBefore].compactMap(\.self), values + [otherAfter].compactMap(\.self)
            )
            let added = labels.filter { !labelsBefore.contains($0) }
            if !added.isEmpty {
                more(.event, event.name, name("may also be \(added.joined(separator: ", "))"), of: category)
            }
            let gone = labelsBefore.filter { !labels.contains($0) }
            if !gone.isEmpty { note(.event, event.name, .less, name("is never \(gone.joined(separator: ", "))")) }
        case (.number(let was, let unitBefore, let bucketsBefore), .number(let bounds, let unit, let buckets)):
            compare(was, bounds, unit: unit, of: after, event)
            if unitBefore != unit {
                more(.event, event.name, name("is in \(unit), before in \(unitBefore)"), of: category)
            }
            if bucketsBefore != buckets { note(.event, event.name, .other, name("has other ranges as a dimension")) }
        case (.duration(let was, let bucketsBefore), .duration(let bounds, let buckets)):
            compare(was, bounds, unit: "ms", of: after, event)
            if bucketsBefore != buckets { note(.event, event.name, .other, name("has other ranges as a dimension")) }
        case (.version(let was), .version(let precision)):
            let order = Field.VersionPrecision.allCases
            more(
                .event, event.name, if: order.firstIndex(of: was) ?? 0, isBelow: order.firstIndex(of: precision) ?? 0,
                name("is cut to \(precision.rawValue), before to \(was.rawValue)"), of: category)
        case (.code(let was), .code(let length)), (.scrubbed(let was), .scrubbed(let length)):
            more(
                .event, event.name, if: was, isBelow: length,
                name("has at most \(length) characters, before \(was)"), of: category)
        default:
            more(
                .event, event.name,
                name("is another kind of value: \(after.typeInWords); before \(before.typeInWords)"),
                of: category)
        }
        compareNoise(before, after, of: event)
        if before.hierarchy != after.hierarchy { note(.event, event.name, .other, name("has another hierarchy")) }
        if before.description != after.description, !after.description.isEmpty {
            note(.event, event.name, .other, name("is now described: \(after.description)"))
        }
    }

    private mutating func compare(
        _ was: Field.Bounds, _ bounds: Field.Bounds, unit: String, of field: Field, _ event: Event
    ) {
        let category = event.consent.category
        if was.min != bounds.min || was.max != bounds.max {
            let words =
                "`\(field.name)` goes from \(figure(bounds.min)) to \(figure(bounds.max)) \(unit), "
                + "before from \(figure(was.min)) to \(figure(was.max))"
            if bounds.min < was.min || bounds.max > was.max {
                more(.event, event.name, words, of: category)
            } else {
                note(.event, event.name, .less, words)
            }
        }
        more(
            .event, event.name, if: bounds.granularity, isBelow: was.granularity,
            "`\(field.name)` is told in steps of \(figure(bounds.granularity)) \(unit), before \(figure(was.granularity))",
            of: category)
    }

    private mutating func compareNoise(_ before: Field, _ after: Field, of event: Event) {
        // Without noise as much is told as by an epsilon above all others.
        let was = before.localNoise?.epsilon.millionths ?? .max
        let noise = after.localNoise?.epsilon.millionths ?? .max
        let words =
            after.localNoise.map { "has noise on the device with epsilon \($0.epsilon)" }
            ?? "has no noise on the device"
        let earlier = before.localNoise.map { "epsilon \($0.epsilon)" } ?? "none"
        more(
            .event, event.name, if: was, isBelow: noise, "`\(after.name)` \(words), before \(earlier)",
            of: event.consent.category)
    }
}
