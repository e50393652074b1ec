import TacitWire

/// What stands in the bytes that are sent, for people to read.
///
/// ```
/// from  service.name=shop  telemetry.sdk.language=swift  tacit.contributor=5f1c…
/// feature.used  2026-03-01T12:00Z  feature=export  success=true
/// ```
public struct SentMessage: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        public let key: String
        public let value: String
    }

    public struct Record: Sendable, Hashable {
        public let event: String
        /// Seconds since 1970 UTC.
        public let time: Int64
        public let fields: [Field]

        public subscript(key: String) -> String? { fields.first { $0.key == key }?.value }
    }

    /// What is said about the software as a whole.
    public let resource: [Field]
    public let records: [Record]

    /// `nil` where the bytes are no OTLP logs request.
    public init?(otlp bytes: [UInt8]) {
        var resource: [Field] = []
        var records: [Record] = []
        let isRead = bytes.withUnsafeBytes { buffer in
            do {
                var reader = RecordReader(bytes: buffer, signal: .logs)
                while try reader.next() {
                    if records.isEmpty { resource = reader.resourceAttributes.compactMap { Field($0, in: buffer) } }
                    records.append(
                        Record(
                            event: Self.text(reader.record.name, in: buffer),
                            time: Int64(clamping: reader.record.time / 1_000_000_000),
                            fields: reader.attributes[reader.record.attributes].compactMap { Field($0, in: buffer) }))
                }
                return true
            } catch { return false }
        }
        guard isRead else { return nil }
        self.resource = resource
        self.records = records
    }

    fileprivate static func text(_ slice: Slice, in bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes[slice], as: UTF8.self)
    }

    /// One line for what is said of the software, one for each record.
    public var text: String {
        let lines = records.map { record in
            ([record.event, UTCMinute(record.time).description] + record.fields.map { "\($0.key)=\($0.value)" })
                .joined(separator: "  ")
        }
        let from = (["from"] + resource.map { "\($0.key)=\($0.value)" }).joined(separator: "  ")
        return ([from] + lines).joined(separator: "\n")
    }
}

extension SentMessage.Field {
    /// `nil` for values that the SDK does not write.
    fileprivate init?(_ attribute: Attribute, in bytes: UnsafeRawBufferPointer) {
        let value: String
        switch attribute.value {
        case .string(let text): value = SentMessage.text(text, in: bytes)
        case .bool(let flag): value = flag ? "true" : "false"
        case .int(let number): value = "\(number)"
        case .double(let number): value = "\(number)"
        default: return nil
        }
        self.init(key: SentMessage.text(attribute.key, in: bytes), value: value)
    }
}

/// A minute as people write it: `2026-03-01T12:00Z`.
struct UTCMinute: CustomStringConvertible {
    private let seconds: Int64

    init(_ seconds: Int64) { self.seconds = seconds }

    var description: String {
        let minute = (seconds - seconds.floorDivided(by: 86_400) * 86_400) / 60
        let (hours, minutes) = (minute / 60, minute % 60)
        return
            "\(ConsentDay(unixSeconds: seconds))T\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)Z"
    }
}
