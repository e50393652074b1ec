/// What a key ring says of how to come by its master key.
package enum KeyLock: Sendable, Equatable {
    /// It lies in a file.
    case file
    /// It lies here, under a passphrase.
    case passphrase(PassphraseLock)
    /// It lies here as the operator's program has wrapped it.
    case command(wrapped: [UInt8])

    package var name: String {
        switch self {
        case .file: "file"
        case .passphrase: "passphrase"
        case .command: "command"
        }
    }
}
