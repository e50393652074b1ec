import TacitCollector
import Testing

/// Every page in every state: what holds for pages is shown on all of these.
struct Gallery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let pages: @Sendable (Dashboard) throws -> [String]

    private static let samples: [(name: String, sample: @Sendable () -> SampleReport)] = [
        ("fortnight", { .fortnight }), ("empty", { .empty }), ("first minutes", { .firstMinutes }),
        ("one window", { .oneWindow }), ("many cells", { .manyCells }), ("hostile", { .hostile }),
        ("exact", { .exact }),
    ]

    static let all: [Gallery] =
        samples.flatMap { name, sample in
            [
                Gallery(testDescription: "\(name): overview, dictionary, what is held") { dashboard in
                    let report = try sample().report
                    let dictionary = try SampleDictionary.dictionary
                    return [
                        dashboard.overview(report), dashboard.dictionary(dictionary, report),
                        dashboard.holdings(report),
                    ]
                },
                Gallery(testDescription: "\(name): metrics") { dashboard in
                    let report = try sample().report
                    return report.metrics.compactMap { dashboard.metric(report, named: $0.name, cell: nil) }
                },
                Gallery(testDescription: "\(name): cells") { dashboard in
                    let report = try sample().report
                    return report.metrics.flatMap { metric in
                        (metric.windows.last?.cells ?? []).prefix(2).compactMap {
                            dashboard.metric(report, named: metric.name, cell: $0.labels)
                        }
                    }
                },
            ]
        } + [
            Gallery(testDescription: "message") {
                [$0.message(status: 404, title: "<script>\"\u{301}'", body: "There is no such page.")]
            }
        ]
}
