import TacitStores

/// What a file of a state folder is, by its name: Tacit makes these and no others.
enum StoredKind: Equatable {
    case folder, journalFolder, detailFolder
    case database, databaseLog, databaseIndex
    case masterKey, keyRing, signingKey, tokens, deletions, detailReads
    case segment
    case windowKey(WindowID)
    case detailSegment(WindowID, number: Int)
    case detailKey(WindowID)
    case lock
    /// Until the collector has carried it out.
    case purgeOrder
    /// Until the store says what was shredded.
    case shreddingNote
    /// Being written, or left by a crash until the next start.
    case draft

    /// `nil` for what Tacit does not make.
    init?(_ file: StoredFile) {
        guard file.kind != .other else { return nil }
        let known = file.kind == .folder ? Self.folder(file.name) : Self.file(file.name)
        guard let known else { return nil }
        self = known
    }

    private static func folder(_ name: String) -> StoredKind? {
        switch name {
        // The second one is there while a backup is being put back.
        case "", "restoring": .folder
        case "journal": .journalFolder
        case "detail": .detailFolder
        default: nil
        }
    }

    private static func file(_ name: String) -> StoredKind? {
        switch name {
        case "tacit.sqlite": .database
        case "tacit.sqlite-wal": .databaseLog
        case "tacit.sqlite-shm": .databaseIndex
        // The second one is there while a rotation is under way, or was cut off.
        case "master.key", "master.key.next": .masterKey
        case "signing.key": .signingKey
        case "keyring.json": .keyRing
        case "tokens.json": .tokens
        case "deletions.log": .deletions
        case DetailReadingLog.name: .detailReads
        case "tokens.json.new", "keyring.json.new", "backup.sqlite": .draft
        case "lock", "tokens.json.lock", "deletions.log.lock", "detail-reads.log.lock", "keys.lock",
            "purge.order.lock":
            .lock
        case PurgeOrder.name: .purgeOrder
        case _ where ShreddingNotes.isName(name): .shreddingNote
        case _ where name.hasSuffix(".new") && ShreddingNotes.isName(String(name.dropLast(4))): .draft
        default:
            switch name.split(separator: "/", maxSplits: 1).first {
            case "journal": journal(String(name.dropFirst("journal/".count)))
            case "detail": detail(String(name.dropFirst("detail/".count)))
            case "restoring": .draft
            default: nil
            }
        }
    }

    private static func journal(_ name: String) -> StoredKind? {
        if let window = Journal.window(ofKey: name) { return .windowKey(window) }
        let isSegment = name.hasSuffix(".journal") && name.utf8.count == 16 && Int(name.prefix(8)) != nil
        if isSegment { return .segment }
        return name.hasSuffix(".new") && Journal.window(ofKey: String(name.dropLast(4))) != nil ? .draft : nil
    }

    private static func detail(_ name: String) -> StoredKind? {
        if let day = DetailFolder.day(ofKey: name) { return .detailKey(day) }
        if let segment = DetailFolder.segment(name) { return .detailSegment(segment.hour, number: segment.number) }
        return name.hasSuffix(".new") && DetailFolder.day(ofKey: String(name.dropLast(4))) != nil ? .draft : nil
    }

    /// Whether it holds fingerprints, digests and signatures as text, which look like secrets and are none.
    var hasCodes: Bool { [.keyRing, .tokens, .deletions, .detailReads, .shreddingNote].contains(self) }

    /// What it holds, for the inventory.
    var holds: String {
        switch self {
        case .folder, .journalFolder, .detailFolder: "a folder"
        case .database: "releases, ledger, counters, documents"
        case .databaseLog: "the newest pages of the store"
        case .databaseIndex: "where pages lie in the log"
        case .masterKey: "the key that opens the key ring"
        case .keyRing: "the keys that wrap all others"
        case .signingKey: "the key that signs receipts"
        case .tokens: "names and digests of tokens"
        case .deletions: "what was deleted, when, and signatures"
        case .detailReads: "what was read of sealed detail, when, why, and signatures"
        case .segment: "bounded contributions to open windows"
        case .windowKey: "the key of an open window"
        case .detailSegment: "single records of an hour, sanitized (class 4)"
        case .detailKey: "the key of a day of sealed detail"
        case .lock: "nothing"
        case .purgeOrder: "nothing: that it is there says that a purge is to be carried out"
        case .shreddingNote: "which keys are being destroyed, by their digests"
        case .draft: "a file that is being written"
        }
    }

    var encryption: String {
        switch self {
        case .database, .databaseLog: "table by table, below"
        case .signingKey: "AES-256-GCM, a key of its own, under the key ring"
        case .segment: "AES-256-GCM, the key of each window; who sent it, under the key ring"
        case .detailSegment: "AES-256-GCM, the key of its day"
        case .windowKey, .detailKey: "AES-256-GCM, under the key ring"
        case .keyRing: "AES-256-GCM, under the master key"
        case .tokens: "digests; no token can be made of them"
        case .deletions: "not encrypted: it names no value and no key"
        case .detailReads: "not encrypted: it names nobody, and no value"
        case .shreddingNote: "not encrypted: it names no value and no key"
        case .masterKey: "not encrypted: mode 0600 protects it"
        default: "nothing to encrypt"
        }
    }

    var end: String {
        switch self {
        case .segment, .windowKey: "when its windows close"
        case .detailSegment, .detailKey: "when the limit of the class detail is reached"
        case .databaseLog: "at the next purge"
        case .masterKey, .keyRing, .signingKey, .tokens, .deletions, .detailReads: "with the folder"
        case .database: "row by row"
        case .shreddingNote: "when the store has noted it"
        default: ""
        }
    }
}
