internal import TacitPrivacy

extension CatalogReader {
    private static let types = ["count", "sum", "mean", "histogram", "contributors"]
    private static let largestTable = 10_000

    mutating func metrics(
        _ value: Value, events: [String: EventDraft], contributor: [String]?, defaults: GuaranteeDraft
    ) -> [Metric]? {
        guard let entries = self.entries(value) else { return nil }
        if entries.isEmpty {
            note(.emptyList, at: value.place, "declares nothing", remedy: "declare at least one metric")
            return nil
        }
        var metrics: [Metric] = []
        for entry in entries {
            if let metric = self.metric(entry, events: events, contributor: contributor, defaults: defaults) {
                metrics.append(metric)
            }
        }
        return metrics.count == entries.count ? metrics : nil
    }

    private mutating func metric(
        _ entry: Entry, events: [String: EventDraft], contributor: [String]?, defaults: GuaranteeDraft
    ) -> Metric? {
        let faultsBefore = faults.count
        _ = isName(entry.name, at: entry.place, dotted: true)
        guard let entries = self.entries(entry.value) else { return nil }
        let type = entries.first { $0.name == "type" }?.value
        let word = type.flatMap { $0.isNull ? nil : self.word($0, among: Self.types) }
        let section = self.section(
            entries, at: entry.place,
            keys: ["description", "event", "type", "of", "edges", "by", "release", "keep_days"] + GuaranteeDraft.keys)
        if type == nil || type?.isNull == true { _ = required("type", in: section, remedy: remedy(Self.types)) }

        let description = required("description", in: section, remedy: "say what the figure tells, in a sentence")
            .flatMap { text($0) }
        let event = required("event", in: section, remedy: "name the event it is made from")
            .flatMap { self.event($0, among: events) }
        let kind = word.flatMap { self.kind($0, section, event: event) }
        let dimensions = section["by"].map { self.dimensions($0, event: event) } ?? []
        let stated = guarantee(section)
        if let place = stated.maxPerCell?.place, word == "contributors" {
            note(
                .unknownKey, at: place, "a contributor counts once in a cell, whatever this says",
                remedy: "take it out")
        }
        if word == "contributors", let event, (event.contributor ?? contributor)?.isEmpty == true {
            note(
                .contributorsNeedUnit, at: type?.place ?? entry.place,
                "the event names no attribute for a contributor, so each record would be one",
                remedy: "state `contributor: [attribute, …]` in the event, or use `type: count`")
        }
        let mode = self.mode(section)
        guard let dimensions else { return nil }
        let isOpen = dimensions.contains { event?.fields[$0]??.isOpen ?? false }
        let guarantee = self.guarantee(stated, over: defaults, type: word, isOpen: isOpen, section: section)
        guard let description, let event, let kind, let guarantee, let mode, faults.count == faultsBefore else {
            return nil
        }
        let metric = Metric(
            name: entry.name, description: description, event: event.name, kind: kind, dimensions: dimensions,
            guarantee: guarantee, mode: mode)
        guard let declared = event.event else { return metric }
        do {
            _ = try metric.noise(in: declared)
            return metric
        } catch {
            let (rule, place): (CatalogRule, Place?) =
                switch error.code {
                case .budgetTooSmall: (.epsilonInvalid, stated.epsilon?.place)
                case .sensitivityZero: (.sensitivityZero, section["of"]?.place)
                default: (.sensitivityOverflow, stated.maxPerCell?.place)
                }
            note(rule, at: place ?? entry.place, error.what, remedy: error.remedy)
            return nil
        }
    }

    private func remedy(_ words: [String]) -> String { "state one of \(words.joined(separator: ", "))" }

    private mutating func event(_ value: Value, among events: [String: EventDraft]) -> EventDraft? {
        guard let name = text(value, limit: 64) else { return nil }
        if let event = events[name] { return event }
        note(
            .unknownEvent, at: value.place, "names no declared event",
            remedy: Spelling.remedy(for: name, among: events.keys.sorted()))
        return nil
    }

    // MARK: What is added up

    private mutating func kind(_ type: String, _ section: Section, event: EventDraft?) -> Metric.Kind? {
        let needsField = type == "sum" || type == "mean" || type == "histogram"
        if !needsField, let value = section["of"] {
            note(.unknownKey, at: value.place, "a \(type) adds up no field", remedy: "take it out, or use sum or mean")
        }
        if type != "histogram", let value = section["edges"] {
            note(.unknownKey, at: value.place, "a \(type) has no edges", remedy: "take them out, or use histogram")
        }
        guard needsField else { return type == "count" ? .count : .contributors }

        guard let value = required("of", in: section, remedy: "name a number or duration field of the event"),
            let name = text(value, limit: 64)
        else { return nil }
        var bounds: Field.Bounds?
        if let event {
            guard let field = event.fields[name] else {
                noteUnknownField(name, at: value.place, event)
                return nil
            }
            if let field, field.measure == nil {
                note(
                    .measureNeedsNumber, at: value.place, "the field is neither a number nor a duration",
                    remedy: "name a number or duration field, or use count")
                return nil
            }
            bounds = field?.measure?.bounds
        }
        guard type == "histogram" else { return type == "sum" ? .sum(field: name) : .mean(field: name) }
        return required("edges", in: section, remedy: "state ascending edges, such as `[10, 100, 1000]`")
            .flatMap { self.edges($0, within: bounds) }
            .map { .histogram(field: name, edges: $0) }
    }

