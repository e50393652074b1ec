#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// JSON for people and scripts: sorted, indented, names in snake case.
enum ReadableJSON {
    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        // Texts, integers, flags and lists of them always encode.
        return String(decoding: try! encoder.encode(value), as: UTF8.self)
    }
}

extension SentMessage {
    /// A message as JSON: readable, and its bytes as they are.
    struct Document: Encodable {
        let resource: [Field]
        let records: [Record]
        /// The OpenTelemetry logs request, in base64.
        let otlp: String

        struct Field: Encodable {
            let key: String
            let value: String
        }

        struct Record: Encodable {
            let event: String
            let time: String
            let fields: [Field]
        }

        init(_ bytes: [UInt8]) {
            let message = SentMessage(otlp: bytes)
            let fields = { (fields: [SentMessage.Field]) in fields.map { Field(key: $0.key, value: $0.value) } }
            resource = fields(message?.resource ?? [])
            records = (message?.records ?? []).map {
                Record(event: $0.event, time: UTCMinute($0.time).description, fields: fields($0.fields))
            }
            otlp = Data(bytes).base64EncodedString()
        }
    }
}
