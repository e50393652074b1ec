import Foundation
import GRDB
import TacitCatalog
import TacitSeal

/// What goes, and that nothing of it stays in a file.
extension SQLiteStore {
    /// Rows of one transaction: others wait for no more than that.
    static let rowsAtOnce = 4096

    /// Removes what nobody certifies.
    @discardableResult
    package func remove(_ removal: Removal) async throws -> [Deletion] {
        let outcome = await remove(removal, noting: nil)
        if let fault = outcome.fault { throw fault }
        return outcome.removed
    }

    package func remove(_ removal: Removal, noting note: Removal.Note?) async -> Removal.Outcome {
        var tally = RemovalTally(limits: removal.limits)
        var fault: (any Error)?
        do {
            let key = try ownKey
            for kind in Deletion.Kind.allCases {
                for condition in removal.conditions(for: kind) {
                    while let after = try await removeSlice(of: kind, condition, after: tally, note, key) {
                        tally = after
                        #if DEBUG
                            // They would be found again and again.
                            if SkippedStep.rows.isSkipped { break }
                        #endif
                    }
                }
            }
            if !tally.isEmpty { try await write(Self.removeUnusedTerms) }
        } catch let error {
            fault = error
        }
        return Removal.Outcome(removed: tally.deletions, fault: fault)
    }

    /// One transaction. What it removes is noted with the removal itself, so that neither a crash nor a fault forgets it.
    ///
    /// - Parameter before: what the removal has removed by then.
    /// - Returns: the same with this slice; `nil` where nothing was left.
    private func removeSlice(
        of kind: Deletion.Kind, _ condition: Removal.Condition, after before: RemovalTally, _ note: Removal.Note?,
        _ key: KeyRing
    ) async throws -> RemovalTally? {
        try await write { db in
            let removed = try Self.remove(kind, where: condition, db)
            guard !removed.isEmpty else { return nil }
            try Self.askForRewriting(db)
            var tally = before
            tally.add(removed, of: kind)
            if let note { try Self.set(note.document, to: try note.text(tally.deletions), key, db) }
            return tally
        }
    }

    /// Rewrites the file without what was removed, and empties the write-ahead log.
    ///
    /// Overwriting (`secure_delete`) is not enough: where SQLite moves rows between pages, copies of them stay in the room that
    /// becomes free, and are not overwritten when the rows are removed. Who writes waits for as long as this takes; what comes in is
    /// added up in memory meanwhile.
    ///
    /// - Returns: `false` where a reader held the log back: then it is to be done again, and costs little.
    package func overwrite() async throws -> Bool {
        let isDone = try await maintain { db in
            if try Self.needsRewriting(db) { try Self.rewrite(db) }
            #if DEBUG
                if SkippedStep.logCut.isSkipped { return true }
            #endif
            return try db.checkpoint(.truncate).walFrameCount == 0
        }
        forgetPages()
        return isDone ?? false
    }

    /// Gives back the pages that connections hold in memory: those of one that nobody reads over would stay as they were.
    private func forgetPages() {
        #if DEBUG
            if SkippedStep.pageCache.isSkipped { return }
        #endif
        (database as? DatabasePool)?.releaseMemoryEventually()
    }

    private static func rewrite(_ db: Database) throws {
        #if DEBUG
            if SkippedStep.vacuum.isSkipped { return }
        #endif
        try db.execute(sql: "VACUUM")
    }

    /// Whether the file may hold copies of rows that were removed.
    ///
    /// Its own version says which version of the schema it has when they are gone: rewriting it is what makes that one higher, and
    /// nothing else does while a store is open. Whoever reads the file sees so whether it was done.
    static func needsRewriting(_ db: Database) throws -> Bool {
        let wanted = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        return try wanted > Int32.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
    }

    static func askForRewriting(_ db: Database) throws {
        let version = try Int32.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
        try db.execute(sql: "PRAGMA user_version = \(version &+ 1)")
    }

