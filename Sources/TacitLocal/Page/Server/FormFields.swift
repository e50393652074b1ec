/// Fields as forms and addresses carry them: `part=health&on=yes`, with `%2F` and `+`.
enum FormFields {
    /// At most 16, each once, all UTF-8.
    static func fields(_ bytes: ArraySlice<UInt8>) throws(PageRequest.Refusal) -> [String: String] {
        var fields: [String: String] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            let value = pair[name.endIndex...].dropFirst()
            guard fields.count < 16, fields.updateValue(try text(value), forKey: try text(name)) == nil else {
                throw .badRequest
            }
        }
        return fields
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(PageRequest.Refusal) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): out.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    throw .badRequest
                }
                out.append(high << 4 | low)
            default: out.append(byte)
            }
        }
        guard let text = String(validating: out, as: UTF8.self) else { throw .badRequest }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
