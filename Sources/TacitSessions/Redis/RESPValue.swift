/// An answer of Redis, of what RESP2 and RESP3 have and sessions need.
enum RESPValue: Sendable, Equatable {
    case text(String)
    /// The first word, which is the kind. What follows may quote a command, and is looked at only where it says no more than places.
    case fault(String)
    case number(Int64)
    case bytes([UInt8])
    case null
    case list([RESPValue])

    var number: Int64? { if case .number(let number) = self { number } else { nil } }

    var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }

    var string: String? {
        switch self {
        case .text(let text): text
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        default: nil
        }
    }

    /// What one step of SCAN found, and where the next begins. A key is any bytes.
    var scanned: (keys: [[UInt8]], next: String)? {
        guard case .list(let parts) = self, parts.count == 2, let next = parts[0].string,
            case .list(let found) = parts[1]
        else { return nil }
        return (found.compactMap(\.bytes), next)
    }

    /// The pairs of a map, which RESP2 writes as a list.
    var pairs: [String: String] {
        guard case .list(let items) = self else { return [:] }
        var pairs: [String: String] = [:]
        for index in stride(from: 0, to: items.count - 1, by: 2) {
            if let name = items[index].string, let value = items[index + 1].string { pairs[name] = value }
        }
        return pairs
    }
}
