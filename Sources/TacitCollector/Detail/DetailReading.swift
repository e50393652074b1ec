import TacitCatalog
package import TacitSeal
import TacitStores

/// That somebody has read sealed detail: what was asked for, why and when, signed, and chained to the readings before. It does not name who.
///
/// ```
/// tacit detail reading 1
/// number <number>
/// previous <hex>                  (SHA-256 of the line before in the log; zeros for the first)
/// at <seconds since 1970>
/// days <from> <to>                (seconds since 1970)
/// metric <name>                   (- for any)
/// event <name>                    (- for any)
/// records <number>                (rounded up to a power of ten)
/// reason <text>
/// key <id>
/// ```
package struct DetailReading: ChainedDocument {
    package static let title = "detail reading"
    package static let log = "detail-reads"

    package struct Statement: Equatable, Sendable {
        /// Counts from 1.
        package let number: Int
        package let previous: [UInt8]
        /// Seconds since 1970 UTC, as the days.
        package let at: Int64
        package let days: Range<Int64>
        package let metric: String?
        package let event: String?
        /// At most so many were shown.
        package let records: Int64
        package let reason: ReadingReason
    }

    package let statement: Statement
    package let key: String
    package let signing: VerifyingKey?
    package let signature: DualSignature

    init(_ statement: Statement, signedBy key: SigningKey, isFirstOfKey: Bool) throws(SealError) {
        self.statement = statement
        self.key = key.verifyingKey.id
        signing = isFirstOfKey ? key.verifyingKey : nil
        signature = try key.sign(Self.text(statement, self.key))
    }

    package var number: Int { statement.number }
    package var previous: [UInt8] { statement.previous }
    package var signedText: SignedText { Self.text(statement, key) }

    private static func text(_ statement: Statement, _ key: String) -> SignedText {
        var text = SignedText("tacit detail reading 1")
        text.line("number", statement.number)
        text.line("previous", Hex.text(statement.previous))
        text.line("at", statement.at)
        text.line("days", statement.days.lowerBound, statement.days.upperBound)
        text.line("metric", statement.metric ?? "-")
        text.line("event", statement.event ?? "-")
        text.line("records", statement.records)
        text.line("reason", statement.reason.text)
        text.line("key", key)
        return text
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
        case format, number, previous, at, from, to, metric, event, records, reason, key, signing, signature
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try values.decodeFormat(1, forKey: .format)
        let (metric, event) = (
            try values.decodeIfPresent(String.self, forKey: .metric),
            try values.decodeIfPresent(String.self, forKey: .event)
        )
        try values.check(names: metric.map { [$0] } ?? [], forKey: .metric)
        try values.check(names: event.map { [$0] } ?? [], forKey: .event)
        let (from, to) = (try values.decode(Int64.self, forKey: .from), try values.decode(Int64.self, forKey: .to))
        guard from <= to else {
            throw DecodingError.dataCorruptedError(
                forKey: .to, in: values, debugDescription: "expected a time that does not lie before `from`")
        }
        guard let reason = try? ReadingReason(written: try values.decode(String.self, forKey: .reason)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .reason, in: values, debugDescription: "expected a reason of one line")
        }
        statement = Statement(
            number: try values.decode(Int.self, forKey: .number),
            previous: try values.decodeHex(32, forKey: .previous), at: try values.decode(Int64.self, forKey: .at),
            days: from..<to, metric: metric, event: event, records: try values.decode(Int64.self, forKey: .records),
            reason: reason)
        key = Hex.text(try values.decodeHex(32, forKey: .key))
        signing = try values.decodeIfPresent(VerifyingKey.self, forKey: .signing)
        signature = try values.decode(DualSignature.self, forKey: .signature)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(1, forKey: .format)
        try values.encode(statement.number, forKey: .number)
        try values.encode(Hex.text(statement.previous), forKey: .previous)
        try values.encode(statement.at, forKey: .at)
        try values.encode(statement.days.lowerBound, forKey: .from)
        try values.encode(statement.days.upperBound, forKey: .to)
        try values.encodeIfPresent(statement.metric, forKey: .metric)
        try values.encodeIfPresent(statement.event, forKey: .event)
        try values.encode(statement.records, forKey: .records)
        try values.encode(statement.reason.text, forKey: .reason)
        try values.encode(key, forKey: .key)
        try values.encodeIfPresent(signing, forKey: .signing)
        try values.encode(signature, forKey: .signature)
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
    ) throws -> DetailReading {
        try append(signedBy: key) { place in
            try DetailReading(
                .init(
                    number: place.number, previous: place.previous, at: now, days: found.question.span,
                    metric: found.question.metric, event: found.question.event,
                    records: DetailReading.rounded(found.count), reason: reason),
                signedBy: key, isFirstOfKey: place.isFirstOfKey)
        }
    }
}
