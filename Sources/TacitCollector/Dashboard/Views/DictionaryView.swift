import TacitCatalog

/// The data dictionary: what is collected and why, and what each figure costs.
struct DictionaryView {
    struct Fact {
        let term: String
        let text: String
    }

    struct Event {
        let index: Int
        let name: String
        let description: String
        let facts: [Fact]
        let fields: [DataDictionary.FieldEntry]
        let sources: [DataDictionary.SourceEntry]
    }

    struct Metric {
        let index: Int
        let name: String
        let description: String
        /// Only a metric that the report knows has a page.
        let href: String?
        let facts: [Fact]
    }

    let page: PageView
    let heading: String
    let spending: [String]
    let events: [Event]
    let metrics: [Metric]

    init(_ dictionary: DataDictionary, report: Report, links: Links) {
        page = PageView(title: "Data dictionary", at: .dictionary, links: links, report: report)
        let (events, metrics) = (dictionary.events.count, dictionary.metrics.count)
        heading =
            "\(events == 1 ? "One event" : "\(events) events"), \(metrics == 1 ? "one metric" : "\(metrics) metrics")"
        let exact = dictionary.metrics.filter { $0.epsilon == nil }.map(\.name)
        let unpaid = exact.isEmpty ? [] : [GuaranteeText.exact(names: exact)]
        spending =
            unpaid
            + dictionary.spending.map { spending in
                let spent = GuaranteeText.price(spending.amount.epsilon, spending.amount.delta)
                let budget = GuaranteeText.price(dictionary.budget.epsilon, dictionary.budget.delta)
                return
                    "\(exact.isEmpty ? "All" : "All other") metrics of one \(spending.window) together spend \(spent) for one contributor in one "
                    + "\(spending.window); the catalog allows \(budget)."
            }
        self.events = dictionary.events.enumerated().map { index, event in
            Event(
                index: index, name: event.name, description: event.description, facts: Self.facts(event),
                fields: event.fields, sources: event.sources)
        }
        self.metrics = dictionary.metrics.enumerated().map { index, metric in
            let hasPage = report.metrics.contains { $0.name == metric.name }
            return Metric(
                index: index, name: metric.name, description: metric.description,
                href: hasPage ? links.metric(metric.name) : nil, facts: Self.facts(metric))
        }
    }

    private static func facts(_ event: DataDictionary.EventEntry) -> [Fact] {
        [
            Fact(term: "Purpose", text: event.purpose), Fact(term: "Ground", text: event.ground),
            Fact(term: "Class", text: "\(event.dataClass), \(event.dataClassMeaning)"),
            Fact(term: "Owner", text: event.owner), Fact(term: "No longer collected from", text: event.expires),
            Fact(term: "Protected", text: event.unit),
        ]
    }

    private static func facts(_ metric: DataDictionary.MetricEntry) -> [Fact] {
        [
            Fact(term: "Figure", text: metric.figure), Fact(term: "Cells", text: metric.cellsMeaning),
            Fact(term: "Privacy level", text: metric.privacy), Fact(term: "Guarantee", text: metric.guarantee),
            Fact(term: "Price", text: metric.price),
        ]
    }
}
