/// Made-up values that look personal, other ones in each run, by the entry through which they go.
struct Canaries: Sendable {
    typealias Entry = Traces.Entry

    /// The values of one entry, of reserved names and networks.
    struct Values: Sendable {
        let mail: String
        let name: String
        let address: String
        let secret: String

        init() {
            mail = "\(Canaries.letters(14))@example.com"
            name = "Quill" + Canaries.letters(14)
            address =
                "2001:db8:"
                + (0..<6).map { _ in String(Int.random(in: 0x1000...0xFFFF), radix: 16) }
                .joined(separator: ":")
            secret = Canaries.letters(28)
        }

        var all: [(kind: String, text: String)] {
            [("mail address", mail), ("name", name), ("network address", address), ("secret", secret)]
        }

        /// A sentence in which a scrubber finds all but the name.
        var sentence: String { "mail of \(mail) from \(address) password=\(secret)" }
    }

    private let values: [Entry: Values]
    let traces: Traces

    init() {
        var values: [Entry: Values] = [:]
        var list = Traces.List()
        for entry in Entry.allCases {
            let own = Values()
            values[entry] = own
            for value in own.all { list.add(value.text, value.kind, of: entry) }
        }
        self.values = values
        traces = Traces(list)
    }

    subscript(entry: Entry) -> Values {
        // Each entry has its own.
        values[entry]!
    }

    static func letters(_ count: Int) -> String {
        String((0..<count).map { _ in "abcdefghijkmnpqrstuvwxyz".randomElement() ?? "x" })
    }
}
