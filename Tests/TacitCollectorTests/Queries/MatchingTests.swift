import TacitCatalog
import TacitPrivacy
import TacitStores
import Testing

@testable import TacitCollector

@Suite("A question finds the metric that answers it, and one that means the same is the same text")
struct MatchingTests {
    private let catalog: Catalog
    private let now = KeptFigures.firstDay + 30 * KeptFigures.day + 43_200

    init() throws { catalog = try KeptFigures.catalog() }

    private func plan(_ text: String, closed: Int64? = nil, now: Int64? = nil) throws -> QueryPlan {
        let closed = closed ?? KeptFigures.firstDay + 30 * KeptFigures.day
        return try QueryMatcher(
            catalog: catalog, question: Question(text), now: now ?? self.now,
            closedUntil: [.day: closed, .hour: closed + 12 * 3600]
        ).plan()
    }

    @Test(
        "the metric of that event, kind and field with the fewest dimensions that has all that are asked for",
        arguments: [
            ("count of feature.used last 3 days", "uses"),
            ("count of feature.used by feature last 3 days", "uses"),
            ("count of feature.used by version last 3 days", "uses.fine"),
            ("count of feature.used by feature where plan = free last 3 days", "uses.fine"),
            ("sum of time in feature.used last 3 days", "time.total"),
            ("mean of time in feature.used by feature last 72 hours", "time.mean"),
            ("histogram of time in feature.used where feature = search last 3 days", "time.spread"),
            ("contributors of feature.used by feature last 3 days", "users"),
            ("contributors of feature.used where feature = search last 3 days", "users"),
            ("count of job.failed last 5 hours", "failures"),
            ("count of job.failed by code on 2027-01-20", "failures"),
        ])
    func found(text: String, metric: String) throws { #expect(try plan(text).metric.name == metric) }

    @Test(
        "what the catalog can't answer is refused with what it can",
        arguments: [
            (
                "count of feature.use last day", QueryFault.Code.unknownEvent, "feature.use",
                "Did you mean `feature.used`?"
            ),
            ("count of nothing last day", .unknownEvent, "nothing", "feature.used, job.failed"),
            ("mean of feature.used last day", .syntax, "feature.used", "`mean of FIELD in feature.used`; fields: time"),
            ("mean of tme in feature.used last day", .unknownField, "tme", "Did you mean `time`?"),
            (
                "sum of time in job.failed last day", .noMetric, "sum of time in job.failed",
                "count of job.failed by code"
            ),
            ("count of feature.used by feture last day", .unknownDimension, "feture", "Did you mean `feature`?"),
            ("count of feature.used where nope = 1 last day", .unknownDimension, "nope", "feature, plan, version"),
            (
                "count of feature.used where feature = serch last day", .unknownLabel, "serch",
                "search, export, share, other"
            ),
            (
                "count of job.failed where code = 'jane@example.com' last day", .unknownLabel, "'jane@example.com'",
                "as reports show it"
            ),
            ("contributors of feature.used by plan last day", .released, "feature.used", "tacit report --metric plans"),
            ("contributors of feature.used last day", .contributors, "contributors of feature.used", "feature"),
            ("count of feature.used last 5 hours", .time, "last 5 hours", "whole days"),
            (
                "count of feature.used from 2027-01-16T05:00 to 2027-01-18", .time,
                "from 2027-01-16T05:00 to 2027-01-18", "whole days"
            ),
        ] as [(String, QueryFault.Code, String, String)])
    func refused(text: String, code: QueryFault.Code, place: String, remedy: String) {
        let fault = #expect(throws: QueryFault.self) { try plan(text) }
        guard let fault else { return }
        #expect(fault.code == code)
        #expect(String(Array(text)[fault.place]) == place, "\(fault)")
        #expect(fault.remedy.contains(remedy), "\(fault)")
    }

    @Test(
        "spellings that mean the same are one text, which is a question itself",
        arguments: [
            [
                "count of feature.used by feature, plan last 2 days",
                "count of feature.used by plan and feature last 48 hours",
                "COUNT of feature.used LAST 2 days BY plan,feature",
                "count of feature.used by plan, feature from 2027-02-13 to 2027-02-14",
                "count of feature.used by feature, plan from 2027-02-13T00:00 to 2027-02-15T00:00",
                "count of feature.used by feature, plan where plan = free or 'paid plan' last 2 days",
                "count of feature.used by feature, plan from 2027-02-13 to 2027-02-14",
            ],
            [
                "count of feature.used where plan = 'paid plan' and feature = search or export last day",
                "count of feature.used where feature = export or feature = search or search and plan = \"paid plan\" on 2027-02-14",
            ],
            ["count of job.failed last 5 hours", "count of job.failed from 2027-02-15T07:00 to 2027-02-15T12:00"],
        ])
    func same(texts: [String]) throws {
        let first = try plan(texts[0])
        for text in texts + [first.canonical] {
            #expect(try plan(text).key == first.key, "\(text)")
            #expect(try plan(text).canonical == first.canonical)
        }
    }

    @Test("questions that differ are different texts") func different() throws {
        let texts = [
            "count of feature.used last 2 days", "count of feature.used last 3 days",
            "count of feature.used by feature last 2 days",
            "count of feature.used where feature = search last 2 days",
            "count of feature.used where feature = export last 2 days",
            "count of feature.used by feature where feature = search last 2 days",
            "sum of time in feature.used last 2 days",
            "mean of time in feature.used last 2 days", "contributors of feature.used by feature last 2 days",
            "count of feature.used where version = 1 last 2 days",
            "count of feature.used where version = '1 or 2' last 2 days",
            "count of feature.used where version = 1 or 2 last 2 days",
        ]
        #expect(Set(try texts.map { try plan($0).key }).count == texts.count)
    }

    @Test("another catalog's bounds or labels make it another question; another description does not") func terms()
        throws
    {
        let text = "count of feature.used last 2 days"
        let key = try plan(text).key
        for changed in [
            try KeptFigures.catalog(maxPerCell: 4), try KeptFigures.catalog(features: ["search", "share"]),
        ] {
            let other = try QueryMatcher(
                catalog: changed, question: Question(text), now: now,
                closedUntil: [.day: KeptFigures.firstDay + 30 * KeptFigures.day]
            ).plan()
            #expect(other.key != key)
            #expect(try !other.terms.addsUp(with: plan(text).terms))
        }
        var described = catalog
        described.metrics[0].description = "In other words."
        described.metrics[0].guarantee.epsilon = try .init("0.7")
        let other = try QueryMatcher(
            catalog: described, question: Question(text), now: now,
            closedUntil: [.day: KeptFigures.firstDay + 30 * KeptFigures.day]
        ).plan()
        #expect(try other.key == key && other.terms.addsUp(with: plan(text).terms))
    }

    @Test("a time is cut to what has closed, so that the text means the same for ever") func settled() throws {
        let (first, day) = (KeptFigures.firstDay, KeptFigures.day)
        // Yesterday still waits for late data: the last three days are those before it.
        let waiting = try plan(
            "count of feature.used last 3 days", closed: first + 29 * day, now: first + 30 * day + 60)
        #expect(waiting.asked == first + 26 * day..<first + 29 * day && waiting.settled == waiting.asked)
        // The collector stood still for a week: that week is asked for, and is not settled.
        let still = try plan("count of feature.used last 3 days", closed: first + 23 * day)
        #expect(still.asked == first + 27 * day..<first + 30 * day && still.settled.isEmpty)
        let partly = try plan("count of feature.used from 2027-02-10 to 2027-02-20")
        #expect(partly.asked.count == 11 * Int(day) && partly.settled.upperBound == first + 30 * day)
        #expect(partly.canonical == "count of feature.used from 2027-02-10 to 2027-02-14")
        let never = try QueryMatcher(
            catalog: catalog, question: Question("count of feature.used last 3 days"), now: now, closedUntil: [:]
        ).plan()
        #expect(never.settled.isEmpty)
    }

    @Test("a dimension whose labels the asker names is closed; k counts nobody twice") func cells() throws {
        let open = try plan("count of feature.used by version last 10 days")
        #expect(open.answerDimensions.map(\.domain) == [nil] && open.overlap == 2)
        let closed = try plan("count of feature.used by version where version = 1.2 or 1.1 last 10 days")
        #expect(closed.answerDimensions.map(\.domain) == [["1.1", "1.2"]])
        #expect(try closed.answerTerms(epsilon: .init("0.5"), windows: 10).deltaUnits == 0)
        #expect(try plan("count of feature.used by feature last 10 days").overlap == 1)
        #expect(try plan("count of feature.used last 10 days").overlap == 2)
        let terms = try open.answerTerms(epsilon: .init("0.5"), windows: 10)
        #expect(terms.k >= 5 * 10 * 2 && terms.maxCells == 2 && terms.maxPerCell == 3)
        // Half of the metric's epsilon, half of its delta, rounded up.
        #expect(terms.deltaUnits == open.terms.deltaUnits / 2)
        var small = catalog
        small.metrics[1].guarantee.epsilon = try .init("0.7")
        small.metrics[1].guarantee.delta = try .init(units: 10)
        let rounded = try QueryMatcher(
            catalog: small, question: Question("count of feature.used by version last 10 days"), now: now,
            closedUntil: [.day: KeptFigures.firstDay + 30 * KeptFigures.day]
        ).plan()
        // 10 × 0.1 / 0.7 = 1.43, rounded up.
        #expect(try rounded.answerTerms(epsilon: .init("0.1"), windows: 1).deltaUnits == 2)
        #expect(try rounded.answerTerms(epsilon: .init("0.000009"), windows: 1).deltaUnits == 1)
        // What no limit would let pass has a price all the same.
        small.metrics[1].guarantee.epsilon = try .init("0.01")
        small.metrics[1].guarantee.delta = try .init("0.9")
        let huge = try QueryMatcher(
            catalog: small, question: Question("count of feature.used by version last 10 days"), now: now,
            closedUntil: [.day: KeptFigures.firstDay + 30 * KeptFigures.day]
        ).plan()
        #expect(try huge.answerTerms(epsilon: .largest, windows: 1).deltaUnits == Delta.unitsPerOne - 1)
        #expect(try open.answerTerms(epsilon: .init("0.000009"), windows: 1).deltaUnits == 9000)
    }
}
