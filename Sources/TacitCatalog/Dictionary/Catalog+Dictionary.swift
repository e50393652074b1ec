internal import TacitPrivacy

extension Catalog {
    /// The catalog in words.
    package func dictionary() -> DataDictionary {
        let windows = WindowLength.allCases.compactMap { window -> DataDictionary.Spending? in
            let guarantees = metrics.map(\.guarantee).filter { $0.window == window }
            guard !guarantees.isEmpty, let spent = try? spending(in: window) else { return nil }
            return .init(
                window: window.rawValue,
                amount: .init(
                    epsilon: Double(spent.epsilonMillionths) / 1_000_000,
                    delta: Double(spent.deltaUnits) / Double(Delta.unitsPerOne)))
        }
        return DataDictionary(
            name: name, contributor: contributorAttributes,
            budget: .init(epsilon: budget.epsilon.approximation, delta: budget.delta.approximation),
            spending: windows, events: events.map(entry), metrics: metrics.map(entry))
    }

    private func entry(_ event: Event) -> DataDictionary.EventEntry {
        let attributes = contributorAttributes(of: event)
        return DataDictionary.EventEntry(
            name: event.name, description: event.description, purpose: event.purpose,
            ground: "\(event.consent.category), from level \(event.consent.level.rawValue)",
            consentCategory: event.consent.category, consentLevel: event.consent.level.rawValue,
            dataClass: event.dataClass.rawValue, dataClassMeaning: event.dataClass.words, owner: event.owner,
            expires: event.expires.description, contributor: attributes,
            unit: unitInWords(event),
            fields: event.fields.map(\.entry), sources: event.sources.map(\.entry))
    }

    private func entry(_ metric: Metric) -> DataDictionary.MetricEntry {
        let event = event(named: metric.event)
        let dimensions = metric.dimensions.compactMap { event?.field(named: $0) }
        let isOpen = dimensions.contains(where: \.isOpen)
        let cells = isOpen ? nil : dimensions.reduce(1) { $0 * ($1.closedDomain?.count ?? 1) }
        let threshold = event.flatMap { try? metric.noise(in: $0).threshold.value } ?? Int64(metric.guarantee.k)
        let guarantee = metric.guarantee
        let unit = event.map(unit) ?? .contributorOrRecord
        let noun = unit == .record ? "record" : "contributor"
        let delta = guarantee.delta == .zero ? "no delta" : "delta \(figure(guarantee.delta.approximation))"
        let caps =
            "at most \(counted(guarantee.maxCells, "cell"))"
            + (metric.kind == .contributors ? "" : " with \(counted(guarantee.maxPerCell, "record")) each")
        return DataDictionary.MetricEntry(
            name: metric.name, description: metric.description, event: metric.event, type: metric.kind.label,
            figure: figureInWords(metric, event), dimensions: metric.dimensions, cells: cells,
            cellsMeaning: (cells.map { "\($0) declared" } ?? "open, as the data has them")
                + "; each is shown from a noisy \(threshold) \(noun)s on",
            window: guarantee.window.rawValue, epsilon: guarantee.epsilon.approximation,
            delta: guarantee.delta.approximation, maxCells: guarantee.maxCells, maxPerCell: guarantee.maxPerCell,
            k: guarantee.k, threshold: Int(threshold),
            guarantee:
                "epsilon \(guarantee.epsilon) and \(delta), for one \(unit.words) and \(guarantee.window.rawValue) (UTC), "
                + "counting \(caps)",
            price: (try? metric.price().description) ?? "epsilon \(guarantee.epsilon)")
    }

    private func unitInWords(_ event: Event) -> String {
        let names = contributorAttributes(of: event).joined(separator: ", else ")
        return switch unit(of: event) {
        case .contributor: "one contributor, named by \(names)"
        case .record: "the single record"
        case .contributorOrRecord: "one contributor, named by \(names); else the single record"
        }
    }

