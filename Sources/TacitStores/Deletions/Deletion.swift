package import TacitCatalog
import TacitSeal

/// What was removed of one kind: how much of it, of which metric and over which windows, never what it was.
///
/// A span holds windows that follow on each other without a gap, and all of them were removed: whoever carries a deletion out
/// again, on a copy from before, removes the same.
package struct Deletion: Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// Sessions, of which the server never had the keys.
        case sessions
        /// Open windows with their keys, and what the journal held of them.
        case windows
        /// Exact figures that were kept for questions.
        case exact
        /// Exact figures behind running totals.
        case totals
        case releases
        /// Answers to questions.
        case answers
        /// Counters of what came in.
        case counters
        /// Sealed detail, by day.
        case detail
    }

    package var kind: Kind
    /// The class whose limit it had, such as `aggregates`.
    package var dataClass: String
    /// `nil` where it is about no single metric.
    package var metric: String?
    /// Of the windows; `nil` where `span` is of other times: of sessions' ends, of answers, of days of counters.
    package var length: WindowLength?
    /// From the first window's start to the last one's end, in seconds since 1970.
    package var span: Range<Int64>?
    package var records: Int64
    /// How many keys were destroyed with them.
    package var keys: Int64
    /// A name for those keys, which tells nothing of them: see ``KeyFingerprint``.
    package var fingerprint: String?

    package init(
        _ kind: Kind, dataClass: String, metric: String? = nil, length: WindowLength? = nil, span: Range<Int64>? = nil,
        records: Int64, keys: Int64 = 0, fingerprint: String? = nil
    ) {
        self.kind = kind
        self.dataClass = dataClass
        self.metric = metric
        self.length = length
        self.span = span
        self.records = records
        self.keys = keys
        self.fingerprint = fingerprint
    }
}

extension Deletion: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, metric, length, from, to, records, keys, fingerprint
        case dataClass = "class"
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func malformed(_ key: CodingKeys, _ expected: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: values, debugDescription: "expected \(expected)")
        }
        kind = try values.decode(Kind.self, forKey: .kind)
        dataClass = try values.decode(String.self, forKey: .dataClass)
        metric = try values.decodeIfPresent(String.self, forKey: .metric)
        try values.check(names: [dataClass], forKey: .dataClass)
        try values.check(names: metric.map { [$0] } ?? [], forKey: .metric)
        length = try values.decodeIfPresent(String.self, forKey: .length).map { text in
            guard let length = WindowLength(rawValue: text) else { throw malformed(.length, "minute, hour or day") }
            return length
        }
        let from = try values.decodeIfPresent(Int64.self, forKey: .from)
        let to = try values.decodeIfPresent(Int64.self, forKey: .to)
        switch (from, to) {
        case (nil, nil): span = nil
        case (let from?, let to?) where from <= to: span = from..<to
        default: throw malformed(.to, "a time that does not lie before `from`")
        }
        records = try values.decode(Int64.self, forKey: .records)
        keys = try values.decode(Int64.self, forKey: .keys)
        fingerprint = values.contains(.fingerprint) ? Hex.text(try values.decodeHex(32, forKey: .fingerprint)) : nil
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(dataClass, forKey: .dataClass)
        try values.encodeIfPresent(metric, forKey: .metric)
        try values.encodeIfPresent(length?.rawValue, forKey: .length)
        try values.encodeIfPresent(span?.lowerBound, forKey: .from)
        try values.encodeIfPresent(span?.upperBound, forKey: .to)
        try values.encode(records, forKey: .records)
        try values.encode(keys, forKey: .keys)
        try values.encodeIfPresent(fingerprint, forKey: .fingerprint)
    }
}
