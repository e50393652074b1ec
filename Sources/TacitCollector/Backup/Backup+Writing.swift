import Foundation
package import TacitKeys
import TacitSeal
import TacitStores

extension Backup {
    /// Writes the key ring alone.
    package func write(keysOf state: String, from source: KeySource, under passphrase: Passphrase, at now: Int64) throws
    {
        let lock = try FileLock.take(StateFolder.keysLock(in: state))
        defer { withExtendedLifetime(lock) {} }
        let ring = try KeyRingFile(in: state).open(with: source).ring
        try write(under: passphrase, at: now) { try $0.add(.ring, ring.secret) }
    }

    /// Writes what has to be kept of a state folder, while a collector may run on it: the store without exact figures, the key
    /// ring, the signing key, the tokens and the logs of what was deleted and who read detail. Open windows, the journal and sealed
    /// detail end with their keys.
    package func write(_ state: String, from source: KeySource, under passphrase: Passphrase, at now: Int64) throws {
        let lock = try FileLock.take(StateFolder.keysLock(in: state))
        defer { withExtendedLifetime(lock) {} }
        let ring = try KeyRingFile(in: state).open(with: source).ring
        let copy = Self.copy(in: state)
        // One that a crash left.
        try Files.shred(copy)
        defer { try? Files.shred(copy) }
        try SQLiteStore(reading: StateFolder.database(in: state), keys: source).copy(to: copy)
        try write(under: passphrase, at: now) { parts in
            try parts.add(.ring, ring.secret)
            try parts.add(.store, file: copy)
            for part in [Part.signingKey, .tokens, .deletions, .detailReads] {
                let file = "\(state)/\(part.rawValue)"
                if Files.exist(file) { try parts.add(part, file: file) }
            }
        }
    }

    /// Where the store is copied to, until it is sealed.
    static func copy(in state: String) -> String { state + "/backup.sqlite" }

    /// Complete or not at all: the file gets its name when all of it is on the disk.
    private func write(under passphrase: Passphrase, at now: Int64, _ body: (Parts) throws -> Void) throws {
        guard !Files.exist(path) else {
            throw FileFault(.unwritable, at: path, remedy: "it is there already, and is not written over; name another")
        }
        let key = MasterKey()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let head = try encoder.encode(Head(made: now, lock: PassphraseLock(of: key, with: passphrase))) + [0x0A]
        let draft = path + ".part"
        try Files.remove(draft)
        do {
            let file = try FileAppender(draft)
            try file.append(head)
            let stream = try SealedStreamWriter(
                key: key.derived(for: .backup), context: Self.context(head), to: file.append)
            try body(Parts(stream))
            try stream.finish()
            try file.finish()
        } catch {
            try? Files.remove(draft)
            throw error
        }
        try Files.move(draft, to: path)
    }

    /// Adds parts to a stream.
    struct Parts {
        private let stream: SealedStreamWriter

        init(_ stream: SealedStreamWriter) { self.stream = stream }

        func add(_ part: Part, _ secret: borrowing SecretBytes) throws {
            try begin(part, secret.count)
            try secret.withBytes { try stream.append($0) }
        }

        func add(_ part: Part, file path: String) throws {
            let file = try FileReader(path)
            let size = try file.size
            try begin(part, size)
            var left = size
            while left > 0 {
                let bytes = try file.read(min(left, SealedStream.chunk))
                guard !bytes.isEmpty else {
                    throw FileFault(.unreadable, at: path, remedy: "it became shorter meanwhile; try again")
                }
                try stream.append(bytes)
                left -= bytes.count
            }
        }

        private func begin(_ part: Part, _ size: Int) throws {
            let name = Array(part.rawValue.utf8)
            try stream.append([UInt8(name.count)] + name)
            try stream.append(withUnsafeBytes(of: UInt64(size).bigEndian) { Array($0) })
        }
    }
}
