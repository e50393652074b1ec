import TacitPrivacy

extension Catalog {
    /// The catalog in words.
    package func dictionary() -> DataDictionary {
        let windows = WindowLength.allCases.compactMap { window -> DataDictionary.Spending? in
            let guarantees = metrics.map(\.guarantee).filter { $0.window == window && $0.epsilon != nil }
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
            spending: windows, consent: consentCategories.map(entry), events: events.map(entry),
            metrics: metrics.map(entry))
    }

    private func entry(_ category: ConsentCategory) -> DataDictionary.ConsentEntry {
        DataDictionary.ConsentEntry(
            name: category.name, title: category.title, what: category.what, why: category.why,
            benefit: category.benefit, retention: category.retention, sharing: category.sharing,
            version: category.version, isEssential: category.isEssential,
            isDeclared: consent.contains { $0.name == category.name })
    }

    private func entry(_ event: Event) -> DataDictionary.EventEntry {
        let attributes = contributorAttributes(of: event)
        return DataDictionary.EventEntry(
            name: event.name, description: event.description, purpose: event.purpose, version: event.version,
            ground: "\(event.consent.category), from level \(event.consent.level.rawValue)"
                + (event.version == 1 ? "" : ", asked for since version \(event.version)"),
            consentCategory: event.consent.category, consentLevel: event.consent.level.rawValue,
            dataClass: event.dataClass.rawValue, dataClassMeaning: event.dataClass.words, owner: event.owner,
            expires: event.expires.description, contributor: attributes,
            unit: unitInWords(event),
            fields: event.fields.map(\.entry), sources: event.sources.map(\.entry))
    }

    private func entry(_ metric: Metric) -> DataDictionary.MetricEntry {
        let event = event(named: metric.event)
        let isOpen = event.map(metric.isOpen) ?? false
        let cells =
            isOpen
            ? nil
            : metric.dimensions.reduce(1) { product, dimension in
                product * (event?.field(named: dimension.field)?.domain(at: dimension.level)?.count ?? 1)
            }
        let protection = event.flatMap { try? metric.protection(in: $0) }
        let threshold = protection?.threshold ?? Int64(metric.guarantee.k)
        let guarantee = metric.guarantee
        let unit = event.map(unit) ?? .contributorOrRecord
        let people = (protection?.price == nil ? "" : "a noisy ") + "\(threshold) \(unit.noun)s"
        return DataDictionary.MetricEntry(
            name: metric.name, description: metric.description, event: metric.event, type: metric.kind.label,
            figure: figureInWords(metric, event), dimensions: metric.dimensions.map(\.name), cells: cells,
            cellsMeaning: (cells.map { "\($0) declared" } ?? "open, as the data has them")
                + "; each is shown from \(people) on",
            privacy: guarantee.level.rawValue, window: guarantee.window.rawValue,
            epsilon: guarantee.epsilon?.approximation,
            delta: guarantee.epsilon == nil ? nil : guarantee.delta.approximation, maxCells: guarantee.maxCells,
            maxPerCell: guarantee.maxPerCell, k: guarantee.k, threshold: Int(threshold),
            guarantee: promiseInWords(metric, unit),
            price: protection?.price?.description ?? "nothing is charged: the figures carry no noise")
    }

    private func promiseInWords(_ metric: Metric, _ unit: ContributorUnit) -> String {
        let guarantee = metric.guarantee
        let caps =
            "counting at most \(counted(guarantee.maxCells, "cell"))"
            + (metric.kind == .contributors ? "" : " with \(counted(guarantee.maxPerCell, "record")) each")
        guard let epsilon = guarantee.epsilon else {
            return "no formal guarantee: exact figures of groups of at least \(guarantee.k) \(unit.noun)s in one "
                + "\(guarantee.window.rawValue) (UTC), \(caps). Comparing figures can tell what one of them contributed"
        }
        let delta = guarantee.delta == .zero ? "no delta" : "delta \(figure(guarantee.delta.approximation))"
        let promise =
            "epsilon \(epsilon) and \(delta), for one \(unit.words) and \(guarantee.window.rawValue) (UTC), \(caps)"
        return switch metric.mode {
        case .onClose: promise
        case .onQuery(let days):
            promise + "; answered on request, so exact figures are kept encrypted for \(days) days"
        case .running(let horizon):
            promise
                + "; for all running totals together, which begin anew after \(horizon) windows. Until then the exact "
                + "figures of each window are kept encrypted"
        }
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
        let kind =
            switch metric.kind {
            case .count: "count of \(metric.event)"
            case .contributors: "contributors with \(metric.event)"
            case .sum: "sum of \(measured ?? "")"
            case .mean: "mean of \(measured ?? "")"
            case .histogram(_, let edges):
                "histogram of \(measured ?? "") with edges \(edges.map(TacitCatalog.figure).joined(separator: ", "))"
            }
        let figure = metric.mode.horizon == nil ? kind : "running \(kind)"
        guard !metric.dimensions.isEmpty else { return figure }
        let noisy = metric.dimensions.map(\.field).filter { event?.field(named: $0)?.localNoise != nil }
        return "\(figure) by \(metric.dimensions.map(\.name).joined(separator: " and "))"
            + (noisy.isEmpty
                ? ""
                : "; of \(noisy.joined(separator: " and ")) as sent, with the noise of the devices, "
                    + "which is not corrected for")
    }
}

/// `1 cell`, `2 cells`.
private func counted(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }

extension DataClass {
    var words: String {
        switch self {
        case .ephemeral: "ephemeral: in memory, and encrypted in the journal, until the window closes"
        case .aggregate: "anonymized aggregates"
        case .operational: "operational data without user content"
        }
    }
}

extension Field {
    fileprivate var entry: DataDictionary.FieldEntry {
        DataDictionary.FieldEntry(
            name: name, description: description,
            type: typeInWords + (insight.map { "; an insight of kind \($0.rawValue)" } ?? "")
                + (noiseInWords.map { "; \($0)" } ?? "") + (hierarchy.map { "; by \($0.name): \($0.words)" } ?? ""),
            insight: insight?.rawValue,
            localNoise: noiseInWords,
            absent: labelWhenAbsent.map { "counts as \($0)" } ?? "the record makes no event")
    }

    /// Such as `on the device an app sends the true value 73 times in 100, …`.
    private var noiseInWords: String? {
        guard let localNoise, let truthProbability else { return nil }
        // Rounded down: it never says that less is hidden than is.
        let percent = Int(truthProbability * 100)
        return "an app sends the true value about \(percent) times in 100, else another one at random "
            + "(epsilon \(localNoise.epsilon) for one value, on the device; other clients send it as it is)"
    }

    var typeInWords: String {
        switch kind {
        case .bool: "true or false"
        case .enumeration(let values, let other):
            "one of \(values.joined(separator: ", "))" + (other.map { "; anything else is \($0)" } ?? "")
        case .number(let bounds, let unit, let buckets):
            "number from \(bounds.words)" + (unit == "1" ? "" : " \(unit)") + Self.words(buckets)
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

    var itemsInWords: String {
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
    /// What is counted against a threshold.
    fileprivate var noun: String { self == .record ? "record" : "contributor" }

    fileprivate var words: String {
        switch self {
        case .contributor, .record: rawValue
        case .contributorOrRecord: "contributor (or record that names none)"
        }
    }
}
