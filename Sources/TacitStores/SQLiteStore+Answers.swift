import Foundation
import GRDB
package import TacitCatalog
package import TacitPrivacy
package import TacitSeal

extension SQLiteStore {
    // MARK: Exact figures

    package func seal(_ bytes: inout [UInt8], context: String) throws -> Envelope {
        try Envelope(sealing: &bytes, context: context, with: ownKey)
    }

    /// The cells in an envelope; `nil` where it does not open.
    func cells(in envelope: Envelope?, context: String) throws -> [ExactWindow.Cell]? {
        let key = try ownKey
        return try? envelope?.open(context: context, with: key) { ExactBytes.cells(in: $0) } ?? nil
    }

    static func insert(_ sealed: SealedWindow, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO exact (metric, length, start, observed_from, sealed_at, expires_at, unit, terms, key, box)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [
                sealed.metric, sealed.window.length.rawValue, sealed.window.start, sealed.observedFrom,
                sealed.sealedAt, sealed.expiresAt, sealed.unit.rawValue, try id(of: sealed.terms, db),
                sealed.envelope?.wrappedKey, sealed.envelope?.box,
            ])
    }

    package func sealedWindows(
        of metric: String, _ length: WindowLength, in range: Range<Int64>
    ) async throws -> [SealedWindow] {
        try await read { db in
            let terms = try Self.terms(db)
            return try Row.fetchAll(
                db,
                sql: "SELECT * FROM exact WHERE metric = ? AND length = ? AND start >= ? AND start < ? ORDER BY start",
                arguments: [metric, length.rawValue, range.lowerBound, range.upperBound]
            ).map { try Self.sealedWindow($0, terms) }
        }
    }

    /// All windows whose exact figures are kept, without the figures.
    static func sealedWindows(_ db: Database) throws -> [SealedWindow] {
        let terms = try terms(db)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT metric, length, start, observed_from, sealed_at, expires_at, unit, terms, key, x'' AS box FROM exact
                """
        ).map { try sealedWindow($0, terms) }
    }

    private static func sealedWindow(_ row: Row, _ terms: [Int64: ReleaseTerms]) throws -> SealedWindow {
        guard let unit = ContributorUnit(rawValue: row["unit"]), let length = WindowLength(rawValue: row["length"]),
            let terms = terms[row["terms"]]
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return SealedWindow(
            metric: row["metric"], window: WindowID(length: length, start: row["start"]),
            observedFrom: row["observed_from"], sealedAt: row["sealed_at"], expiresAt: row["expires_at"], unit: unit,
            terms: terms, envelope: Envelope(wrappedKey: row["key"], box: row["box"]))
    }

    package func open(_ sealed: SealedWindow) throws -> ExactWindow {
        guard let cells = try cells(in: sealed.envelope, context: sealed.context) else {
            throw StoreError(
                .altered, at: "\(path), exact figures of \(sealed.metric), window \(sealed.window.start)",
                remedy: "they don't open with this key, or were altered; ask about other windows")
        }
        return ExactWindow(
            window: sealed.window, observedFrom: sealed.observedFrom, unit: sealed.unit, terms: sealed.terms,
            cells: cells)
    }

    // MARK: Answers

    package func answer(to question: String, partner: String?, price: PrivacySpend) async throws -> Answer? {
        try await read { try Self.answer(to: question, partner, price, $0) }
    }

    package func answer(
        _ charges: [Charge], limits: LedgerLimits, at now: Int64, draw: @escaping @Sendable () throws -> Answer
    ) async throws -> Answer {
        let key = try ownKey
        return try await write { db in
            if let charge = charges.first, let question = charge.question,
                let known = try Self.answer(to: question, charge.partner, charge.price, db)
            {
                return known
            }
            let ledger = LedgerTable(key: key, db)
            try ledger.check()
            for charge in charges { try ledger.charge([charge], limits: limits, at: now) }
            let answer = try draw()
            try Self.insert(answer, db)
            return answer
        }
    }

    package func answers() async throws -> [Answer] {
        try await read { db in
            let terms = try Self.terms(db)
            return try Row.fetchAll(db, sql: "SELECT * FROM answer ORDER BY id").map { try Self.answer($0, terms) }
        }
    }

    private static func answer(
        to question: String, _ partner: String?, _ price: PrivacySpend, _ db: Database
    ) throws -> Answer? {
        // The most exact one that this price or a higher one has paid for.
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT * FROM answer WHERE question = ? AND partner IS ? AND epsilon_millionths >= ?
                ORDER BY epsilon_millionths DESC, id LIMIT 1
                """, arguments: [question, partner, price.epsilonMillionths])
        return try row.map { try answer($0, terms(db)) }
    }

    private static func answer(_ row: Row, _ terms: [Int64: ReleaseTerms]) throws -> Answer {
        guard let unit = ContributorUnit(rawValue: row["unit"]), let length = WindowLength(rawValue: row["length"]),
            let terms = terms[row["terms"]]
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        let starts: [Int64] = try parse(row["starts"])
        let cells: [StoredCell] = try parse(row["cells"])
        return Answer(
            question: row["question"], metric: row["metric"], partner: row["partner"], answeredAt: row["answered_at"],
            expiresAt: row["expires_at"], unit: unit, windows: starts.map { WindowID(length: length, start: $0) },
            price: try PrivacySpend(epsilonMillionths: row["epsilon_millionths"], deltaUnits: row["delta_units"]),
            terms: terms,
            cells: cells.map { ReleasedCell(labels: $0.labels, contributors: $0.contributors, figures: $0.figures) })
    }

    private static func insert(_ answer: Answer, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO answer (question, partner, metric, answered_at, expires_at, unit, length, starts,
                    epsilon_millionths, delta_units, terms, cells)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                answer.question, answer.partner, answer.metric, answer.answeredAt, answer.expiresAt,
                answer.unit.rawValue, answer.windows.first?.length.rawValue ?? "",
                try json(answer.windows.map(\.start)),
                answer.price.epsilonMillionths, answer.price.deltaUnits, try id(of: answer.terms, db),
                try json(
                    answer.cells.map {
                        StoredCell(labels: $0.labels, contributors: $0.contributors, figures: $0.figures)
                    }),
            ])
    }

    private struct StoredCell: Codable {
        let labels: [String]
        let contributors: Int64
        let figures: [Int64]
    }
}
