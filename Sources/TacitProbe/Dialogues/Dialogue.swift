import TacitLocal

/// What is said to a service, and what its answer means: a value, without a socket. Nothing of an answer outlives it.
protocol Dialogue: Sendable {
    /// The connection stands; called again once it was encrypted because the dialogue asked for that.
    mutating func connected() -> Step
    /// All that was answered since the last step other than `listen`.
    mutating func answered(_ bytes: ArraySlice<UInt8>) -> Step
}

enum Step: Sendable, Equatable {
    /// More has to come.
    case listen
    case say([UInt8])
    /// Encrypt the connection, then go on.
    case encrypt
    case up
    case down(ServiceStatus.Reason)
}

/// A service of which it is enough that a connection stands, encrypted or not.
struct ConnectionDialogue: Dialogue {
    func connected() -> Step { .up }
    func answered(_ bytes: ArraySlice<UInt8>) -> Step { .up }
}

extension Probe {
    /// How a service of this kind is spoken to, and whether that is encrypted from the first byte.
    var dialogue: (any Dialogue, isEncrypted: Bool) {
        switch kind {
        case .http: (HTTPDialogue(host: host ?? "", port: port ?? 0, path: path ?? "/"), isEncrypted)
        case .redis: (RedisDialogue(), isEncrypted)
        case .postgres: (PostgresDialogue(isEncrypted: isEncrypted), false)
        case .bolt: (BoltDialogue(), isEncrypted)
        case .tls: (ConnectionDialogue(), true)
        case .tcp, .process, .systemd, .command: (ConnectionDialogue(), false)
        }
    }
}
