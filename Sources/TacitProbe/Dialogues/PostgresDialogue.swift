import TacitLocal

/// The start of a session (PostgreSQL 17, chapter 53.2), which is left as soon as the server asks who is there.
struct PostgresDialogue: Dialogue {
    private enum State {
        case open
        /// Whether it speaks TLS was asked.
        case asked
        case started
    }

    let isEncrypted: Bool
    private var state = State.open

    init(isEncrypted: Bool) { self.isEncrypted = isEncrypted }

    mutating func connected() -> Step {
        if isEncrypted, state == .open {
            state = .asked
            return .say(Self.number(8) + Self.number(80_877_103))
        }
        state = .started
        let body = Self.number(196_608) + Array("user\0tacit_probe\0database\0postgres\0\0".utf8)
        return .say(Self.number(body.count + 4) + body)
    }

    func answered(_ bytes: ArraySlice<UInt8>) -> Step {
        guard let first = bytes.first else { return .listen }
        // Anything behind the one byte came from somebody who wants it taken for encrypted.
        if state == .asked { return first == UInt8(ascii: "S") && bytes.count == 1 ? .encrypt : .down(.unexpected) }
        guard first == UInt8(ascii: "R") || first == UInt8(ascii: "E") else { return .down(.unexpected) }
        guard bytes.count >= 5 else { return .listen }
        let length = bytes.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard (8...30_000).contains(length) else { return .down(.unexpected) }
        if first == UInt8(ascii: "R") { return .up }
        guard bytes.count >= 1 + length else { return .listen }
        // Class 28: it is there and says who may not come in. 57P03: it starts, or it ends.
        let code = Self.code(bytes.dropFirst(5).prefix(length - 4))
        return code?.prefix(2) == "28" ? .up : .down(.unexpected)
    }

    /// The SQLSTATE among the fields of an error: each is a letter and a text with a zero at its end.
    private static func code(_ fields: ArraySlice<UInt8>) -> String? {
        fields.split(separator: 0).first { $0.first == UInt8(ascii: "C") && $0.count == 6 }
            .map { String(decoding: $0.dropFirst(), as: UTF8.self) }
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
