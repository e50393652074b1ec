/// A number as it is written: groups of letters and digits with one separator between them, from one place rightwards.
///
/// `4111 1111`, `078-05-1120`, `123.456.789-09`, `123/456/78901`, `A123456(3)`. At most ten groups and 40 characters.
struct Groups {
    private(set) var compact = Compact()
    private(set) var count = 0
    /// Where group `i` ends in the text.
    private var ends = ByteRow()
    /// How many characters the groups up to `i` have.
    private var sums = ByteRow()
    /// What stands behind group `i`: a space (32), `-`, `.`, `/`, `(`, or 0 where the next group doesn't follow.
    private var joints = ByteRow()
    /// The lengths of all groups as a number in base 16.
    private var shapes = 0
    /// A bit for each number of groups with which a number may end.
    private var ending = 0
    /// The first so many groups are joined by the same sign.
    private var uniform = 10
    let start: Int
    /// Where the digits are among the characters; bit 0 is the first.
    private(set) var digits: UInt64 = 0
    private(set) var lowers = 0
    var letters: Int { compact.count - digits.nonzeroBitCount }

    init(in text: Text, at start: Int) {
        self.start = start
        var i = start
        var earlier: UInt8 = 0
        var first: UInt8 = 0
        while count < 10 {
            let group = i
            var next = text[i]
            while compact.count < Compact.capacity, next.isAlphanumeric {
                if next.isDigit {
                    digits |= 1 << UInt64(compact.count)
                } else if next.isLower {
                    lowers += 1
                }
                compact.append(next)
                i += 1
                next = text[i]
            }
            guard i > group, !next.isAlphanumeric else { break }
            ends[count] = UInt8(truncatingIfNeeded: i - start)
            sums[count] = UInt8(compact.count)
            shapes = shapes << 4 | min(15, i - group)
            count += 1
            var (width, joint) = Self.joint(in: text, at: i, next)
            if width > 0, !text[i + width].isAlphanumeric { (width, joint) = (0, 0) }
            // `/accounts/DE89370400440532013000/debit`: a part of a path, longer than one of a date or a phone number.
            let isPart = joint == "/" && count == 1 && i - start > 12 && text[start - 1] == "/"
            if isPart || Self.mayEnd(in: text, at: i, next, joint: joint, earlier, n: count) { ending |= 1 << count }
            guard width > 0 else { break }
            joints[count - 1] = joint
            if count == 1 { first = joint } else if joint != first { uniform = min(uniform, count) }
            earlier = joint
            i += width
        }
    }

    @inline(__always) private static func joint(in text: Text, at i: Int, _ byte: UInt8) -> (Int, UInt8) {
        switch byte {
        case " ", "-", ".", "/": (1, byte)
        case "(": (1, 0x28)
        case 0xC2 where text[i + 1] == 0xA0: (2, 0x20)
        case 0xE2 where text[i + 1] == 0x80 && (text[i + 2] == 0xAF || text[i + 2] == 0x91):
            (3, text[i + 2] == 0xAF ? UInt8(ascii: " ") : UInt8(ascii: "-"))
        default: (0, 0)
        }
    }

    /// Whether a number of `n` groups ends at `i`, before the joint: no more of it follows behind the same sign.
    @inline(__always) private static func mayEnd(
        in text: Text, at i: Int, _ next: UInt8, joint: UInt8, _ earlier: UInt8, n: Int
    ) -> Bool {
        if next == "_" || next == "%" && text[i + 1].isHex { return false }
        // `:` and digits go on like a ratio or a time; `@` is the local part of an address.
        if next == "@" { return false }
        guard n < 10, joint != 0, joint != " ", joint != "(" else { return true }
        if joint == "." { return !text[i + 1].isDigit }
        return n > 1 && joint != earlier && joint == "/"
    }

    /// Where the first `n` groups end in the text.
    @inline(__always) func end(_ n: Int) -> Int { start + Int(ends[n - 1]) }

    /// How many letters and digits the first `n` groups have.
    @inline(__always) func length(_ n: Int) -> Int { n == 0 ? 0 : Int(sums[n - 1]) }

    @inline(__always) func joint(after n: Int) -> UInt8 { joints[n - 1] }

    /// The lengths of the first `n` groups as a number in base 16: `078-05-1120` is 0x324.
    @inline(__always) func shape(_ n: Int) -> Int { shapes >> (4 * (count - n)) }

    /// Whether the first `n` groups are joined by the same sign.
    @inline(__always) func isUniform(_ n: Int) -> Bool { n <= uniform }

    /// Whether a number of `n` groups ends there: no more of it follows behind the same sign.
    @inline(__always) func ends(_ n: Int) -> Bool { ending >> n & 1 == 1 }

    /// Whether these of the letters and digits are digits.
    @inline(__always) func isDigits(_ range: Range<Int>) -> Bool {
        let places: UInt64 = (1 << UInt64(range.count) - 1) << UInt64(range.lowerBound)
        return places & ~digits == 0
    }
}
