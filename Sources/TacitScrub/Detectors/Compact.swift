/// The letters and digits of a number, without what separates them: upper case, 40 at most.
struct Compact {
    private var bytes = ByteRow()
    private(set) var count = 0

    mutating func append(_ byte: UInt8) {
        guard count < Self.capacity else { return }
        bytes[count] = byte.isLower ? byte & 0xDF : byte
        count += 1
    }

    static let capacity = ByteRow.capacity

    @inline(__always) subscript(_ index: Int) -> UInt8 { bytes[index] }

    /// The value of a digit, or of a letter that stands for one (A is 10).
    @inline(__always) func value(_ index: Int) -> Int {
        let byte = bytes[index]
        return byte.isDigit ? Int(byte) - 0x30 : Int(byte) - 0x37
    }

    /// The number that a range of digits stands for.
    func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(bytes[$1]) - 0x30 } }

    func isDigits(_ range: Range<Int>) -> Bool { range.allSatisfy { bytes[$0].isDigit } }

    /// Whether not all characters are the same.
    var isVaried: Bool { (1..<max(count, 1)).contains { bytes[$0] != bytes[0] } }

    func prefix(_ length: Int) -> Compact {
        var copy = self
        copy.count = min(length, count)
        return copy
    }

    func dropFirst(_ length: Int) -> Compact {
        var copy = Compact()
        for i in length..<max(length, count) { copy.append(bytes[i]) }
        return copy
    }

    /// `9` a digit, `A` a letter, `*` either; anything else itself.
    func matches(_ pattern: StaticString) -> Bool {
        guard pattern.utf8CodeUnitCount == count else { return false }
        for i in 0..<count {
            // Safe: a StaticString literal holds utf8CodeUnitCount bytes for the life of the process.
            switch pattern.utf8Start[i] {
            case UInt8(ascii: "9"): if !bytes[i].isDigit { return false }
            case UInt8(ascii: "A"): if !bytes[i].isUpper { return false }
            case UInt8(ascii: "*"): break
            case let fixed: if fixed != bytes[i] { return false }
            }
        }
        return true
    }
}
