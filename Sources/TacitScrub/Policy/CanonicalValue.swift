/// A value in the one spelling that all its spellings share, so that they get the same pseudonym: a card with and
/// without dashes, a mail address in capitals, a phone number with `+49` and with `0049`.
///
/// Numbers keep their letters and digits, in upper case; mail and network addresses are in lower case, with `%40`
/// undone. Digits and signs of other scripts count as the ASCII ones that they stand for. What every byte of may tell
/// apart, such as a password, stays as it is.
struct CanonicalValue {
    private var bytes: [UInt8] = []

    init(_ kind: Kind, _ value: UnsafeRawBufferPointer) {
        switch kind {
        case .creditCard, .iban, .bankAccount, .usSSN, .nationalID, .passport, .driverLicense, .deviceID, .macAddress:
            bytes = Self.folded(value).filter(\.isAlphanumeric).map { $0.isLower ? $0 & 0xDF : $0 }
        case .phone:
            bytes = Self.folded(value).filter(\.isAlphanumeric)
            if bytes.starts(with: [0x30, 0x30]) { bytes.removeFirst(2) }
        case .email:
            bytes = Self.folded(value).map(\.lowercased)
            let at = Array("%40".utf8)
            if let sign = bytes.indices.first(where: { bytes[$0...].starts(with: at) }) {
                bytes.replaceSubrange(sign..<sign + at.count, with: [0x40])
            }
        case .ipAddress:
            bytes = Self.folded(value).map(\.lowercased)
        default:
            bytes = []
        }
        // Nothing of another alphabet may be lost.
        if bytes.isEmpty { bytes = Array(value) }
    }

    func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R { bytes.withUnsafeBytes(body) }

    private static func folded(_ value: UnsafeRawBufferPointer) -> [UInt8] {
        let text = Text(value)
        var bytes: [UInt8] = []
        var i = 0
        while i < text.count {
            let character = text.folded(at: i)
            if !character.isFolded {
                bytes.append(contentsOf: value[i..<min(i + character.width, text.count)])
            } else if character.ascii != 0 {
                bytes.append(character.ascii)
            }
            i += character.width
        }
        return bytes
    }
}
