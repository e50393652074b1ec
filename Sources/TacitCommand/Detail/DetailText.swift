import Foundation
import TacitCollector
import TacitPages
import TacitSeal

/// Records of sealed detail as text for a terminal, or as lines of JSON.
struct DetailText {
    let style: TextStyle

    /// The records of an hour: a table for each event, with one line for those that say the same.
    func lines(_ records: [DetailRecord]) -> [String] {
        var lines: [String] = []
        var rest = records[...]
        while let first = rest.first {
            let alike = rest.prefix { $0.hasShape(of: first) }
            rest = rest.dropFirst(alike.count)
            lines.append(
                style.bold("\(TimeText.minute(first.hour))  \(first.event)")
                    + style.dim("  counted by \(first.metrics.joined(separator: ", "))"))
            lines += table(alike, names: first.fields) + [""]
        }
        return lines
    }

    private func table(_ records: ArraySlice<DetailRecord>, names: [DetailRecord.Field]) -> [String] {
        var rows = [names.map { $0.unit.isEmpty ? $0.name : "\($0.name) (\($0.unit))" } + [""]]
        var last: DetailRecord?
        var count = 0
        func end() {
            guard let last else { return }
            rows.append(last.fields.map(\.value.words) + [count > 1 ? "×\(NumberText.integer(Int64(count)))" : ""])
        }
        for record in records {
            if record != last { end() }
            count = record == last ? count + 1 : 1
            last = record
        }
        end()
        return Columns.left(rows, indent: 2)
    }

    /// How much there was, and where it is written down that it was read.
    func ending(_ found: DetailReader.Found, _ reading: DetailReadingLog.Entry, log: String) -> String {
        let (records, days) = (NumberText.integer(Int64(found.count)), found.days)
        let what =
            days == 0
            ? "Nothing is held of these days."
            : "\(records) \(found.count == 1 ? "record" : "records") of \(days) \(days == 1 ? "day" : "days")."
        return "\(what) This reading is line \(reading.number) of \(log)."
    }

    /// A record as one line.
    static func json(_ record: DetailRecord) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = Line(
            hour: TimeText.minute(record.hour).replacing(" ", with: "T") + "Z", event: record.event,
            metrics: record.metrics,
            fields: Dictionary(record.fields.map { ($0.name, $0.value) }) { first, _ in first })
        // Texts and finite numbers always encode.
        return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    private struct Line: Encodable {
        let hour: String
        let event: String
        let metrics: [String]
        let fields: [String: DetailRecord.Value]
    }
}

extension DetailRecord {
    fileprivate func hasShape(of other: DetailRecord) -> Bool {
        event == other.event && metrics == other.metrics && fields.map(\.name) == other.fields.map(\.name)
    }
}

extension DetailRecord.Value {
    fileprivate var words: String {
        switch self {
        case .absent: "–"
        case .number(let number): NumberText.plain(number)
        case .text(let text): text
        }
    }
}
