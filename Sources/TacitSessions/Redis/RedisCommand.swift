import NIOCore

/// One command, as RESP writes it: a list of byte strings.
struct RedisCommand: Sendable {
    private var parts: [Part]

    private enum Part: Sendable {
        case text(String)
        case bytes([UInt8])
    }

    init(_ words: String...) { parts = words.map { .text($0) } }

    init(_ word: String, _ keys: [[UInt8]]) { parts = [.text(word)] + keys.map { .bytes($0) } }

    func with(_ bytes: [UInt8]) -> Self {
        var command = self
        command.parts.append(.bytes(bytes))
        return command
    }

    func with(_ words: String...) -> Self {
        var command = self
        command.parts += words.map { .text($0) }
        return command
    }

    func write(into buffer: inout ByteBuffer) {
        buffer.writeString("*\(parts.count)\r\n")
        for part in parts {
            switch part {
            case .text(let text):
                buffer.writeString("$\(text.utf8.count)\r\n")
                buffer.writeString(text)
            case .bytes(let bytes):
                buffer.writeString("$\(bytes.count)\r\n")
                buffer.writeBytes(bytes)
            }
            buffer.writeString("\r\n")
        }
    }
}
