/// Base64 with the alphabet for URLs, of whole groups of three bytes alone, so that each text has one reading.
enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    static func text(_ bytes: [UInt8]) -> String {
        precondition(bytes.count.isMultiple(of: 3), "whole groups")
        // Room for four letters of each group of three bytes, all of which are written.
        return String(unsafeUninitializedCapacity: bytes.count / 3 * 4) { text in
            for group in 0..<bytes.count / 3 {
                let word =
                    UInt32(bytes[3 * group]) << 16 | UInt32(bytes[3 * group + 1]) << 8
                    | UInt32(bytes[3 * group + 2])
                for letter in 0..<4 { text[4 * group + letter] = alphabet[Int(word >> (18 - 6 * letter)) & 63] }
            }
            return bytes.count / 3 * 4
        }
    }

    /// Whether the text is one of as many bytes as there is room for.
    static func decode(_ text: UnsafeBufferPointer<UInt8>, into bytes: UnsafeMutableRawBufferPointer) -> Bool {
        precondition(bytes.count.isMultiple(of: 3), "whole groups")
        var word: UInt32 = 0
        var letters = 0
        for letter in text {
            let value = values[Int(letter)]
            guard value < 64, letters < bytes.count / 3 * 4 else { return false }
            word = word << 6 | UInt32(value)
            letters += 1
            if letters.isMultiple(of: 4) {
                let place = letters / 4 * 3 - 3
                bytes[place] = UInt8(truncatingIfNeeded: word >> 16)
                bytes[place + 1] = UInt8(truncatingIfNeeded: word >> 8)
                bytes[place + 2] = UInt8(truncatingIfNeeded: word)
            }
        }
        return letters == bytes.count / 3 * 4
    }
}
