import Foundation
import Tacit
import Testing

private let day = ConsentDay("2026-03-01")!
private let later = ConsentDay("2026-06-01")!
private let analytics = ConsentCategory.sample("analytics")
private let performance = ConsentCategory.sample("performance")

private func entries(_ changes: [ConsentChange]) -> [ConsentEntry] {
    changes.enumerated().map { ConsentEntry(position: $0.offset + 1, day: day, change: $0.element) }
}

private func brought(
    _ changes: [ConsentChange], to consent: Consent = Consent(), about categories: [ConsentCategory],
    on today: ConsentDay
) throws -> Consent {
    let json = try ConsentExport(project: "acme", entries: entries(changes), on: day).json()
    var consent = consent
    for change in try ConsentExport(json: json).changes(about: categories, in: consent, on: today) {
        _ = consent.apply(change, on: today)
    }
    return consent
}

@Suite("Decisions can be taken along")
struct ExportTests {
    @Test("the export says its format, and nothing that names the installation")
    func format() throws {
        let export = ConsentExport(
            project: "acme", entries: entries([.yes(analytics), .withdrawn(category: "x")]), on: day)
        let object = try JSONSerialization.jsonObject(with: export.json()) as? [String: Any]
        #expect(object?["format_version"] as? Int == 1)
        #expect(
            Set(object?.keys.map(\.self) ?? []) == [
                "format_version", "project", "exported_on", "restricted", "decisions", "history",
            ])
        #expect(try ConsentExport(json: export.json()) == export)
    }

    @Test("yes and no come along, for the texts that they were given to")
    func brings() throws {
        let consent = try brought(
            [.yes(analytics, .enhanced), .refused(performance)], about: [analytics, performance], on: later)
        #expect(consent.level(of: analytics, on: later) == .enhanced)
        #expect(consent.standing(of: performance, on: later) == .refused)
        let changed = ConsentCategory.sample("analytics", version: 2)
        #expect(
            try brought([.yes(analytics)], about: [changed], on: later).standing(of: changed, on: later) == .undecided)
    }

    @Test("no time starts afresh, and what has ended stays so")
    func ends() throws {
        let consent = try brought([.yes(analytics, .basic, [.reviewAnnually])], about: [analytics], on: later)
        #expect(consent.level(of: analytics, on: day.adding(days: 364)) == .basic)
        #expect(consent.level(of: analytics, on: day.adding(days: 365)) == .denied)
        let ended = try brought([.yes(analytics, until: day.adding(days: 9))], about: [analytics], on: later)
        #expect(ended.standing(of: analytics, on: later) == .undecided)
    }

    @Test("a no on this machine is not overruled")
    func refused() throws {
        for no in [
            ConsentChange.refused(analytics), .withdrawn(category: "analytics"), .objected(category: "analytics"),
        ] {
            let consent = try brought([.yes(analytics)], to: Consent([no], on: day), about: [analytics], on: later)
            #expect(consent.level(of: analytics, on: later) == .denied)
        }
    }

    @Test("what was withdrawn, objected to or restricted elsewhere is so here")
    func restrictions() throws {
        let consent = try brought(
            [.objected(category: "analytics"), .restricted], to: Consent([.yes(analytics)], on: day),
            about: [analytics], on: later)
        #expect(consent.standing(of: analytics, on: later) == .objected && consent.isRestricted)
    }

    @Test(
        "other formats and other files are refused",
        arguments: [
            "", "{}", "[]", #"{"format_version": 2}"#, #"{"format_version": 1}"#, "{\"format_version\": 1, \"x\"",
        ])
    func refusals(text: String) {
        let fault = #expect(throws: ConsentFault.self) { try ConsentExport(json: Data(text.utf8)) }
        #expect(fault?.code == .export)
    }
}
