import Foundation
import GRDB
import TacitCatalog
import TacitSeal

/// What running totals need to go on. It is replaced with each window, in the transaction that releases it.
extension SQLiteStore {
    package func steps(of metric: String) async throws -> SealedSteps? {
        try await read { try Self.steps(of: metric, $0) }
    }

    package func open(_ steps: SealedSteps) throws -> [ExactWindow.Cell] {
        guard let cells = try cells(in: steps.envelope, context: steps.context) else {
            throw StoreError(
                .altered, at: "\(path), steps of the running totals of \(steps.metric)",
                remedy: "they don't open with this key, or were altered; the totals begin anew")
        }
        return cells
    }

    package func endedTotals(except metrics: [String: ReleaseTerms]) async throws -> [String] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT metric FROM steps").filter { name in
                guard let terms = try Self.steps(of: name, db)?.terms else { return true }
                return metrics[name]?.goesOn(from: terms) != true
            }
        }
    }

    static func steps(of metric: String, _ db: Database) throws -> SealedSteps? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT steps.*, terms.text FROM steps JOIN terms ON terms.id = steps.terms WHERE metric = ?
                """, arguments: [metric])
        guard let row else { return nil }
        guard let length = WindowLength(rawValue: row["length"]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return SealedSteps(
            metric: metric, window: WindowID(length: length, start: row["start"]), step: row["step"],
            sealedAt: row["sealed_at"], expiresAt: row["expires_at"], terms: try parse(row["text"]),
            envelope: Envelope(wrappedKey: row["key"], box: row["box"]))
    }

    /// Whether the totals of a release follow on what is stored: a window that was drawn from others that were not written
    /// would tell of them what nobody has paid for.
    static func follows(_ release: Release, _ db: Database) throws -> Bool {
        guard let step = release.step, step > 1 else { return true }
        let stored = try steps(of: release.metric, db)
        return stored.map { $0.step == step - 1 && release.terms.goesOn(from: $0.terms) } ?? false
    }

    static func replace(_ steps: SealedSteps, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM steps WHERE metric = ?", arguments: [steps.metric])
        guard let envelope = steps.envelope else {
            // They have ended, and no copy of them is to stay.
            if db.changesCount > 0 { try askForRewriting(db) }
            return
        }
        try db.execute(
            sql: """
                INSERT INTO steps (metric, length, start, step, sealed_at, expires_at, terms, key, box)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                steps.metric, steps.window.length.rawValue, steps.window.start, steps.step, steps.sealedAt,
                steps.expiresAt, try id(of: steps.terms, db), envelope.wrappedKey, envelope.box,
            ])
    }
}
