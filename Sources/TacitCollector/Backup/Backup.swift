import Crypto
import Foundation
import TacitKeys
import TacitSeal

/// A file that holds the keys of a state folder, and may hold its store: sealed under a passphrase, for another place and time.
///
/// Its first line says how the passphrase opens it; the rest is a ``SealedStream``, bound to that line. In it lie, one after the
/// other, the parts: name, size and bytes.
package struct Backup: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// What a backup may hold, by the name that it has in a state folder.
    package enum Part: String, Sendable, CaseIterable {
        case ring = "keyring"
        case store = "tacit.sqlite"
        case signingKey = "signing.key"
        case tokens = "tokens.json"
        case deletions = "deletions.log"
        case detailReads = "detail-reads.log"
    }

    /// In the clear; with one letter altered the rest does not open.
    package struct Head: Sendable, Codable {
        var format = 1
        /// Seconds since 1970.
        package let made: Int64
        let lock: PassphraseLock

        static let longest = 4096
    }

    static func context(_ head: some Collection<UInt8>) -> String { "backup " + String(decoding: head, as: UTF8.self) }

    var malformed: StreamError {
        StreamError(.malformed, at: path, remedy: "it is no backup of tacit, or it was altered; take another copy")
    }
}
