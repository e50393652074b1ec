import TacitPrivacy

extension CatalogReader {
    private static let types = ["count", "sum", "mean", "histogram", "contributors"]
    private static let largestTable = 10_000

    mutating func metrics(
        _ value: Value, events: [String: EventDraft], defaults: MetricDefaults
    ) -> [Metric]? {
        guard let entries = self.entries(value) else { return nil }
        if entries.isEmpty {
            note(.emptyList, at: value.place, "declares nothing", remedy: "declare at least one metric")
            return nil
        }
        var metrics: [Metric] = []
        for entry in entries {
            if let metric = self.metric(entry, events: events, defaults: defaults) { metrics.append(metric) }
        }
        guard metrics.count == entries.count else { return nil }
        if metrics.allSatisfy({ $0.guarantee.epsilon == nil }) {
            noteWithoutNoise(defaults.guarantee, "no metric of the catalog has noise")
        }
        return metrics
    }

    private mutating func metric(
        _ entry: Entry, events: [String: EventDraft], defaults: MetricDefaults
    ) -> Metric? {
        let faultsBefore = faults.count
        _ = isName(entry.name, at: entry.place, dotted: true)
        guard let entries = self.entries(entry.value) else { return nil }
        let type = entries.first { $0.name == "type" }?.value
        let word = type.flatMap { $0.isNull ? nil : self.word($0, among: Self.types) }
        let section = self.section(
            entries, at: entry.place,
            keys: ["description", "event", "type", "of", "edges", "by", "privacy", "release", "keep_days", "horizon"]
                + GuaranteeDraft.keys)
        if type == nil || type?.isNull == true { _ = required("type", in: section, remedy: remedy(Self.types)) }

        let description = required("description", in: section, remedy: "say what the figure tells, in a sentence")
            .flatMap { text($0) }
        let event = required("event", in: section, remedy: "name the event it is made from")
            .flatMap { self.event($0, among: events) }
        let kind = word.flatMap { self.kind($0, section, event: event) }
        let dimensions = section["by"].map { self.dimensions($0, event: event) } ?? []
        let stated = guarantee(section)
        if word == "contributors" {
            checkContributors(stated, of: event, defaults, at: type?.place ?? entry.place)
        }
        let mode = self.mode(section)
        guard let dimensions else { return nil }
        func field(_ name: String) -> Field? { event?.fields[name]?.flatMap(\.self) }
        let isOpen = dimensions.contains { dimension in
            field(dimension.field).map { $0.domain(at: dimension.level) == nil } ?? false
        }
        let guarantee = self.guarantee(
            stated, over: defaults, type: word, isOpen: isOpen, isRunning: mode?.horizon != nil,
            measured: kind?.field.flatMap { field($0)?.insight },
            dimensions: dimensions.compactMap { field($0.field)?.insight }, section: section)
        if let mode, let guarantee {
            checkNoise(guarantee, for: mode, at: section["release"]?.place ?? entry.place)
        }
        if let horizon = mode?.horizon {
            checkRunning(
                horizon, type: word, dimensions, isOpen: isOpen, event, at: section["release"]?.place ?? entry.place)
        }
        guard let description, let event, let kind, let guarantee, let mode, faults.count == faultsBefore else {
            return nil
        }
        let metric = Metric(
            name: entry.name, description: description, event: event.name, kind: kind, dimensions: dimensions,
            guarantee: guarantee, mode: mode)
        guard let declared = event.event else { return metric }
        return admitted(metric, of: declared, stated, section, at: entry.place)
    }

    private mutating func checkContributors(
        _ stated: GuaranteeDraft, of event: EventDraft?, _ defaults: MetricDefaults, at place: Place
    ) {
        if let place = stated.maxPerCell?.place {
            note(
                .unknownKey, at: place, "a contributor counts once in a cell, whatever this says",
                remedy: "take it out")
        }
        if let event, (event.contributor ?? defaults.contributor)?.isEmpty == true {
            note(
                .contributorsNeedUnit, at: place,
                "the event names no attribute for a contributor, so each record would be one",
                remedy: "state `contributor: [attribute, …]` in the event, or use `type: count`")
        }
    }

