/// ``OTLPSchema`` arranged for the walker: one look-up by message and field number says how to read a field.
struct SchemaIndex: Sendable {
    /// How the walker reads a field, and the message that it holds.
    struct Entry: Sendable {
        enum Reading: UInt8, Sendable {
            case unknown, varint, fixed32, fixed64, string, bytes, message
            /// A repeated number: one by one or packed into one length-delimited field, both are valid.
            case fixed64s, varints
        }
        var reading: Reading
        var message: OTLPMessage

        static var unknown: Entry { Entry(reading: .unknown, message: .anyValue) }
    }

    static let slots = 32
    static let shared = SchemaIndex()

    let entries: [Entry]

    private init() {
        var entries = [Entry](repeating: .unknown, count: OTLPMessage.allCases.count * Self.slots)
        for message in OTLPMessage.allCases {
            for field in OTLPSchema.fields(of: message) {
                entries[Int(message.rawValue) * Self.slots + Int(field.number)] = Entry(field)
            }
        }
        self.entries = entries
    }
}

extension SchemaIndex.Entry {
    fileprivate init(_ field: OTLPField) {
        message = .anyValue
        switch field.kind {
        case .string: reading = .string
        case .bytes: reading = .bytes
        case .bool, .int32, .sint32, .uint32, .int64, .uint64, .enumeration:
            reading = field.isRepeated ? .varints : .varint
        case .fixed32: reading = .fixed32
        case .fixed64, .sfixed64, .double: reading = field.isRepeated ? .fixed64s : .fixed64
        case .message(let child):
            reading = .message
            message = child
        }
    }
}
