import OTLPProto
import TacitWire

/// A way from a request through the fields of its messages, taken from the published descriptors alone: a field that a new
/// version of OTLP has gets its place here by itself.
struct SchemaPath: CustomStringConvertible {
    let fields: [PublishedField]

    /// All ways to fields that `isEnd` picks. Messages that nest without end are gone through twice.
    static func all(of signal: Signal, to isEnd: (PublishedField) -> Bool) -> [SchemaPath] {
        var out: [SchemaPath] = []
        func visit(_ message: String, _ way: [PublishedField]) {
            for field in publishedFields where field.message == message {
                if isEnd(field) { out.append(SchemaPath(fields: way + [field])) }
                guard field.type == "message", way.count(where: { $0.typeName == field.typeName }) < 2 else { continue }
                visit(field.typeName, way + [field])
            }
        }
        visit(signal.request.fullName, [])
        return out
    }

    var last: PublishedField { fields[fields.count - 1] }
    var isInPair: Bool { fields.contains { $0.message.hasSuffix(".KeyValue") } }
    var description: String { fields.map(\.name).joined(separator: ".") }

    /// A request that holds nothing but this field, and in the pairs on the way this key.
    func request(key: String? = nil, _ field: (inout ProtoWriter, UInt32) -> Void) -> [UInt8] {
        var writer = ProtoWriter()
        field(&writer, UInt32(last.number))
        for outer in fields.dropLast().reversed() {
            let inner = writer.bytes
            writer = ProtoWriter()
            if let key, outer.message.hasSuffix(".KeyValue") { writer.string(1, key) }
            writer.bytes(UInt32(outer.number), inner)
        }
        return writer.bytes
    }
}