    private func figureInWords(_ metric: Metric, _ event: Event?) -> String {
        let measured = metric.kind.field.map { name in
            name + (event?.field(named: name)?.measure.map { " (\($0.unit))" } ?? "")
        }
        let figure =
            switch metric.kind {
            case .count: "count of \(metric.event)"
            case .contributors: "contributors with \(metric.event)"
            case .sum: "sum of \(measured ?? "")"
            case .mean: "mean of \(measured ?? "")"
            case .histogram(_, let edges):
                "histogram of \(measured ?? "") with edges \(edges.map(TacitCatalog.figure).joined(separator: ", "))"
            }
        return metric.dimensions.isEmpty ? figure : "\(figure) by \(metric.dimensions.joined(separator: " and "))"
    }
}

/// `1 cell`, `2 cells`.
private func counted(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }

extension DataClass {
    fileprivate var words: String {
        switch self {
        case .ephemeral: "ephemeral session data, in memory only"
        case .aggregate: "anonymized aggregates"
        case .operational: "operational data without user content"
        }
    }
}

extension Field {
    fileprivate var entry: DataDictionary.FieldEntry {
        DataDictionary.FieldEntry(
            name: name, description: description, type: typeInWords,
            absent: labelWhenAbsent.map { "counts as \($0)" } ?? "the record makes no event")
    }

    private var typeInWords: String {
        switch kind {
        case .bool: "true or false"
        case .enumeration(let values, let other):
            "one of \(values.joined(separator: ", "))" + (other.map { "; anything else is \($0)" } ?? "")
        case .number(let bounds, let unit, let buckets):
            "number from \(bounds.words) \(unit)" + Self.words(buckets)
        case .duration(let bounds, let buckets): "duration from \(bounds.words) ms" + Self.words(buckets)
        case .version(let precision): "version, cut to \(precision.rawValue)"
        case .code(let length): "code of at most \(counted(length, "character"))"
        case .scrubbed(let length): "scrubbed text of at most \(counted(length, "character"))"
        }
    }

    private static func words(_ buckets: [Bucket]) -> String {
        if buckets.isEmpty { return "" }
        return "; as a dimension "
            + buckets.map { "\($0.label) \($0.below.map { "below \(figure($0))" } ?? "from there on")" }
            .joined(separator: ", ")
    }
}

extension Field.Bounds {
    fileprivate var words: String { "\(figure(min)) to \(figure(max)) in steps of \(figure(granularity))" }
}

extension Source {
    fileprivate var entry: DataDictionary.SourceEntry {
        DataDictionary.SourceEntry(
            items: itemsInWords,
            readings: fields.map { mapping in
                .init(field: mapping.field, from: mapping.readings.map(\.written).joined(separator: ", else "))
            })
    }

    private var itemsInWords: String {
        var words =
            switch signal {
            case .log: "log records"
            case .span: "spans"
            case .spanEvent: "events of spans"
            case .metric: "number points of metrics"
            case .resource: "each resource of a request, once"
            }
        if let spanKind { words += " of kind \(spanKind.rawValue)" }
        if let name, name != "*" { words += " named \(name)" }
        if let minSeverity { words += " from severity number \(minSeverity) on" }
        let having = conditions.map { condition in
            condition.attributes.joined(separator: " or ")
                + (condition.values.map { " = " + $0.joined(separator: " or ") } ?? "")
        }
        return having.isEmpty
            ? words
            : words + "\(signal == .resource ? ", that has" : " that have") \(having.joined(separator: ", and "))"
    }
}

extension Source.Reading {
    /// As the catalog writes it.
    package var written: String {
        if case .attribute(let name) = self { return name }
        return Self.intrinsics.first { $0.value == self }?.key ?? ""
    }
}

extension ContributorUnit {
    fileprivate var words: String {
        switch self {
        case .contributor, .record: rawValue
        case .contributorOrRecord: "contributor (or record that names none)"
        }
    }
}
