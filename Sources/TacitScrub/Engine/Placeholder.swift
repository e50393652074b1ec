/// `[EMAIL]`, `[CREDIT_CARD:4242]`: what scrubbing leaves, and what scrubbing again must leave alone.
enum Placeholder {
    /// The end of the placeholder that starts at `start`.
    static func end(in text: Text, at start: Int) -> Int? {
        guard text[start] == 0x5B, Byte.isUpper(text[start + 1]) else { return nil }
        for label in labels where text.has(label, at: start + 1) {
            var i = start + 1 + label.utf8CodeUnitCount
            if text[i] == 0x5D { return i + 1 }
            guard text[i] == 0x3A else { continue }
            i += 1
            let limit = i + 20
            while i < limit, Byte.isAlphanumeric(text[i]) || text[i] == 0x2A { i += 1 }
            if text[i] == 0x5D { return i + 1 }
        }
        return nil
    }

    static func append(_ kind: Kind, to output: inout [UInt8]) {
        output.append(0x5B)
        output.append(contentsOf: kind.label.utf8)
        output.append(0x5D)
    }

    /// The last letters and digits; everything else is masked, so that the placeholder can be recognized.
    static func append(_ kind: Kind, last: Int, of value: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        output.append(0x5B)
        output.append(contentsOf: kind.label.utf8)
        output.append(0x3A)
        for byte in value.suffix(min(last, value.count / 2)) {
            output.append(Byte.isAlphanumeric(byte) ? byte : 0x2A)
        }
        output.append(0x5D)
    }

    static func append(_ kind: Kind, code: UInt64, to output: inout [UInt8]) {
        output.append(0x5B)
        output.append(contentsOf: kind.label.utf8)
        output.append(0x3A)
        for shift in stride(from: 60, through: 0, by: -4) {
            let digit = UInt8((code >> UInt64(shift)) & 15)
            output.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
        output.append(0x5D)
    }

    private static let labels: [StaticString] = [
        "EMAIL", "PHONE", "CREDIT_CARD", "IBAN", "US_SSN", "NATIONAL_ID", "IP_ADDRESS", "MAC_ADDRESS",
        "URL_CREDENTIAL", "SECRET", "JWT", "PRIVATE_KEY", "CRYPTO_WALLET", "DATE_OF_BIRTH", "PERSON",
        "STREET_ADDRESS", "GEO_COORDINATE", "USERNAME_IN_PATH", "BANK_ACCOUNT", "MONEY_AMOUNT", "PASSPORT",
        "DRIVER_LICENSE", "DEVICE_ID",
    ]
}
