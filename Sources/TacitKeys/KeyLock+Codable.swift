import TacitSeal

extension KeyLock: Codable {
    private enum CodingKeys: String, CodingKey { case kind, passphrase, wrapped }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(String.self, forKey: .kind) {
        case "file": self = .file
        case "passphrase": self = .passphrase(try container.decode(PassphraseLock.self, forKey: .passphrase))
        case "command":
            guard let wrapped = Hex.bytes(try container.decode(String.self, forKey: .wrapped)) else { fallthrough }
            self = .command(wrapped: wrapped)
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .kind, in: container, debugDescription: "expected file, passphrase or command")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .kind)
        switch self {
        case .file: break
        case .passphrase(let lock): try container.encode(lock, forKey: .passphrase)
        case .command(let wrapped): try container.encode(Hex.text(wrapped), forKey: .wrapped)
        }
    }
}
