import TacitCollector
import TacitSeal

/// Byte strings that are looked for, in all the forms in which they may lie somewhere, and what each is called.
struct Traces: Sendable {
    /// Where something went in, or what it is that a collector holds for a time.
    enum Entry: String, CaseIterable, Sendable, Codable {
        case logs = "OTLP/HTTP logs"
        case traces = "OTLP/HTTP traces"
        case metrics = "OTLP/HTTP metrics"
        case grpc = "OTLP/gRPC"
        case sealed = "sealed batch"
        case sessions
        case templates
        case errors = "refused requests"
        case keys = "keys that are over"
        case identities = "identities of batches"
        case figures = "exact figures"
        case labels = "labels that expired"
        case control
    }

    /// What is to be looked for, as it comes together.
    struct List {
        fileprivate struct Name: Sendable {
            let entry: Entry
            let form: String
        }

        fileprivate private(set) var names: [Name] = []
        fileprivate private(set) var bytes: [[UInt8]] = []

        /// Adds a text in all its forms.
        mutating func add(_ text: String, _ kind: String, of entry: Entry) {
            add(HiddenForms.of(text), kind, entry)
        }

        /// Adds bytes that are no text.
        mutating func add(_ bytes: [UInt8], _ kind: String, of entry: Entry) {
            add(HiddenForms.of(bytes), kind, entry)
        }

        /// Adds a number as it lies in memory: its bytes that are no zeros, and one that is.
        mutating func add(_ number: UInt64, _ kind: String, of entry: Entry) {
            names.append(Name(entry: entry, form: "\(kind), as in memory"))
            let used = 8 - number.leadingZeroBitCount / 8
            bytes.append(Array(number.littleEndianBytes.prefix(used + 1)))
        }

        private mutating func add(_ forms: [(name: HiddenForms.Name, bytes: [UInt8])], _ kind: String, _ entry: Entry) {
            for form in forms {
                names.append(Name(entry: entry, form: "\(kind), \(form.name.rawValue)"))
                bytes.append(form.bytes)
            }
        }
    }

    private let names: [List.Name]
    let needles: Needles

    init(_ list: List) {
        names = list.names
        needles = Needles(list.bytes)
    }

    func entry(of needle: Int) -> Entry { names[needle].entry }
    /// What was found and how it was written, without what it is.
    func form(of needle: Int) -> String { names[needle].form }
}
