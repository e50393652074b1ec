import TacitLocal

/// `PING`. A server that wants a password first is there too.
struct RedisDialogue: Dialogue {
    func connected() -> Step { .say(Array("*1\r\n$4\r\nPING\r\n".utf8)) }

    func answered(_ bytes: ArraySlice<UInt8>) -> Step {
        guard let first = bytes.first else { return .listen }
        guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return .down(.unexpected) }
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\r")) else {
            return bytes.count < 1024 ? .listen : .down(.unexpected)
        }
        let word = String(decoding: bytes[..<end].prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
        return switch word {
        // -NOPERM: it knows who asks, and lets nobody ping.
        case "+PONG", "-NOAUTH", "-NOPERM": .up
        // The protected mode of a server that listens to everybody and has no password.
        case "-DENIED": .down(.denied)
        default: .down(.unexpected)
        }
    }
}
