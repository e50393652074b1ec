extension DataDictionary {
    /// The dictionary for a terminal: aligned, at most 100 columns wide, no control codes.
    package var text: String {
        var page = Page()
        page.line(name)
        page.labelled(
            "Contributor", contributor.isEmpty ? "the single record" : contributor.joined(separator: ", else "))
        page.labelled("Budget", "\(Self.words(budget)), for one contributor and window")
        for spending in spending {
            page.labelled("Spent", "\(Self.words(spending.amount)), for one contributor and \(spending.window)")
        }
        let declared = consent.filter(\.isDeclared)
        if !declared.isEmpty { page.heading("CONSENT") }
        for category in declared { add(category, to: &page) }
        page.heading("EVENTS")
        for event in events { add(event, to: &page) }
        page.heading("METRICS")
        for metric in metrics { add(metric, to: &page) }
        return page.text
    }

    private func add(_ category: ConsentEntry, to page: inout Page) {
        page.entry(category.name, category.title + (category.isEssential ? " (essential)" : ""))
        let texts = [
            ("What", category.what), ("Why", category.why), ("Benefit", category.benefit), ("Kept", category.retention),
            ("Shared", category.sharing), ("Version", "\(category.version)"),
        ]
        for (label, text) in texts where !text.isEmpty { page.labelled(label, text) }
    }

    private func add(_ event: EventEntry, to page: inout Page) {
        page.entry(event.name, event.description)
        page.labelled("Purpose", event.purpose)
        page.labelled("Ground", event.ground)
        page.labelled("Class", "\(event.dataClass), \(event.dataClassMeaning)")
        page.labelled("Owner", event.owner)
        page.labelled("Expires", event.expires)
        page.labelled(
            "Unit",
            event.contributor == contributor && event.unit.hasSuffix("else the single record")
                ? "one contributor, named as above; else the single record" : event.unit)
        let width = event.fields.map(\.name.count).max() ?? 0
        for (index, field) in event.fields.enumerated() {
            let lines = [field.description, "\(field.type). Absent: \(field.absent)."].filter { !$0.isEmpty }
            for (number, line) in lines.enumerated() {
                page.labelled(
                    index == 0 && number == 0 ? "Fields" : "", line, name: number == 0 ? field.name : "", width: width)
            }
        }
        for (index, source) in event.sources.enumerated() {
            page.labelled(index == 0 ? "Sources" : "", source.items)
            for reading in source.readings {
                page.labelled("", "from \(reading.from)", name: "  \(reading.field)", width: width + 2)
            }
        }
    }

    private func add(_ metric: MetricEntry, to page: inout Page) {
        page.entry(metric.name, metric.description)
        page.labelled("Figure", metric.figure)
        page.labelled("Cells", metric.cellsMeaning)
        page.labelled("Privacy", metric.privacy)
        page.labelled("Guarantee", metric.guarantee)
        page.labelled("Price", metric.price)
    }

    private static func words(_ amount: Amount) -> String {
        "epsilon \(figure(amount.epsilon)), " + (amount.delta == 0 ? "no delta" : "delta \(figure(amount.delta))")
    }
}

/// Lines with a column of labels, folded at 100 columns.
private struct Page {
    private(set) var text = ""

    mutating func line(_ line: String) { text += line + "\n" }

    mutating func heading(_ heading: String) { text += "\n\(heading)\n" }

    mutating func entry(_ name: String, _ description: String) {
        text += "\n\(name)\n"
        fold(description, first: "  ", rest: "  ")
    }

    mutating func labelled(_ label: String, _ words: String, name: String = "", width: Int = 0) {
        let label = "  " + label.padded(to: 13)
        let name = width == 0 ? "" : name.padded(to: width + 2)
        let rest = String(repeating: " ", count: label.count + name.count)
        fold(words, first: label + name, rest: rest)
    }

    private mutating func fold(_ words: String, first: String, rest: String) {
        var line = first
        var isEmpty = true
        for word in words.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > 100 {
                text += line + "\n"
                (line, isEmpty) = (rest, true)
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        text += line + "\n"
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
