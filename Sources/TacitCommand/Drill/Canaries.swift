import TacitCollector

/// Made-up values that look personal, other ones in each run, by the entry through which they go.
struct Canaries: Sendable {
    enum Entry: String, CaseIterable, Sendable, Codable {
        case logs = "OTLP/HTTP logs"
        case traces = "OTLP/HTTP traces"
        case metrics = "OTLP/HTTP metrics"
        case grpc = "OTLP/gRPC"
        case sealed = "sealed batch"
        case sessions
        case templates
        case errors = "refused requests"
        case control = "control"
    }

    /// The values of one entry, of reserved names and networks.
    struct Values: Sendable {
        let mail: String
        let name: String
        let address: String
        let secret: String

        init() {
            mail = "\(Self.letters(14))@example.com"
            name = "Quill" + Self.letters(14)
            address =
                "2001:db8:"
                + (0..<6).map { _ in String(Int.random(in: 0x1000...0xFFFF), radix: 16) }
                .joined(separator: ":")
            secret = Self.letters(28)
        }

        private static func letters(_ count: Int) -> String {
            String((0..<count).map { _ in "abcdefghijkmnpqrstuvwxyz".randomElement() ?? "x" })
        }

        var all: [(kind: String, text: String)] {
            [("mail address", mail), ("name", name), ("network address", address), ("secret", secret)]
        }

        /// A sentence in which a scrubber finds all but the name.
        var sentence: String { "mail of \(mail) from \(address) password=\(secret)" }
    }

    private(set) var values: [Entry: Values] = [:]
    private var owners: [Entry] = []
    private var forms: [String] = []
    let needles: Needles

    init() {
        var bytes: [[UInt8]] = []
        for entry in Entry.allCases {
            let own = Values()
            values[entry] = own
            for value in own.all {
                for form in HiddenForms.of(value.text) {
                    owners.append(entry)
                    forms.append("\(value.kind), \(form.name.rawValue)")
                    bytes.append(form.bytes)
                }
            }
        }
        needles = Needles(bytes)
    }

    subscript(entry: Entry) -> Values {
        // Each entry has its own.
        values[entry]!
    }

    func entry(of needle: Int) -> Entry { owners[needle] }
    /// What was found and how it was written, without what it is.
    func form(of needle: Int) -> String { forms[needle] }
}
