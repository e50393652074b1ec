import Foundation
import TacitSeal

/// The forms in which bytes can lie somewhere without being there as they are.
package enum HiddenForms {
    /// What a form is called when something is found in it.
    package enum Name: String, Sendable, CaseIterable {
        case plain, hex, base64
        case percent = "percent-encoded"
        case utf16 = "UTF-16"
    }

    /// The bytes, their hexadecimal digits in both cases, and what all base64 that holds them has in common, for the three
    /// ways in which it may be aligned.
    package static func of(_ bytes: [UInt8]) -> [(name: Name, bytes: [UInt8])] {
        let digits = Hex.text(bytes)
        var forms: [(name: Name, bytes: [UInt8])] = [
            (.plain, bytes), (.hex, Array(digits.utf8)), (.hex, Array(digits.uppercased().utf8)),
        ]
        for alignment in 0..<3 {
            let text = Data([UInt8](repeating: 0, count: alignment) + bytes).base64EncodedString()
            // Digits that hold bits of what stands before or behind say nothing of the value.
            let own = text.utf8.dropFirst((alignment * 8 + 5) / 6).prefix(
                (alignment + bytes.count) * 8 / 6 - (alignment * 8 + 5) / 6)
            forms.append((.base64, Array(own)))
            let safe = own.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? 0x5F : $0 }
            if safe != Array(own) { forms.append((.base64, safe)) }
        }
        return forms
    }

    /// The same of a text, and as it stands in addresses and in the memory of programs that count in 16 bits.
    package static func of(_ text: String) -> [(name: Name, bytes: [UInt8])] {
        let bytes = Array(text.utf8)
        var forms = of(bytes)
        for escaped in [bytes.map(percent(unlessWord:)), bytes.map { percent($0) }].map({ $0.flatMap { $0 } })
        where escaped != bytes { forms.append((.percent, escaped)) }
        let units = Array(text.utf16)
        forms.append((.utf16, units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }))
        forms.append((.utf16, units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }))
        return forms
    }

    private static func percent(_ byte: UInt8) -> [UInt8] { Array("%\(Hex.text([byte]).uppercased())".utf8) }

    private static func percent(unlessWord byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            [byte]
        default: percent(byte)
        }
    }
}
