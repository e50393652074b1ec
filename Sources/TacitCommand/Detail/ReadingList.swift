import TacitCollector
import TacitPages
import TacitSeal

/// Who looked for what in sealed detail, and why.
struct ReadingList {
    let options: CollectorFolder

    private struct Row: Encodable {
        let number: Int
        let at: Int64
        let from: Int64
        let to: Int64
        let metric: String?
        let event: String?
        let records: Int64
        let reason: String

        init(_ entry: DetailReadingLog.Entry) {
            let reading = entry.content
            (number, at, records) = (entry.number, entry.at, reading.records)
            (from, to) = (reading.days.lowerBound, reading.days.upperBound)
            (metric, event, reason) = (reading.metric, reading.event, reading.reason.text)
        }

        var text: String {
            let about = [metric.map { "metric \($0)" }, event.map { "event \($0)" }].compactMap(\.self)
            let what = about.isEmpty ? "everything" : about.joined(separator: ", ")
            return "Reading \(number)  \(TimeText.minute(at)) UTC  \(TimeText.window(from: from, to: to))  "
                + "\(what), up to \(NumberText.integer(records)) records\n  \(reason)"
        }
    }

    func show(json: Bool) async throws {
        let (state, folder) = try Failure.of {
            let (state, keys) = try options.existing()
            return (state, try OpenFolder(state, keys: keys))
        }
        try SignedLogList(name: "readings", row: Row.init, text: \.text)
            .show(
                DetailReadingLog(in: state), trusting: folder.signing.verifyingKey,
                head: await folder.record()?.readings, json: json)
    }
}
