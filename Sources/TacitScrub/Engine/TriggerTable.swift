/// Which bytes start a verifier, and which literals (`eyJ`, `ghp_`, `/home/`) are known.
///
/// A literal is found by its rarest byte from the third on, its anchor: the anchor and the two bytes before it are
/// hashed, and the hash names the few literals to compare. So the table can hold hundreds at the price of one.
struct TriggerTable: @unchecked Sendable {
    // Sendable: the blocks are written once, in `init`, and never changed or freed.

    struct Action: OptionSet {
        let rawValue: UInt8
        static let digit = Action(rawValue: 1)
        static let equals = Action(rawValue: 2)
        static let colon = Action(rawValue: 4)
        static let at = Action(rawValue: 8)
        static let percent = Action(rawValue: 16)
        /// What is told apart by the byte itself: `-` (MAC addresses), `B` and `b` (Bearer, Basic), `[` (placeholders).
        static let byte = Action(rawValue: 32)
        static let anchor = Action(rawValue: 128)
    }

    /// 256 entries; non-zero for a trigger.
    let actions: UnsafePointer<UInt8>
    /// 1024 entries: 1 + the index of the first literal with this hash, or 0.
    private let heads: UnsafePointer<UInt16>
    private let literals: UnsafePointer<Literal>
    /// For each literal, 1 + the index of the next one with the same hash, or 0.
    private let links: UnsafePointer<UInt16>

    static let standard = TriggerTable(Literal.standard)

    init(_ literals: [Literal]) {
        let actions = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        actions.initialize(repeating: 0, count: 256)
        let heads = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.buckets)
        heads.initialize(repeating: 0, count: Self.buckets)
        let links = UnsafeMutablePointer<UInt16>.allocate(capacity: literals.count)
        links.initialize(repeating: 0, count: literals.count)
        let copies = UnsafeMutablePointer<Literal>.allocate(capacity: literals.count)

        // Safe: every index below is a UInt8, a hash below `buckets`, or below the number of literals.
        for digit in 0x30...0x39 { actions[digit] = Action.digit.rawValue }
        actions[0x3D] = Action.equals.rawValue
        actions[0x3A] = Action.colon.rawValue
        actions[0x40] = Action.at.rawValue
        actions[0x25] = Action.percent.rawValue
        actions[0x2D] = Action.byte.rawValue
        actions[0x5B] = Action.byte.rawValue
        actions[0x42] = Action.byte.rawValue
        actions[0x62] = Action.byte.rawValue
        for (index, literal) in literals.enumerated() {
            (copies + index).initialize(to: literal)
            let bytes = literal.prefix.utf8Start
            let anchor = literal.anchor
            actions[Int(bytes[anchor])] |= Action.anchor.rawValue
            let hash = Self.hash(bytes[anchor - 2], bytes[anchor - 1], bytes[anchor])
            links[index] = heads[hash]
            heads[hash] = UInt16(index + 1)
        }
        self.actions = UnsafePointer(actions)
        self.heads = UnsafePointer(heads)
        self.literals = UnsafePointer(copies)
        self.links = UnsafePointer(links)
    }

    @inline(__always) func action(of byte: UInt8) -> Action {
        // Safe: 256 entries.
        Action(rawValue: actions[Int(byte)])
    }

    /// 1 + the index of the first literal whose anchor may stand at `at`, or 0.
    @inline(__always) func firstLiteral(in text: Text, at: Int) -> Int {
        // Safe: the hash is below `buckets`.
        Int(heads[Self.hash(text[at - 2], text[at - 1], text[at])])
    }

    // Safe: numbers come from `heads` and `links`, which hold 1...count and 0 for the end.
    func literal(_ number: Int) -> Literal { literals[number - 1] }
    func literal(after number: Int) -> Int { Int(links[number - 1]) }

    private static let buckets = 1024

    @inline(__always) private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        let word = UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16
        return Int((word &* 0x9E37_79B1) >> 22)
    }
}
