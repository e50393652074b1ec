/// ``OTLPSchema`` arranged for the JSON transcoder: fields by their two spellings.
struct JSONFieldIndex: Sendable {
    struct Field: Sendable {
        var number: UInt8
        var kind: OTLPField.Kind
        var isRepeated: Bool
    }

    /// A name of at most 24 bytes, filled up with zeros: three comparisons tell whether it is the same.
    private struct Name: Sendable, Equatable {
        private var words: (UInt64, UInt64, UInt64)
        private var count: Int

        init?(_ text: UnsafeRawBufferPointer) {
            guard text.count <= 24 else { return nil }
            words = (0, 0, 0)
            count = text.count
            withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: text) }
        }

        static func == (one: Name, other: Name) -> Bool {
            one.count == other.count && one.words == other.words
        }
    }

    private struct Entry: Sendable {
        var name: Name
        var field: Field
    }

    static let shared = JSONFieldIndex()

    /// The entries of all messages, one message after the other, and where each begins.
    private let entries: [Entry]
    private let starts: [Int]
    private let enumerations: [OTLPEnum: [[UInt8]]]

    private init() {
        var entries: [Entry] = []
        var starts = [0]
        for message in OTLPMessage.allCases {
            for field in OTLPSchema.fields(of: message) {
                let target = Field(number: field.number, kind: field.kind, isRepeated: field.isRepeated)
                for spelling in Set([field.jsonName, field.name]) {
                    guard let name = Array(spelling.utf8).withUnsafeBytes(Name.init) else {
                        preconditionFailure("a name of the schema has more than 24 bytes: \(spelling)")
                    }
                    entries.append(Entry(name: name, field: target))
                }
            }
            starts.append(entries.count)
        }
        self.entries = entries
        self.starts = starts
        enumerations = Dictionary(
            uniqueKeysWithValues: OTLPEnum.allCases.map { ($0, $0.names.map { Array($0.utf8) }) })
    }

    /// The field of a message that is spelled `text`, in camel case or as in the `.proto` file.
    func field(_ text: UnsafeRawBufferPointer, of message: OTLPMessage) -> Field? {
        guard let name = Name(text) else { return nil }
        for at in starts[Int(message.rawValue)]..<starts[Int(message.rawValue) + 1] where entries[at].name == name {
            return entries[at].field
        }
        return nil
    }

    /// The number of an enumeration's name.
    func number(_ name: UnsafeRawBufferPointer, of type: OTLPEnum) -> Int? {
        enumerations[type]?.firstIndex { $0.elementsEqual(name) }
    }
}
