import Foundation
import Logging
import TacitCatalog
import TacitKeys
import TacitSeal
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

/// A state folder whose collectors keep sealed detail, one after the other.
final class DetailBench {
    let folder: TemporaryFolder
    let store: SQLiteStore
    let ring: KeyRing
    let signing: SigningKey
    let clock = SimulatedClock(start: Line.start)
    let log = LogLines()
    var limits = SealedDetail.Limits()
    /// The hour in which the clock begins, and its day.
    static let hour = WindowID(length: .hour, containing: Line.start)
    static let day = WindowID(length: .day, containing: Line.start)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
        ring = try store.ownKey
        signing = try SigningKey(file: folder.path + "/signing.key", ring: ring, creating: true)
    }

    var path: String { folder.path }
    var detail: DetailFolder { DetailFolder(in: path) }
    var names: [String] { (try? Files.names(in: detail.path)) ?? [] }
    var segments: [String] { names.filter { $0.hasSuffix(".detail") }.map { "\(detail.path)/\($0)" } }
    var deletions: DeletionLog { DeletionLog(in: path) }

    func collector(
        isOn: Bool = true, journals: Bool = true, _ change: (inout CollectorConfiguration) -> Void = { _ in }
    ) async throws -> Collector {
        var configuration = CollectorConfiguration()
        configuration.detail = isOn
        configuration.journal = journals
        change(&configuration)
        let journal = journals ? try Journal(folder: path + "/journal", master: ring, log: log.logger) : nil
        let detail = SealedDetail(
            in: path, limit: configuration.retention.detail, ring: ring, journal: journal, limits: limits,
            log: log.logger)
        let collector = try await Collector(
            catalog: Self.catalog(), configuration: configuration, store: store, clock: clock, signing: signing,
            journal: journal, detail: detail, deletions: deletions, state: path, log: log.logger)
        await collector.tick()
        return collector
    }

    private static func catalog() throws -> Catalog {
        try Catalog.load(
            yaml: """
                catalog: 1
                name: detail
                contributor: [installation]
                budget: {epsilon: 100, delta: 1e-5}
                defaults: {window: day, epsilon: 1, delta: 1e-8, max_cells: 4, max_per_cell: 2, k: 2}
                hierarchies:
                  effort:
                    levels: [{a moment: 1, a day: 8, days: null}, {short: 8, long: null}]
                events:
                  use:
                    description: Something was used.
                    purpose: To know.
                    consent: {category: essential, level: basic}
                    class: 2
                    owner: team
                    expires: 2999-12-31
                    fields:
                      ok: {type: bool}
                      version: {type: version, precision: minor}
                      ms: {type: duration, min: 0, max: 1000, granularity: 10}
                      hours: {type: number, min: 0, max: 80, granularity: 0.5, unit: h, hierarchy: effort}
                      note: {type: scrubbed, max_length: 60}
                      uncounted: {type: code, max_length: 20}
                    sources:
                      - log: {event: use}
                        fields: {ok: ok, version: version, ms: ms, hours: hours, note: note, uncounted: uncounted}
                  open:
                    description: Something was opened.
                    purpose: To know.
                    consent: {category: essential, level: basic}
                    class: 2
                    owner: team
                    expires: 2999-12-31
                    fields: {}
                    sources:
                      - log: {event: open}
                  visit:
                    description: Somebody came.
                    purpose: To know.
                    consent: {category: essential, level: basic}
                    class: 2
                    owner: team
                    expires: 2999-12-31
                    fields: {}
                    sources:
                      - log: {event: visit}
                  failure:
                    description: Something failed.
                    purpose: To know.
                    consent: {category: essential, level: basic}
                    class: 2
                    owner: team
                    expires: 2999-12-31
                    fields:
                      ms: {type: duration, min: 0, max: 1000, granularity: 10}
                    sources:
                      - span_event: {name: exception}
                        fields: {ms: ms}
                metrics:
                  failures: {description: Failures, event: failure, type: mean, of: ms}
                  uses: {description: Uses, event: use, type: count, by: [ok, version, note]}
                  times: {description: Time, event: use, type: mean, of: ms}
                  efforts: {description: Effort, event: use, type: count, by: [hours@2]}
                  opens: {description: Opened, event: open, type: count}
                  visitors: {description: Visitors, event: visit, type: contributors}
                """, file: "catalog.yaml", today: CalendarDate("2026-11-21")!)
    }

    // MARK: Taking

    static func use(_ installation: String, ms: Int64 = 120, note: String = "fine", hours: Double = 9) -> OTLP.Log {
        OTLP.Log(
            name: "use",
            attributes: [
                ("installation", .string(installation)), ("ok", true), ("version", "3.12.7"), ("ms", .int(ms)),
                ("hours", .double(hours)), ("note", .string(note)), ("uncounted", "planted-uncounted"),
                ("undeclared", "planted-undeclared"),
            ])
    }

    static func uses(_ numbers: Range<Int>) -> [UInt8] {
        OTLP.logs(numbers.map { use("planted-person-\($0)", ms: Int64($0) * 10) })
    }

    @discardableResult
    func take(_ bytes: [UInt8], _ collector: Collector, signal: Signal = .logs) async throws -> IngestAnswer {
        let answer = try bytes.withUnsafeBytes { try collector.ingest($0, signal: signal) }
        try await collector.keep(answer)
        return answer
    }

    /// Goes on so far, by which what waits is written.
    func advance(_ collector: Collector, by seconds: Int64 = 60) async {
        clock.advance(to: clock.now + seconds)
        await collector.tick()
    }

    // MARK: Reading

    func reader(limit: Int64 = 30 * 86400) -> DetailReader {
        DetailReader(detail, limit: limit, ring: ring, now: clock.now)
    }

    func find(
        _ day: Int64 = Line.start, metric: String? = nil, event: String? = nil, limit: Int64 = 30 * 86400
    ) -> (records: [DetailRecord], found: DetailReader.Found) {
        let date = CalendarDate(unixSeconds: day)
        let reader = reader(limit: limit)
        let found = reader.find(.init(from: date, through: date, metric: metric, event: event))
        var records: [DetailRecord] = []
        reader.forEachHour(of: found) { records += $0 }
        return (records, found)
    }

    /// How long the uses took that are there, in the order in which they are shown.
    var times: [Double] { find().records.compactMap(\.ms) }

    /// What is wrong with sealed detail and with the log of its readings, or with what else begins so.
    func verify(_ place: String = "detail") async -> [String] {
        let verifier = StorageVerifier(state: path, keys: .standard(in: path), wall: clock.now)
        return await verifier.verify().checks.flatMap { check in
            check.faults.map { "\(check.id) \($0.place): \($0.what)" }.filter { $0.contains(" \(place)") }
        }
    }

    /// The bytes of every file in the folder and below, by name.
    func written() throws -> [String: [UInt8]] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: path)
        return Dictionary(names.map { ($0, Files.read("\(path)/\($0)") ?? []) }) { first, _ in first }
    }
}

extension DetailRecord {
    func value(_ name: String) -> Value? { fields.first { $0.name == name }?.value }

    var ms: Double? { if case .number(let number)? = value("ms") { number } else { nil } }
}

/// Changes a file in its place.
func alter(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try #require(Files.read(path))
    change(&bytes)
    try Files.replace(path, with: bytes)
}