    private static func removeUnusedTerms(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM terms WHERE id NOT IN
                    (SELECT terms FROM release UNION SELECT terms FROM exact UNION SELECT terms FROM answer
                        UNION SELECT terms FROM steps)
                """)
    }

    // MARK: Rows

    /// A row that was removed.
    struct RemovedRow: Sendable {
        var metric: String?
        var length: WindowLength?
        var time: Int64
        /// As it lay wrapped.
        var key: Data?
    }

    /// Removes some of the rows that a condition is about; none where there are none left.
    private static func remove(
        _ kind: Deletion.Kind, where condition: Removal.Condition, _ db: Database
    ) throws -> [RemovedRow] {
        switch kind {
        // None of these is ever in a store.
        case .sessions, .windows, .detail: []
        case .releases: try removeReleases(condition, db)
        case .exact: try removeSealed("exact", condition, db)
        case .totals: try removeSealed("steps", condition, db)
        case .answers:
            try removeRows(
                "SELECT id, metric, NULL AS length, answered_at AS time FROM answer", condition,
                "DELETE FROM answer WHERE id = :id", db)
        case .counters:
            try removeRows(
                "SELECT day, signal, rule, NULL AS metric, NULL AS length, day AS time FROM intake", condition,
                "DELETE FROM intake WHERE day = :day AND signal = :signal AND rule = :rule", db)
        }
    }

    /// A release goes as a whole: one without its cells would be read as one in which nothing reached its threshold.
    private static func removeReleases(_ condition: Removal.Condition, _ db: Database) throws -> [RemovedRow] {
        var removed: [RemovedRow] = []
        var rows = 0
        let found = try Row.fetchAll(
            db,
            sql: """
                SELECT id, metric, length, start AS time,
                    (SELECT count(*) FROM cell WHERE cell.release = release.id) AS cells
                FROM release WHERE \(condition.sql) ORDER BY id LIMIT 512
                """,
            arguments: condition.arguments)
        for row in found where removed.isEmpty || rows < rowsAtOnce {
            try delete("DELETE FROM release WHERE id = ?", [row["id"] as Int64], db)
            removed.append(RemovedRow(row))
            rows += 1 + (row["cells"] as Int)
        }
        return removed
    }

    /// Destroys the wrapped keys first: what they open is of no use from then on, wherever a copy of it lies.
    private static func removeSealed(
        _ table: String, _ condition: Removal.Condition, _ db: Database
    ) throws -> [RemovedRow] {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT metric, length, start AS time, key FROM \(table) WHERE \(condition.sql) LIMIT 256",
            arguments: condition.arguments)
        for row in rows {
            let arguments: StatementArguments = [
                row["metric"] as String, row["length"] as String, row["time"] as Int64,
            ]
            let isThis = "metric = ? AND length = ? AND start = ?"
            try overwriteKey(of: table, where: isThis, arguments, db)
            try delete("DELETE FROM \(table) WHERE \(isThis)", arguments, db)
        }
        return rows.map { row in
            var removed = RemovedRow(row)
            removed.key = row["key"]
            return removed
        }
    }

    private static func removeRows(
        _ selection: String, _ condition: Removal.Condition, _ deletion: String, _ db: Database
    ) throws -> [RemovedRow] {
        let rows = try Row.fetchAll(
            db, sql: "\(selection) WHERE \(condition.sql) LIMIT \(rowsAtOnce)", arguments: condition.arguments)
        for row in rows {
            let names = row.columnNames.filter { deletion.contains(":\($0)") }
            let values = Dictionary(
                uniqueKeysWithValues: names.map { ($0, row[$0] as (any DatabaseValueConvertible)?) })
            try delete(deletion, StatementArguments(values), db)
        }
        return rows.map(RemovedRow.init)
    }

    private static func overwriteKey(
        of table: String, where condition: String, _ arguments: StatementArguments, _ db: Database
    ) throws {
        #if DEBUG
            if SkippedStep.keyOverwrite.isSkipped { return }
        #endif
        try db.execute(
            sql: "UPDATE \(table) SET key = zeroblob(length(key)) WHERE \(condition)", arguments: arguments)
    }

    private static func delete(_ statement: String, _ arguments: StatementArguments, _ db: Database) throws {
        #if DEBUG
            if SkippedStep.rows.isSkipped { return }
        #endif
        try db.execute(sql: statement, arguments: arguments)
    }
}

extension SQLiteStore.RemovedRow {
    init(_ row: Row) {
        self.init(
            metric: row["metric"], length: (row["length"] as String?).flatMap(WindowLength.init(rawValue:)),
            time: row["time"], key: nil)
    }
}
