import Foundation
import GRDB
package import TacitCatalog
package import TacitKeys
import TacitPrivacy
package import TacitSeal

/// The embedded engine: one SQLite file in write-ahead mode.
///
/// Deleted rows are overwritten (`secure_delete`), ``overwrite()`` leaves nothing of them in the file, and every commit is on the
/// disk before it is reported.
package final class SQLiteStore: ReleaseStore {
    let database: any DatabaseReader
    let path: String
    /// Where the store is only looked at there may be no key to be had: then exact figures stay closed and the ledger's seals
    /// can't be checked.
    private let ring: OpenedRing
    /// A purge before which nothing more is written here; `nil` where it is none of this one's.
    private let order: PurgeOrder?

    /// Who writes to a store, as a purge of the files sees it that was ordered: see ``PurgeOrder``.
    package enum Writer: Sendable {
        /// May have something in memory from before, and writes nothing until that is gone.
        case collector
        /// Begins now, and has read nothing yet. A purge that is under way, or is ordered from now on, stops it; one that has been
        /// done on the files does not.
        case command
        /// The purge itself.
        case purge
    }

    /// Opens the store to write to it, and brings its schema up to date. Its key ring lies beside it, and is made with it.
    ///
    /// - Parameters:
    ///   - source: where the ring's master key comes from; `master.key` beside the store where nothing is said.
    package init(
        path: String, keys source: KeySource? = nil, as writer: Writer = .collector
    ) throws(StoreError) {
        self.path = path
        let order = PurgeOrder(beside: path)
        self.order =
            switch writer {
            case .collector: order
            case .command: order.isOfOthers ? nil : order
            case .purge: nil
            }
        let folder = Self.folder(of: path)
        let file = KeyRingFile(in: folder)
        let source = source ?? .standard(in: folder)
        let isNew = !FileManager.default.fileExists(atPath: path)
        guard !isNew || !file.exists else {
            throw StoreError(
                .key, at: file.path,
                remedy: "it belongs to a store that is gone: restore \(path) from a backup, or delete it to begin anew"
            )
        }
        let (pool, begins) = try Self.translating(path) { try Self.migrated(path, isNew: isNew) }
        database = pool
        do {
            let now = Int64(Date().timeIntervalSince1970)
            let opened = begins ? try file.create(with: source, at: now) : try file.open(with: source).ring
            ring = OpenedRing(file, source, opened)
        } catch {
            throw StoreError(error)
        }
        guard begins else { return }
        let key = try ownKey
        try Self.translating(path) {
            try pool.write { db in
                // Two may open a new store at once: one of them begins its ledger.
                guard try Self.isEmpty("ledger_head", db) else { return }
                try LedgerTable(key: key, db).setHead(line: 0, seal: [])
            }
        }
    }

    /// The database with its tables, and whether its ledger is still to begin: it has just got one, or nothing ever closed.
    private static func migrated(_ path: String, isNew: Bool) throws -> (DatabasePool, begins: Bool) {
        // Before SQLite opens it: its other files get the mode that this one has then.
        if isNew {
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let pool = try DatabasePool(path: path, configuration: configuration(readOnly: false))
        if try pool.read(SQLiteSchema.migrator.hasBeenSuperseded) {
            throw StoreError(.newer, at: path, remedy: "use the version of tacit that wrote it, or a later one")
        }
        let hadLedger = try pool.read { try SQLiteSchema.migrator.appliedIdentifiers($0).contains("3") }
        let needsRewriting = try pool.read(needsRewriting)
        try SQLiteSchema.migrator.migrate(pool)
        // What a migration makes has a version of the schema too.
        if needsRewriting { try pool.write(askForRewriting) }
        let isUntouched = try pool.read { db in
            try ["ledger_head", "ledger", "closed", "release"].allSatisfy { try isEmpty($0, db) }
        }
        return (pool, !hadLedger || isUntouched)
    }

    private static func isEmpty(_ table: String, _ db: Database) throws -> Bool {
        try Row.fetchOne(db, sql: "SELECT 1 FROM \(table) LIMIT 1") == nil
    }

    /// Opens a store that is there to write to it, with a ring that is open already.
    package init(path: String, ring opened: KeyRing) throws(StoreError) {
        self.path = path
        order = nil
        let folder = Self.folder(of: path)
        ring = OpenedRing(KeyRingFile(in: folder), .standard(in: folder), opened)
        database = try Self.translating(path) { try Self.migrated(path, isNew: false).0 }
    }

    /// Opens the store to look at it, also while a collector is writing to it. Its key ring is opened where it is needed.
    package init(reading path: String, keys source: KeySource? = nil) throws(StoreError) {
        self.path = path
        order = nil
        let folder = Self.folder(of: path)
        ring = OpenedRing(KeyRingFile(in: folder), source ?? .standard(in: folder))
        do {
            _ = try FileManager.default.attributesOfItem(atPath: path)
        } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
            throw StoreError(
                .unreadable, at: path,
                remedy: "nothing is held there yet; start `tacit serve`, or name a --state folder")
        } catch {
            throw StoreError(.unreadable, at: path, remedy: "check the owner and mode of the folder and its files")
        }
        database = try Self.translating(path) {
            let queue = try DatabaseQueue(path: path, configuration: Self.configuration(readOnly: true))
            if try queue.read(SQLiteSchema.migrator.hasBeenSuperseded) {
                throw StoreError(.newer, at: path, remedy: "use the version of tacit that wrote it, or a later one")
            }
            return queue
        }
    }

    private static func folder(of path: String) -> String { (path as NSString).deletingLastPathComponent }

    /// The store's key ring, without which the ledger can't be read.
    package var ownKey: KeyRing {
        get throws(StoreError) {
            do { return try ring.ring() } catch { throw StoreError(error) }
        }
    }

    /// Brings all into the one file, and gives it up.
    package func close() throws(StoreError) { try Self.translating(path) { try database.close() } }

    private static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            guard !readOnly else { return }
            // What is rewritten lies in memory meanwhile: nothing is written outside of the folder.
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
            #if DEBUG
                if SkippedStep.secureDelete.isSkipped { try db.execute(sql: "PRAGMA secure_delete = OFF") }
            #endif
        }
        return configuration
    }

    // MARK: Releases

    package func closedUntil(_ length: WindowLength) async throws -> Int64? {
        try await read { db in
            try Int64.fetchOne(db, sql: "SELECT until FROM closed WHERE length = ?", arguments: [length.rawValue])
        }
    }

    package func commit(_ closed: ClosedWindow, limits: LedgerLimits, at now: Int64) async throws {
        let key = try ownKey
        try await write { db in
            let new = try closed.releases.filter { try !Self.isReleased($0, db) && Self.follows($0, db) }
            let charges = try new.compactMap { try Charge($0, category: limits.category(of: $0.metric)) }
            // The ledger's lines come first: what the budget does not cover is not written.
            try LedgerTable(key: key, db).charge(charges, limits: limits, at: now)
            for release in new { try Self.insert(release, db) }
            for sealed in closed.sealed { try Self.insert(sealed, db) }
            let written = Set(new.map(\.metric))
            for steps in closed.steps where written.contains(steps.metric) { try Self.replace(steps, db) }
            try db.execute(
                sql: """
                    INSERT INTO closed (length, until) VALUES (?, ?)
                    ON CONFLICT (length) DO UPDATE SET until = max(until, excluded.until)
                    """,
                arguments: [closed.id.length.rawValue, closed.id.end])
        }
    }

    /// The ledger says so: it stays when the release has expired.
    private static func isReleased(_ release: Release, _ db: Database) throws -> Bool {
        let arguments: StatementArguments = [release.metric, release.window.length.rawValue, release.window.start]
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM release WHERE metric = ? AND length = ? AND start = ?)
                    OR EXISTS (SELECT 1 FROM ledger WHERE metric = ? AND length = ? AND start = ? AND kind = 'release')
                """,
            arguments: arguments + arguments) ?? false
    }

    private static func insert(_ release: Release, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO release (metric, length, start, observed_from, released_at, expires_at, unit, terms, step)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                release.metric, release.window.length.rawValue, release.window.start, release.observedFrom,
                release.releasedAt, release.expiresAt, release.unit.rawValue, try id(of: release.terms, db),
                release.step,
            ])
        let id = db.lastInsertedRowID
        let statement = try db.cachedStatement(
            sql: "INSERT INTO cell (release, position, labels, contributors, figures) VALUES (?, ?, ?, ?, ?)")
        for (position, cell) in release.cells.enumerated() {
            try statement.execute(arguments: [
                id, position, try json(cell.labels), cell.contributors,
                cell.figures.map(String.init).joined(separator: ","),
            ])
        }
    }

    /// Terms are the same for many windows, so they are stored once.
    static func id(of terms: ReleaseTerms, _ db: Database) throws -> Int64? {
        let text = try json(terms)
        try db.execute(sql: "INSERT INTO terms (text) VALUES (?) ON CONFLICT DO NOTHING", arguments: [text])
        return try Int64.fetchOne(db, sql: "SELECT id FROM terms WHERE text = ?", arguments: [text])
    }

    package func releases(of length: WindowLength, from: Int64) async throws -> [Release] {
        try await read { db in
            let cells = try Self.cells(of: length, from: from, db)
            let terms = try Self.terms(db)
            return try Row.fetchAll(
                db, sql: "SELECT * FROM release WHERE length = ? AND start >= ? ORDER BY start, metric",
                arguments: [length.rawValue, from]
            ).map { row in
                guard let unit = ContributorUnit(rawValue: row["unit"]), let terms = terms[row["terms"]] else {
                    throw DatabaseError(resultCode: .SQLITE_CORRUPT)
                }
                let id: Int64 = row["id"]
                return Release(
                    metric: row["metric"], window: WindowID(length: length, start: row["start"]),
                    observedFrom: row["observed_from"], releasedAt: row["released_at"], expiresAt: row["expires_at"],
                    unit: unit, terms: terms, cells: cells[id] ?? [], step: row["step"])
            }
        }
    }

    static func terms(_ db: Database) throws -> [Int64: ReleaseTerms] {
        var terms: [Int64: ReleaseTerms] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT id, text FROM terms") { terms[row["id"]] = try parse(row["text"]) }
        return terms
    }

    private static func cells(
        of length: WindowLength, from: Int64, _ db: Database
    ) throws -> [Int64: [ReleasedCell]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT cell.* FROM cell JOIN release ON release.id = cell.release
                WHERE release.length = ? AND release.start >= ? ORDER BY release, position
                """,
            arguments: [length.rawValue, from])
        // One array for all: a decoder for each cell would cost more than all else that `tacit status` does.
        let labels: [[String]] = try parse("[" + rows.map { $0["labels"] as String }.joined(separator: ",") + "]")
        var cells: [Int64: [ReleasedCell]] = [:]
        for (row, labels) in zip(rows, labels) {
            let figures: String = row["figures"]
            let cell = ReleasedCell(
                labels: labels, contributors: row["contributors"],
                figures: figures.split(separator: ",").compactMap { Int64($0) })
            cells[row["release"], default: []].append(cell)
        }
        return cells
    }

    package func latestRelease() async throws -> Int64? {
        try await read { try Int64.fetchOne($0, sql: "SELECT max(released_at) FROM release") }
    }

    // MARK: Intake

    package func add(_ counts: [IntakeCount]) async throws {
        try await write { db in
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO intake (day, signal, rule, count) VALUES (?, ?, ?, ?)
                    ON CONFLICT (day, signal, rule) DO UPDATE SET count = count + excluded.count
                    """)
            for count in counts {
                try statement.execute(arguments: [count.day, count.signal, count.rule, count.count])
            }
        }
    }

    package func intake(from day: Int64) async throws -> [IntakeCount] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM intake WHERE day >= ? ORDER BY day, signal, rule", arguments: [day]
            ).map { IntakeCount(day: $0["day"], signal: $0["signal"], rule: $0["rule"], count: $0["count"]) }
        }
    }

    // MARK: What is held

    package func holdings(_ limits: RetentionLimits) async throws -> [StoreHolding] {
        try await read { db in
            let releases = try Row.fetchOne(db, sql: "SELECT count(*), min(released_at), min(expires_at) FROM release")
            let ledger = try Row.fetchOne(db, sql: "SELECT count(*), min(charged_at) FROM ledger")
            let exact = try Row.fetchOne(db, sql: "SELECT count(*), min(sealed_at), min(expires_at) FROM exact")
            let steps = try Row.fetchOne(db, sql: "SELECT count(*), min(sealed_at), min(expires_at) FROM steps")
            let answers = try Row.fetchOne(db, sql: "SELECT count(*), min(answered_at), min(expires_at) FROM answer")
            let counters = try Row.fetchOne(db, sql: "SELECT count(*), min(day) FROM intake")
            let oldestCounter: Int64? = counters?[1]
            return [
                StoreHolding(
                    kind: .releases, count: releases?[0] ?? 0, oldest: releases?[1], expires: releases?[2]),
                StoreHolding(kind: .ledger, count: ledger?[0] ?? 0, oldest: ledger?[1], expires: nil),
                StoreHolding(
                    kind: .counters, count: counters?[0] ?? 0, oldest: oldestCounter,
                    expires: oldestCounter.map { $0 + limits.operational.seconds }),
                StoreHolding(kind: .exact, count: exact?[0] ?? 0, oldest: exact?[1], expires: exact?[2]),
                StoreHolding(kind: .steps, count: steps?[0] ?? 0, oldest: steps?[1], expires: steps?[2]),
                StoreHolding(kind: .answers, count: answers?[0] ?? 0, oldest: answers?[1], expires: answers?[2]),
            ]
        }
    }

    package func document(_ name: String) async throws -> String? {
        try await read { try String.fetchOne($0, sql: "SELECT text FROM document WHERE name = ?", arguments: [name]) }
    }

    package func sealedDocument(_ name: String) async throws -> String? {
        let key = try ownKey
        let place = "\(path), document \(name)"
        return try await read { db in
            let row = try Row.fetchOne(db, sql: "SELECT text, code FROM document WHERE name = ?", arguments: [name])
            guard let row else { return nil }
            let text: String = row["text"]
            guard (row["code"] as Data?).map(Array.init) == Self.code(of: name, text, key) else {
                throw StoreError(
                    .altered, at: place,
                    remedy: "it is not as the collector wrote it; find out who could write to the store, then start "
                        + "`tacit serve`, which writes it anew")
            }
            return text
        }
    }

    package func setDocument(_ name: String, to text: String) async throws {
        let key = try ownKey
        try await write { try Self.set(name, to: text, key, $0) }
    }

    static func set(_ name: String, to text: String, _ key: KeyRing, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO document (name, text, code) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET text = excluded.text, code = excluded.code
                """,
            arguments: [name, text, Data(code(of: name, text, key))])
    }

    private static func code(of name: String, _ text: String, _ key: KeyRing) -> [UInt8] {
        key.codes(for: .documents).code(of: Array("\(name)\n\(text)".utf8))
    }

    // MARK: Access

    func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        do {
            return try await database.read(body)
        } catch {
            throw Self.translated(error, path)
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        guard let writer = database as? DatabasePool else {
            throw StoreError(.unwritable, at: path, remedy: "it was opened to be read; open it as the collector does")
        }
        do {
            return try await writer.write { [order] db in
                // Within the transaction: either the purge finds what it writes, or it finds the order.
                if let order, order.isGiven { throw StoreError(ordered: order) }
                return try body(db)
            }
        } catch {
            throw Self.translated(error, path)
        }
    }

    /// Works on the file as a whole, outside of transactions; `nil` where others hold it just now.
    func maintain<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T? {
        guard let pool = database as? DatabasePool else { return nil }
        do {
            return try await pool.writeWithoutTransaction(body)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        {
            return nil
        } catch {
            throw Self.translate(error, path)
        }
    }

    /// Neither a refusal nor a task that was cancelled is a fault of the store.
    private static func translated(_ error: any Error, _ path: String) -> any Error {
        error is BudgetRefusal || error is CancellationError ? error : translate(error, path)
    }

    static func translating<T>(_ path: String, _ body: () throws -> T) throws(StoreError) -> T {
        do { return try body() } catch { throw translate(error, path) }
    }

    /// SQLite's messages may quote what was written, so none of them is passed on.
    private static func translate(_ error: any Error, _ path: String) -> StoreError {
        if let error = error as? StoreError { return error }
        guard let error = error as? DatabaseError else {
            return StoreError(.failed, at: path, remedy: "see whether the folder is complete and readable")
        }
        return switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR:
            StoreError(.full, at: path, remedy: "free some disk space; it recovers by itself")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            StoreError(.unreadable, at: path, remedy: "check the owner and mode of the folder and its files")
        case .SQLITE_READONLY:
            StoreError(.unwritable, at: path, remedy: "check the owner and mode of the folder and its files")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            StoreError(.unreadable, at: path, remedy: "the file is damaged; restore it from a backup, or move it away")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            StoreError(.busy, at: path, remedy: "others are writing to it; try again")
        default:
            StoreError(.failed, at: path, remedy: "SQLite answered \(error.resultCode.rawValue); try again")
        }
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

func parse<T: Decodable>(_ text: String) throws -> T {
    try JSONDecoder().decode(T.self, from: Data(text.utf8))
}
