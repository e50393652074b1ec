import ArgumentParser
import Foundation
import TacitCatalog
import TacitCollector
import TacitKeys
import TacitSeal
import TacitStores

struct Detail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read sealed detail of some days, for a reason that is logged.",
        discussion: """
            Single records, sanitized, without who sent them and to the hour, where the configuration says `detail: true`. The reading
            is written into detail-reads.log, signed, before the first record is shown: days, metric, event, how many to a power of
            ten, and the reason; nothing is shown where that fails. Exits 3 where something was altered.
            """)

    @OptionGroup var options: CollectorFolder

    @Option(help: ArgumentHelp("The day (UTC), such as 2026-06-01.", valueName: "day"))
    var day: String?

    @Option(help: ArgumentHelp("The first of several days.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("The last of them.", valueName: "day"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            "Why, in 10 to 200 characters, such as: crash of the export, ticket 4711.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("Only records that this metric counted.", valueName: "name"))
    var metric: String?

    @Option(help: ArgumentHelp("Only records of this event.", valueName: "name"))
    var event: String?

    @Flag(
        help: "Show no record; list who looked for what, each line checked. Exits 3 where one is not as it was written."
    )
    var reads = false

    @Flag(help: "Write JSON: a line for each record.")
    var json = false

    func validate() throws {
        guard !reads else {
            guard [day, from, to, reason, metric, event].allSatisfy({ $0 == nil }) else {
                throw ValidationError("--reads lists all readings; it goes with --state, --config and --json alone.")
            }
            return
        }
        _ = try question()
        _ = try checkedReason()
    }

    func run() async throws {
        // Keys and records are held in memory for as long as it takes.
        CoreDumps.forbid()
        guard !reads else { return try await ReadingList(options: options).show(json: json) }
        let place = try await Failure.awaiting { try await DetailPlace(options) }
        let question = try question()
        let found = place.reader.find(question)
        // The log keeps for ever what was asked for: a name that no record has and that nobody declared may be anything.
        if found.count == 0, !(try await Failure.awaiting { try await place.declares(question) }) {
            throw ValidationError(
                "--metric and --event take names that the catalog declares or a record has; `tacit catalog show` lists "
                    + "them. Nothing was logged.")
        }
        let reading = try await Failure.awaiting {
            try place.log.append(found, because: try checkedReason(), at: place.now, signedBy: place.signing)
        }
        let text = DetailText(style: Terminal.style)
        place.reader.forEachHour(of: found) { records in
            print((json ? records.map(DetailText.json) : text.lines(records)).joined(separator: "\n"))
        }
        if !json { print(text.ending(found, reading, log: place.log.path)) }
        for fault in found.faults { Terminal.say("✗ \(fault.place): \(fault.remedy)") }
        if !found.faults.isEmpty { throw ExitCode(3) }
    }

    // MARK: What is asked

    /// So many days at once: no detail is older.
    private static let mostDays = 31

    private func question() throws -> DetailReader.Question {
        for name in [metric, event].compactMap(\.self) where !SignedText.isName(name) {
            throw ValidationError("--metric and --event take a name of the catalog: letters, digits and . _ -")
        }
        let days: (String, String)
        switch (day, from, to) {
        case (let day?, nil, nil): days = (day, day)
        case (nil, let from?, let to?): days = (from, to)
        default: throw ValidationError("Give --day, or both --from and --to.")
        }
        guard let first = CalendarDate(days.0), let last = CalendarDate(days.1) else {
            throw ValidationError("A day is written as 2026-06-01.")
        }
        guard first <= last, first.days(until: last) < Self.mostDays else {
            throw ValidationError("--from is not after --to, and at most \(Self.mostDays) days are read at once.")
        }
        return DetailReader.Question(from: first, through: last, metric: metric, event: event)
    }

    private func checkedReason() throws -> ReadingReason {
        guard let reason else {
            throw ValidationError(
                "Sealed detail is read for a reason, which is logged: --reason \"crash of the export, ticket 4711\".")
        }
        do { return try ReadingReason(reason) } catch { throw ValidationError(error.description) }
    }
}

/// A state folder with sealed detail: what reads it, and what writes down that it was read.
struct DetailPlace {
    let reader: DetailReader
    let log: DetailReadingLog
    let signing: SigningKey
    private let store: SQLiteStore
    /// In seconds since 1970; a folder whose clock is simulated lives in its own time.
    let now: Int64

    init(_ options: CollectorFolder) async throws {
        let (state, source) = try options.existing()
        let folder = try OpenFolder(state, keys: source)
        (signing, store) = (folder.signing, try folder.store())
        log = DetailReadingLog(in: state)
        let report = try await OpenFolder.report(from: store)
        now = report.generatedAt
        let limit = (report.retention?.limits ?? RetentionLimits()).detail.seconds
        reader = DetailReader(DetailFolder(in: state), limit: limit, ring: folder.ring, now: now)
    }

    /// Whether the catalog of the last collector has the metric and the event that are asked for, if any are.
    func declares(_ question: DetailReader.Question) async throws -> Bool {
        guard question.metric != nil || question.event != nil else { return true }
        let catalog = try await TacitCollector.Report.catalog(in: store, now: now)
        return question.metric.map { name in catalog.metrics.contains { $0.name == name } } ?? true
            && question.event.map { name in catalog.events.contains { $0.name == name } } ?? true
    }
}
