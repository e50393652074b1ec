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
    let start: Int
    /// No digit or only digits so far: prefixes ask.
    private(set) var letters = 0
    private(set) var lowers = 0

    init(in text: Text, at start: Int) {
        self.start = start
        var i = start
        while count < 10 {
            let group = i
            while compact.count < Compact.capacity {
                let byte = text[i]
                guard Byte.isAlphanumeric(byte) else { break }
                if !Byte.isDigit(byte) {
                    letters += 1
                    if Byte.isLower(byte) { lowers += 1 }
                }
                compact.append(byte)
                i += 1
            }
            guard i > group else { break }
            if Byte.isAlphanumeric(text[i]) { break }
            ends[count] = UInt8(truncatingIfNeeded: i - start)
            sums[count] = UInt8(compact.count)
            count += 1
            let (width, joint) = Self.joint(in: text, at: i)
            guard width > 0, Byte.isAlphanumeric(text[i + width]) else { break }
            joints[count - 1] = joint
            i += width
        }
    }

    private static func joint(in text: Text, at i: Int) -> (Int, UInt8) {
        switch text[i] {
        case 0x20, 0x2D, 0x2E, 0x2F: (1, text[i])
        case 0x28: (1, 0x28)
        case 0xC2 where text[i + 1] == 0xA0: (2, 0x20)
        case 0xE2 where text[i + 1] == 0x80 && (text[i + 2] == 0xAF || text[i + 2] == 0x91):
            (3, text[i + 2] == 0xAF ? 0x20 : 0x2D)
        default: (0, 0)
        }
    }

    /// Where the first `n` groups end in the text.
    func end(_ n: Int) -> Int { start + Int(ends[n - 1]) }

    /// How many letters and digits the first `n` groups have.
    func length(_ n: Int) -> Int { n == 0 ? 0 : Int(sums[n - 1]) }

    func joint(after n: Int) -> UInt8 { joints[n - 1] }

    /// The lengths of the first `n` groups as a number in base 16: `078-05-1120` is 0x324.
    func shape(_ n: Int) -> Int {
        (1...n).reduce(0) { $0 << 4 | min(15, length($1) - length($1 - 1)) }
    }

    /// Whether the first `n` groups are joined by the same sign.
    func isUniform(_ n: Int) -> Bool { n < 3 || (2..<n).allSatisfy { joints[$0 - 1] == joints[0] } }

    /// Whether a number of `n` groups ends there: no more of it follows behind the same sign.
    func ends(_ n: Int, in text: Text) -> Bool {
        let next = text[end(n)]
        if next == 0x5F || next == 0x25 && Byte.isHex(text[end(n) + 1]) { return false }
        // `:` and digits go on like a ratio or a time; `@` is the local part of an address.
        if next == 0x40 { return false }
        guard n < 10, joints[n - 1] != 0, joints[n - 1] != 0x20, joints[n - 1] != 0x28 else { return true }
        if joints[n - 1] == 0x2E { return !Byte.isDigit(text[end(n) + 1]) }
        return n > 1 && joints[n - 1] != joints[n - 2] && joints[n - 1] == 0x2F
    }
}