    /// Questions and running totals are released so often that only noise protects.
    private mutating func checkNoise(_ guarantee: Guarantee, for mode: Metric.Mode, at place: Place) {
        guard guarantee.epsilon == nil else { return }
        let why: String
        if case .onQuery = mode {
            why = "a question pays for its noise, and without noise nothing would limit the questions"
        } else if mode.horizon != nil {
            why = "running totals are proven by their noise, and exact ones would tell each window apart"
        } else {
            return
        }
        note(.needsNoise, at: place, why, remedy: "take it out, or use a level with noise")
    }

    /// The metric, if its noise can be drawn and its sums can be held.
    private mutating func admitted(
        _ metric: Metric, of event: Event, _ stated: GuaranteeDraft, _ section: Section, at place: Place
    ) -> Metric? {
        do {
            _ = try metric.protection(in: event)
            let overflow = try metric.overflow(in: event, contributors: expectedContributors ?? Metric.mostContributors)
            guard let overflow else { return metric }
            note(
                .sumOverflow, at: stated.maxPerCell?.place ?? place, overflow,
                remedy: "use a coarser granularity, a narrower range or lower caps")
        } catch {
            let (rule, part): (CatalogRule, Place?) =
                switch error.code {
                case .budgetTooSmall: (.epsilonInvalid, stated.epsilon?.place)
                case .sensitivityZero: (.sensitivityZero, section["of"]?.place)
                default: (.sensitivityOverflow, stated.maxPerCell?.place)
                }
            note(rule, at: part ?? place, error.what, remedy: error.remedy)
        }
        return nil
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

    private mutating func dimensions(_ value: Value, event: EventDraft?) -> [Metric.Dimension]? {
        guard let names = texts(value, limit: 70, allowEmpty: true) else { return nil }
        if names.count > 4 {
            note(
                .tooManyDimensions, at: value.place, "\(names.count) dimensions thin the figures out; at most 4",
                remedy: "declare several metrics with fewer dimensions")
        }
        var dimensions: [Metric.Dimension] = []
        var sizes: [(field: String, labels: Int)] = []
        for (name, place) in names {
            let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let declared = event.map { event in event.fields[parts[0]] }
            if let event, case .some(nil) = declared { noteUnknownField(parts[0], at: place, event) }
            let field = declared.flatMap(\.self)?.flatMap(\.self)
            if let field, !field.canBeDimension {
                note(
                    .dimensionNeedsBuckets, at: place,
                    "`\(parts[0])` is a number without buckets, so each value would be a cell of its own",
                    remedy: "give the field `buckets: {small: 10, large: null}`, or a hierarchy")
            }
            guard let level = level(parts.count == 2 ? parts[1] : nil, of: field, at: place) else { return nil }
            if dimensions.contains(where: { $0.field == parts[0] }) {
                note(
                    .duplicateValue, at: place, "a coarser level of a field tells nothing that the finer doesn't",
                    remedy: "keep one of them")
            }
            dimensions.append(Metric.Dimension(name: name, field: parts[0], level: level))
            if let field, let labels = field.domain(at: level)?.count { sizes.append((parts[0], labels)) }
        }
        noteTooMany(sizes, at: value.place)
        return dimensions
    }

    /// The level that stands behind the `@`, or the field's standard one.
    private mutating func level(_ written: String?, of field: Field?, at place: Place) -> Int? {
        // A field that is unknown or has a fault is complained of already.
        guard let field else { return 0 }
        guard let written else { return field.standardLevel }
        if field.hierarchy != nil, let level = Int(written), field.levels.contains(level) { return level }
        note(
            .unknownLevel, at: place,
            field.hierarchy.map {
                "the hierarchy `\($0.name)` has the levels \(field.levels.lowerBound) to \(field.levels.upperBound)"
            } ?? "the field has no hierarchy, so there is no level of it",
            remedy: field.hierarchy == nil
                ? "take the `@` out, or give the field a hierarchy"
                : "write `\(field.name)@\(field.levels.upperBound)`, or another level")
        return nil
    }

    private mutating func noteTooMany(_ sizes: [(field: String, labels: Int)], at place: Place) {
        let cells = sizes.reduce(1) { product, size in
            let (cells, overflow) = product.multipliedReportingOverflow(by: size.labels)
            return overflow ? .max : cells
        }
        guard cells > Self.largestTable else { return }
        note(
            .tooManyCells, at: place,
            "\(sizes.map { "\($0.field) \($0.labels)" }.joined(separator: " × ")) = \(cells) cells, all of which every "
                + "window would release",
            remedy: "use coarser buckets or levels, or fewer dimensions; at most \(Self.largestTable) cells")
    }

    private mutating func noteUnknownField(_ name: String, at place: Place, _ event: EventDraft) {
        note(
            .unknownField, at: place, "names no field of the event `\(Spelling.shown(key: event.name))`",
            remedy: Spelling.remedy(for: name, among: event.fields.keys.sorted()))
    }

    // MARK: When

    private mutating func mode(_ section: Section) -> Metric.Mode? {
        let word = section["release"].map { self.word($0, among: ["on-close", "on-query", "running"]) ?? "" }
        if word != "", word != "on-query", let value = section["keep_days"] {
            note(
                .unknownKey, at: value.place, "the exact figures of the metric are destroyed, not kept for questions",
                remedy: "take it out, or state `release: on-query`")
        }
        if word != "", word != "running", let value = section["horizon"] {
            note(
                .unknownKey, at: value.place, "the metric has no running totals",
                remedy: "take it out, or state `release: running`")
        }
        switch word {
        case "on-query":
            return required(
                "keep_days", in: section,
                remedy: "state for how many days questions may be asked, such as `keep_days: 30`"
            ).flatMap {
                integer($0, in: 1...366, because: "exact figures are kept encrypted for that long, and everything ends")
            }.map { .onQuery(keepDays: $0) }
        case "running":
            return required(
                "horizon", in: section, remedy: "state after how many windows totals begin anew, such as `horizon: 365`"
            ).flatMap {
                integer(
                    $0, in: 1...ContinualPlan.longestHorizon,
                    because: "the noise is made for that many windows, and everything ends")
            }.map { .running(horizon: $0) }
        case "": return nil
        default: return .onClose
        }
    }

    /// The exact figures of all windows of a horizon are read and written again as each closes.
    private static let largestRun = 1_000_000

    private mutating func checkRunning(
        _ horizon: Int, type: String?, _ dimensions: [Metric.Dimension], isOpen: Bool, _ event: EventDraft?,
        at place: Place
    ) {
        if type == "mean" || type == "histogram" {
            note(
                .runningUnsuited, at: place, "there is no running total of a \(type ?? "")",
                remedy: "use a count, a sum or contributors, or take `release: running` out")
        }
        if isOpen {
            note(
                .runningUnsuited, at: place,
                "a dimension of the metric is open, and a total has to run on for every cell from the first window on",
                remedy: "use closed dimensions: declared values, buckets or a level of a hierarchy")
        }
        let cells = dimensions.reduce(1) { cells, dimension in
            let labels = event?.fields[dimension.field]?.flatMap(\.self)?.domain(at: dimension.level)?.count ?? 1
            return min(cells * labels, Self.largestTable)
        }
        if cells * horizon > Self.largestRun {
            note(
                .tooManyCells, at: place,
                "\(cells) cells × \(horizon) windows = \(cells * horizon), all of which are kept until the horizon",
                remedy: "use fewer cells or a shorter horizon; at most \(Self.largestRun) together")
        }
    }
}
