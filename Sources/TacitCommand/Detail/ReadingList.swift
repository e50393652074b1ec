import ArgumentParser
import TacitCollector
import TacitKeys
import TacitPages
import TacitSeal
import TacitStores

/// The readings of a state folder's sealed detail, each line of their log checked.
struct ReadingList {
    private let options: KeyOptions

    init(_ options: KeyOptions) { self.options = options }

    private struct Listed: Encodable {
        let log: String
        let key: String
        let readings: [Row]
        let faults: [String]
        let isTorn: Bool
    }

    private struct Row: Encodable {
        let number: Int
        let at: Int64
        let from: Int64
        let to: Int64
        let metric: String?
        let event: String?
        let records: Int64
        let reason: String
    }

    func show(json: Bool) async throws {
        let (log, key, content, check) = try await withKeys {
            let (state, source) = try options.folder()
            let ring = try KeyRingFile(in: state).open(with: source).ring
            let key = try SigningKey(file: StateFolder.signingKey(in: state), ring: ring, creating: false)
            let log = DetailReadingLog(in: state)
            let id = key.verifyingKey.id
            return (log, id, try log.read(), try log.verify(trusting: [id]))
        }
        let rows = content.entries.map(\.statement).map {
            Row(
                number: $0.number, at: $0.at, from: $0.days.lowerBound, to: $0.days.upperBound, metric: $0.metric,
                event: $0.event, records: $0.records, reason: $0.reason.text)
        }
        if json {
            print(
                JSON.text(
                    Listed(
                        log: log.path, key: key, readings: rows, faults: check.faults.map(\.description),
                        isTorn: check.isTorn)))
        } else {
            for row in rows { print(text(of: row)) }
            for fault in check.faults { print("✗ \(fault)") }
            if check.isTorn { print("? The last line is not whole; it was cut off, or is being written.") }
            print(
                check.holds
                    ? "\(check.lines) readings, all signed by \(key), none altered or missing in between."
                    : "\(check.faults.count) of \(check.lines) lines are not as they were written.")
        }
        if !check.holds { throw ExitCode(3) }
    }

    private func text(of row: Row) -> String {
        let about = [row.metric.map { "metric \($0)" }, row.event.map { "event \($0)" }].compactMap(\.self)
        let what = about.isEmpty ? "everything" : about.joined(separator: ", ")
        return "Reading \(row.number)  \(TimeText.minute(row.at)) UTC  \(TimeText.window(from: row.from, to: row.to))  "
            + "\(what), up to \(NumberText.integer(row.records)) records\n  \(row.reason)"
    }
}
