import Crypto
import Foundation
import TacitCatalog
import TacitKeys
import TacitPages
import TacitSeal
import TacitStores

/// One look at all bytes of one state folder.
final class StorageInspection {
    /// A demo's figures lie in the folder, and are a state folder of their own.
    static let demoFolder = "demo"

    let state: String
    /// What its files are called in findings.
    let prefix: String
    let files: [StoredFile]
    var checks = StorageChecks()
    var held: [Verification.Held] = []
    /// `nil` where there is none, or it can't be read.
    var store: SQLiteStore?
    var ring: KeyRing?
    private let source: KeySource
    var now: Int64 = 0
    var catalog = ""
    var closedUntil: [WindowLength: Int64] = [:]
    /// For how long what may be kept, as the last collector had it.
    var limits = RetentionLimits()
    /// Where the logs of deletions and of readings ended when the last collector looked at them.
    var deleted: DeletionLog.Head?
    var read: DetailReadingLog.Head?
    /// What Tacit itself wrote from the catalog: that a name in it looks personal is a matter of the catalog.
    var known: [UInt8] = []
    /// Keys, in all forms, and what each is called.
    var keys = KeyNeedles()
    /// Exact figures, as they are before they are sealed.
    var exact = Needles([])
    /// The store as it was looked at.
    var image: SQLiteImage?
    /// Where the whole frames of a file are, which may look like anything. What lies behind them is looked at like all else.
    var ciphertext: [String: Range<Int>] = [:]
    /// Texts of sealed detail that were found clean.
    let clean = CleanTexts()

    init(state: String, prefix: String, _ source: KeySource, listing: StoredFile.Listing = Files.names) {
        self.source = source
        self.state = state
        self.prefix = prefix
        // The demo's are looked at by themselves.
        files = StoredFile.all(in: state, listing: listing).filter {
            $0.name != Self.demoFolder && !$0.name.hasPrefix(Self.demoFolder + "/")
        }
    }

    func run(wall: Int64) async {
        await open(wall: wall)
        lookAtNames()
        await lookAtEnvelopes()
        lookAtDetail()
        lookAtReadings()
        lookAtJournal()
        let store = store
        // SQLite counts while the bytes are looked at.
        async let strayCells = store?.strayCells()
        await lookAtBytes()
        await lookAtRows(strayCells: (try? await strayCells) ?? nil)
        await lookAtRemoved()
        lookAtHoldings()
    }

    var verification: Verification {
        var verification = Verification(generatedAt: now, catalog: catalog, checks: checks.all)
        verification.held = held
        return verification
    }

    func add(_ other: StorageInspection) {
        checks.add(other.checks)
        held += other.held
    }

    /// Notes a fault, once for a place.
    func fault(
        _ check: WritableKeyPath<StorageChecks, Verification.Check>, at place: String, _ what: String, remedy: String
    ) {
        checks.fault(check, at: place, what, remedy: remedy)
    }

    // MARK: Store

    private func open(wall: Int64) async {
        now = wall
        let database = StateFolder.database(in: state)
        guard files.contains(where: { $0.name == "tacit.sqlite" }) else {
            return fault(
                \.sound, at: prefix + "tacit.sqlite", "is not there",
                remedy: "start `tacit serve`, or name a --state folder")
        }
        do {
            let store = try SQLiteStore(reading: database, keys: source)
            now = try await Report.now(in: store, wall: wall)
            for length in WindowLength.allCases { closedUntil[length] = try await store.closedUntil(length) }
            if let kept = try? await Report.read(from: store, now: wall).retention {
                limits = kept.limits
                (deleted, read) = (kept.record.log, kept.record.readings)
            }
            self.store = store
        } catch {
            let remedy = (error as? StoreError)?.remedy ?? "restore it from a backup"
            fault(\.sound, at: prefix + "tacit.sqlite", "can't be read as a store", remedy: remedy)
        }
        do {
            let (ring, master) = try KeyRingFile(in: state).open(with: source)
            self.ring = ring
            collectKeys(ring, master)
        } catch {
            fault(
                \.envelopes, at: prefix + "keyring.json",
                "can't be used (\(error.code.rawValue)), so nothing that it seals was opened",
                remedy: error.remedy)
        }
    }

    // MARK: Names and modes

    private func lookAtNames() {
        let owner = files.first?.owner
        for file in files {
            let place = file.name.isEmpty ? (prefix.isEmpty ? state : prefix) : prefix + file.name
            checks.known.examined += 1
            checks.modes.examined += 1
            if let unlisted = file.unlisted {
                fault(\.known, at: place, "can't be listed, so nothing in it was looked at", remedy: unlisted.remedy)
            }
            let kind = StoredKind(file)
            if kind == nil {
                fault(
                    \.known, at: place, "is no file of Tacit's",
                    remedy: "find out who put it there; move or delete it")
                if looksLikeKey(file) {
                    fault(
                        \.keys, at: place, "looks like an unwrapped key",
                        remedy: "find out whose it is and what it opens, then delete it")
                }
            }
            let allowed: UInt32 = file.kind == .folder ? 0o700 : 0o600
            // What is neither, such as a link, is no file of Tacit's; `chmod` would change what a link leads to.
            if file.kind != .other, file.mode & ~allowed != 0 {
                fault(
                    \.modes, at: place, "has the mode \(String(file.mode, radix: 8))",
                    remedy: "run `chmod \(String(allowed, radix: 8))` on it"
                        + (kind == .masterKey ? ", and take what it protects for known to others" : ""))
            }
            if file.owner != owner {
                fault(\.modes, at: place, "belongs to another user", remedy: "give it to the folder's owner")
            }
        }
    }

    /// Bytes of a key's length, for one user alone, that no text is.
    private func looksLikeKey(_ file: StoredFile) -> Bool {
        guard file.kind == .file, [16, 24, 32, 48, 64].contains(file.size), let bytes = Files.read(file.path) else {
            return false
        }
        return Set(bytes).count * 2 > bytes.count && !bytes.allSatisfy(PrintableRuns.isPrintable)
    }

    /// To be asked for once the documents are known.
    var texts: TextLook { TextLook(known: known) }
}
