/// The bytes that are signed: a line for the kind of document, then a line for each field.
///
/// ```
/// tacit receipt 1
/// batch 000102030405060708090a0b0c0d0e0f
/// accepted 5
/// ```
///
/// Not the JSON, of which there are many for one meaning. The first line keeps a signature of one kind of document from
/// being taken for one of another. Nothing that stands in a line can hold a line's end.
package struct SignedText: Sendable {
    package private(set) var bytes: [UInt8]

    package init(_ label: String) { bytes = Array("\(label)\n".utf8) }

    package mutating func line(_ name: String, _ values: any CustomStringConvertible...) {
        bytes += ([name] + values.map(\.description)).joined(separator: " ").utf8
        bytes.append(UInt8(ascii: "\n"))
    }

    /// 1…128 letters, digits and `._-`: what names of rules and categories are made of.
    package static func isName(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
