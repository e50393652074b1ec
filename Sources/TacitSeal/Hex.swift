/// Bytes as lower-case hexadecimal digits, the one spelling that is written and taken.
package enum Hex {
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `nil` where there is anything else than an even number of lower-case digits.
    package static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in text.utf8 {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? bytes : nil
    }
}

extension KeyedDecodingContainer {
    /// So many bytes in hexadecimal.
    package func decodeHex(_ count: Int, forKey key: Key) throws -> [UInt8] {
        guard let bytes = Hex.bytes(try decode(String.self, forKey: key)), bytes.count == count else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "expected \(2 * count) lower-case hexadecimal digits")
        }
        return bytes
    }

    /// The one format that this version reads.
    package func decodeFormat(_ format: Int, forKey key: Key) throws {
        guard try decode(Int.self, forKey: key) == format else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "expected format \(format)")
        }
    }

    /// A name that can stand in a line of a ``SignedText``.
    package func check(names: some Sequence<String>, forKey key: Key) throws {
        guard names.allSatisfy(SignedText.isName) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "expected letters, digits and . _ - in a name")
        }
    }
}