    private mutating func edges(_ value: Value, within bounds: Field.Bounds?) -> [Double]? {
        guard let elements = self.elements(value) else { return nil }
        guard !elements.isEmpty else {
            note(.emptyList, at: value.place, "names nothing", remedy: "state at least one edge")
            return nil
        }
        var edges: [Double] = []
        for element in elements {
            guard let edge = number(element) else { return nil }
            let isInside = bounds.map { edge > $0.min && edge <= $0.max } ?? true
            guard isInside, edge > edges.last ?? -.infinity else {
                let range = bounds.map { "above \(figure($0.min)) and at most \(figure($0.max))" }
                note(
                    .edgesDisordered, at: element.place,
                    "the edge \(figure(edge)) must be above the edge before it"
                        + (range.map { ", and lie \($0) as the field does" } ?? ""),
                    remedy: "let the edges ascend within the bounds of the field")
                return nil
            }
            edges.append(edge)
        }
        return edges
    }

    // MARK: By what

    private mutating func dimensions(_ value: Value, event: EventDraft?) -> [String]? {
        guard let names = texts(value, limit: 64, allowEmpty: true) else { return nil }
        if names.count > 4 {
            note(
                .tooManyDimensions, at: value.place, "\(names.count) dimensions thin the figures out; at most 4",
                remedy: "declare several metrics with fewer dimensions")
        }
        guard let event else { return names.map(\.text) }
        var cells = 1
        for (name, place) in names {
            guard let declared = event.fields[name] else {
                noteUnknownField(name, at: place, event)
                continue
            }
            guard let field = declared else { continue }
            if !field.canBeDimension {
                note(
                    .dimensionNeedsBuckets, at: place,
                    "`\(name)` is a number without buckets, so each value would be a cell of its own",
                    remedy: "give the field `buckets: {small: 10, large: null}`")
            }
            if let size = field.closedDomain?.count {
                let (product, overflow) = cells.multipliedReportingOverflow(by: size)
                cells = overflow ? .max : product
            }
        }
        if cells > Self.largestTable {
            let sizes = names.compactMap { name, _ in
                event.fields[name].flatMap(\.self)?.closedDomain.map { "\(name) \($0.count)" }
            }
            note(
                .tooManyCells, at: value.place,
                "\(sizes.joined(separator: " × ")) = \(cells) cells, all of which every window would release",
                remedy: "use coarser buckets or fewer dimensions; at most \(Self.largestTable) cells")
        }
        return names.map(\.text)
    }

    private mutating func noteUnknownField(_ name: String, at place: Place, _ event: EventDraft) {
        note(
            .unknownField, at: place, "names no field of the event `\(Spelling.shown(key: event.name))`",
            remedy: Spelling.remedy(for: name, among: event.fields.keys.sorted()))
    }

    // MARK: When

    private mutating func mode(_ section: Section) -> Metric.Mode? {
        let word = section["release"].map { self.word($0, among: ["on-close", "on-query"]) ?? "" }
        guard word == "on-query" else {
            if let value = section["keep_days"], word != "" {
                note(
                    .unknownKey, at: value.place, "the exact figures of the metric are destroyed when a window closes",
                    remedy: "take it out, or state `release: on-query`")
            }
            return word == "" ? nil : .onClose
        }
        let days = required(
            "keep_days", in: section, remedy: "state for how many days questions may be asked, such as `keep_days: 30`")
        return days.flatMap {
            integer($0, in: 1...366, because: "exact figures are kept encrypted for that long, and everything ends")
        }.map { .onQuery(keepDays: $0) }
    }

    // MARK: Under which guarantee

    private mutating func guarantee(
        _ stated: GuaranteeDraft, over defaults: GuaranteeDraft, type: String?, isOpen: Bool, section: Section
    ) -> Guarantee? {
        let merged = stated.over(defaults)
        let isContributors = type == "contributors"
        for (key, isStated) in [
            ("window", merged.window != nil), ("epsilon", merged.epsilon != nil), ("max_cells", merged.maxCells != nil),
            ("max_per_cell", merged.maxPerCell != nil || isContributors), ("k", merged.k != nil),
        ] where !isStated {
            note(
                .missingKey, at: section.place.child(key, at: nil), "is missing here and in `defaults`",
                remedy: "state it in the metric or in `defaults`")
        }
        var delta = merged.delta
        if isOpen {
            if delta == nil || delta?.value == .zero {
                note(
                    .deltaMissing, at: delta?.place ?? section.place.child("delta", at: nil),
                    "a dimension of the metric is open: which cells exist is itself a secret, and costs a delta",
                    remedy: "state a delta such as 1e-8")
            }
        } else {
            if let place = stated.delta?.place {
                note(
                    .deltaUnused, at: place, "all dimensions of the metric are closed, so no delta is spent",
                    remedy: "take it out")
            }
            delta = .init(value: .zero, place: section.place)
        }
        guard let window = merged.window?.value, let epsilon = merged.epsilon?.value, let delta = delta?.value,
            let maxCells = merged.maxCells?.value, let k = merged.k?.value,
            let maxPerCell = isContributors ? 1 : merged.maxPerCell?.value
        else { return nil }
        return Guarantee(
            window: window, epsilon: epsilon, delta: delta, maxCells: maxCells, maxPerCell: maxPerCell, k: k)
    }
}
