import TacitCatalog
package import TacitSeal
import TacitStores

/// That somebody has read sealed detail: what was asked for and why. It does not name who.
///
/// ```
/// days <from> <to>                (seconds since 1970)
/// metric <name>                   (- for any)
/// event <name>                    (- for any)
/// records <number>                (rounded up to a power of ten)
/// reason <text>
/// ```
package struct DetailReading: LogContent {
    package static let title = "detail reading"
    package static let log = "detail-reads"

    /// Seconds since 1970 UTC.
    package let days: Range<Int64>
    package let metric: String?
    package let event: String?
    /// At most so many were shown.
    package let records: Int64
    package let reason: ReadingReason

    init(_ found: DetailReader.Found, because reason: ReadingReason) {
        days = found.question.span
        metric = found.question.metric
        event = found.question.event
        records = Self.rounded(found.count)
        self.reason = reason
    }

    package func write(to text: inout SignedText) {
        text.line("days", days.lowerBound, days.upperBound)
        text.line("metric", metric ?? "-")
        text.line("event", event ?? "-")
        text.line("records", records)
        text.line("reason", reason.text)
    }

    /// The next power of ten: how many there were exactly would outlive them, and is what counters and figures hide with noise.
    static func rounded(_ count: Int) -> Int64 {
        var bound: Int64 = count > 0 ? 1 : 0
        while bound > 0, bound < count { bound *= 10 }
        return bound
    }
}

extension DetailReading: Codable {
    private enum CodingKeys: String, CodingKey {
        case from, to, metric, event, records, reason
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        metric = try values.decodeIfPresent(String.self, forKey: .metric)
        event = try values.decodeIfPresent(String.self, forKey: .event)
        try values.check(names: metric.map { [$0] } ?? [], forKey: .metric)
        try values.check(names: event.map { [$0] } ?? [], forKey: .event)
        let (from, to) = (try values.decode(Int64.self, forKey: .from), try values.decode(Int64.self, forKey: .to))
        guard from <= to else {
            throw DecodingError.dataCorruptedError(
                forKey: .to, in: values, debugDescription: "expected a time that does not lie before `from`")
        }
        days = from..<to
        records = try values.decode(Int64.self, forKey: .records)
        guard let reason = try? ReadingReason(written: try values.decode(String.self, forKey: .reason)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .reason, in: values, debugDescription: "expected a reason of one line")
        }
        self.reason = reason
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(days.lowerBound, forKey: .from)
        try values.encode(days.upperBound, forKey: .to)
        try values.encodeIfPresent(metric, forKey: .metric)
        try values.encodeIfPresent(event, forKey: .event)
        try values.encode(records, forKey: .records)
        try values.encode(reason.text, forKey: .reason)
    }
}

/// Who looked for what in sealed detail, one reading a line, in `detail-reads.log` of the state folder.
package typealias DetailReadingLog = SignedLog<DetailReading>

extension DetailReadingLog {
    package static var name: String { "detail-reads.log" }

    /// The log of a state folder.
    package init(in state: String) { self.init(path: state + "/" + Self.name) }

    /// Writes down a reading before anything of it is shown; it is on the disk when this returns.
    package func append(
        _ found: DetailReader.Found, because reason: ReadingReason, at now: Int64, signedBy key: SigningKey
    ) throws -> Entry {
        try append(DetailReading(found, because: reason), at: now, signedBy: key)
    }
}
