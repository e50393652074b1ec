import TacitPrivacy
import TacitWire

/// What leaves the caller's thread is made small here: numbers clamped and rounded, versions cut, texts shortened, answers
/// randomized where the catalog asks for it.
///
/// The result is the only thing that the queue takes.
struct Edge {
    let catalog: TelemetryCatalog
    private let responses: [[RandomizedResponse?]]

    init(_ catalog: TelemetryCatalog) {
        self.catalog = catalog
        responses = catalog.events.map { event in event.fields.map(Self.response) }
    }

    /// `nil` where it lacks a field that it must have.
    ///
    /// - Parameter position: that of the consent trail.
    func record(_ raw: RawEvent, position: Int, using noise: inout some NoiseSource) -> EdgeRecord? {
        guard catalog.events.indices.contains(raw.event) else { return nil }
        let event = catalog.events[raw.event]
        var writer = ProtoWriter()
        for (position, field) in event.fields.enumerated() {
            guard let word = raw.word(position) else {
                guard field.isOptional else { return nil }
                continue
            }
            guard
                let value = value(
                    field, word, texts: raw.texts, response: responses[raw.event][position], using: &noise)
            else { return nil }
            writer.attribute(6, field.key, value)
        }
        writer.string(12, event.eventName)
        return EdgeRecord(
            category: catalog.category(of: event).name, level: event.level, event: event.name, position: position,
            recordedAt: raw.time.floorDivided(by: 1_000_000), body: writer.bytes)
    }

    private func value(
        _ field: FieldDefinition, _ word: UInt64, texts: [String], response: RandomizedResponse?,
        using noise: inout some NoiseSource
    ) -> OTLPLogWriter.Value? {
        switch field.kind {
        case .bool:
            return .bool(response.map { $0.respond(Int(word), using: &noise) == 1 } ?? (word == 1))
        case .enumeration(let labels):
            guard word < UInt64(labels.count) else { return nil }
            return .string(labels[response.map { $0.respond(Int(word), using: &noise) } ?? Int(word)])
        case .number(let min, let max, let granularity, _), .duration(let min, let max, let granularity):
            let value = Double(bitPattern: word)
            guard !value.isNaN else { return nil }
            let clamped = Swift.min(Swift.max(value, min), max)
            let rounded = granularity > 0 ? min + ((clamped - min) / granularity).rounded() * granularity : clamped
            return rounded == rounded.rounded() && abs(rounded) < 1e15 ? .int(Int64(rounded)) : .double(rounded)
        case .version(let numbers):
            return .string(Version(word: word).text(numbers: numbers))
        case .code(let maxLength), .scrubbed(let maxLength):
            guard word < UInt64(texts.count) else { return nil }
            return .string(texts[Int(word)].cut(toBytes: maxLength))
        }
    }

    private static func response(_ field: FieldDefinition) -> RandomizedResponse? {
        guard let epsilon = field.localEpsilon else { return nil }
        let count =
            switch field.kind {
            case .bool: 2
            case .enumeration(let labels): labels.count
            case .number, .duration, .version, .code, .scrubbed: 0
            }
        guard count > 1 else { return nil }
        return try? RandomizedResponse(choices: count, epsilon: Epsilon(epsilon))
    }
}

/// An event as it may lie in the queue and leave this machine. Only ``Edge`` makes one, and the queue that reads back
/// what it was given.
struct EdgeRecord: Sendable, Equatable {
    let category: String
    /// What must be granted of the category.
    let level: ConsentLevel
    let event: String
    /// How many decisions about consent had been made when it was recorded: what was recorded before a consent is never
    /// sent after it.
    let position: Int
    /// Milliseconds since 1970 UTC. Whether it is sent is the privacy level's affair.
    let recordedAt: Int64
    /// The fields of an OpenTelemetry log record, all but the times.
    let body: [UInt8]
}

extension String {
    /// At most so many bytes of UTF-8, whole characters.
    fileprivate func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var count = 0
        return String(
            prefix { character in
                count += character.utf8.count
                return count <= limit
            })
    }
}
