import Foundation
package import TacitCatalog
import TacitPrivacy
import TacitSeal
package import TacitStores

extension Collector {
    /// What is known without the store: the catalog's metrics, and what is open now.
    func skeleton(dataset: Report.Dataset) throws(FileFault) -> Report {
        let windows = openWindows
        return try Report(
            generatedAt: clock.now, catalog: catalog.name, dataset: dataset, firstLook: configuration.firstLook,
            simulatedClock: clock.isSimulated,
            metrics: plan.metrics.map {
                MetricReport(
                    name: $0.metric.name, terms: $0.terms, window: $0.metric.guarantee.window, unit: $0.unit,
                    threshold: $0.protection.threshold, keepDays: $0.metric.mode.keepDays)
            },
            openWindows: windows.map {
                Report.OpenWindow(
                    length: $0.id.length.rawValue, start: $0.id.start, end: $0.id.end, closesAt: $0.closesAt)
            },
            intake: Report.Intake(collecting: configuration.enabled, since: 0, signals: [], reasons: []),
            holdings: [
                Report.Holding(
                    what: "Open windows: exact figures and pseudonyms",
                    place: journal == nil ? "memory only" : "memory, and the journal, encrypted", dataClass: 1,
                    count: Int64(windows.count), oldest: windows.map(\.id.start).min(),
                    expires: windows.map(\.closesAt).min(), limit: "until the window closes")
            ] + (sealedDetail?.folder.holdings(retention.limits, isOn: configuration.detail) ?? []),
            retention: Report.Retention(retention.limits, retention.record))
    }

    package func report(dataset: Report.Dataset = .live) async throws -> Report {
        try await ReportBuilder(store: store, now: clock.now).fill(skeleton(dataset: dataset))
    }

    /// Leaves a summary and the catalog in the store, so that all can be read from it when no collector runs.
    ///
    /// - Parameter yaml: the catalog's text, as it was loaded.
    package func describe(dataset: Report.Dataset, yaml: String) async throws {
        var summary = try skeleton(dataset: dataset)
        summary.openWindows = []
        summary.holdings = []
        try await store.setDocument("summary", to: summary.json)
        try await store.setDocument("catalog", to: yaml)
        try await store.setDocument("dictionary", to: JSON.text(catalog.dictionary()))
    }
}

extension Report {
    /// The report from a state folder, whether a collector runs there or not.
    package static func read(from store: any ReleaseStore, now: Int64) async throws -> Report {
        let empty = Report(
            generatedAt: now, catalog: "", dataset: .live, firstLook: false, simulatedClock: false, metrics: [],
            openWindows: [], intake: Intake(collecting: true, since: now, signals: [], reasons: []), holdings: [])
        let summary = try await store.document("summary").flatMap { try? JSON.value(Report.self, from: $0) }
        return try await ReportBuilder(store: store, now: Self.now(in: store, wall: now)).fill(summary ?? empty)
    }

    /// The time that a store lives in: simulated windows lie in their own, which is known as it was when the collector last began, or
    /// when a window closed since.
    package static func now(in store: any ReleaseStore, wall: Int64) async throws -> Int64 {
        let summary = try await store.document("summary").flatMap { try? JSON.value(Report.self, from: $0) }
        guard let summary, summary.simulatedClock else { return wall }
        // Windows whose figures are kept for questions have no release.
        var last = max(summary.generatedAt, try await store.latestRelease() ?? .min)
        for length in WindowLength.allCases { last = max(last, try await store.closedUntil(length) ?? .min) }
        return last
    }

    /// The catalog that the last collector of a store ran with.
    package static func catalog(in store: any ReleaseStore, now: Int64) async throws -> Catalog {
        let summary = try await store.sealedDocument("summary").flatMap { try? JSON.value(Report.self, from: $0) }
        guard let summary, let yaml = try await store.sealedDocument("catalog") else {
            throw StoreError(
                .unreadable, at: "catalog", remedy: "no collector has run on this state folder; start `tacit serve`")
        }
        let catalog = try Catalog.load(yaml: yaml, file: "catalog", today: CalendarDate(unixSeconds: now))
        return summary.firstLook ? try catalog.firstLook() : catalog
    }

    package var json: String { JSON.text(self) }
}

/// The one way in which reports are written as JSON: `snake_case`, sorted, no escaped slashes.
package enum JSON {
    package static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Plain values of numbers and strings always encode; a figure is never NaN.
        guard let data = try? encoder.encode(value) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }

    package static func value<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(text.utf8))
    }
}
