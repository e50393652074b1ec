import Foundation
import GRDB
import TacitCatalog
import TacitPrivacy
import TacitSeal

/// The ledger inside of one transaction: lines are checked before anything is added to them.
struct LedgerTable {
    private let chain: LedgerChain
    private let db: Database

    init(key: KeyRing, _ db: Database) {
        chain = LedgerChain(key)
        self.db = db
    }

    // MARK: Charging

    /// Adds the charges, all of one window, or refuses all of them.
    func charge(_ charges: [Charge], limits: LedgerLimits, at now: Int64) throws {
        if let refusal = try refusal(of: charges, limits: limits) { throw refusal }
        for charge in charges { try append { LedgerRow(charge, id: $0, at: now) } }
    }

    /// Why the charges, all of one window, don't fit into what is left of it.
    ///
    /// Of windows that ended before an officer's decision nothing is left: nobody knows which of them an altered line was
    /// about.
    func refusal(of charges: [Charge], limits: LedgerLimits) throws -> BudgetRefusal? {
        guard let first = charges.first else { return nil }
        let spent = try spent(in: first.window)
        if let decided = try latestDecision(), first.window.end <= decided {
            return BudgetRefusal(
                scope: .project, window: first.window, limit: limits.budget.limit, price: first.price, left: .zero)
        }
        return limits.refusal(of: charges, after: spent)
    }

    private static let linesWithPrevious = """
        SELECT *, (SELECT seal FROM ledger AS before WHERE before.id < ledger.id ORDER BY id DESC LIMIT 1) AS previous
        FROM ledger
        """

    /// What was charged of a window; its lines must be as they were written, or known to be otherwise.
    private func spent(in window: WindowID) throws -> [Charge] {
        let rows = try Row.fetchAll(
            db, sql: Self.linesWithPrevious + " WHERE length = ? AND start = ? ORDER BY id",
            arguments: [window.length.rawValue, window.start])
        if !rows.allSatisfy(holds) { try check() }
        return rows.compactMap { LedgerRow($0).charge }
    }

    private func holds(_ row: Row) -> Bool {
        chain.holds(LedgerRow(row), after: (row["previous"] as Data?).map(Array.init) ?? [])
    }

    /// When an officer last decided that spending goes on.
    private func latestDecision() throws -> Int64? {
        try Row.fetchAll(db, sql: Self.linesWithPrevious + " WHERE kind = 'decision'").filter(holds)
            .map { LedgerRow($0).chargedAt }.max()
    }

    private func append(_ make: (_ id: Int64) -> LedgerRow) throws {
        let seal = try Data.fetchOne(db, sql: "SELECT seal FROM ledger ORDER BY id DESC LIMIT 1")
        let last = try lastLine()
        guard last < .max else { throw LedgerAlteration(line: last).asStoreError }
        var row = make(last + 1)
        row.seal = chain.seal(row, after: seal.map(Array.init) ?? [])
        try row.insert(db)
        try setHead(line: row.id, seal: row.seal)
    }

    // MARK: The end of the ledger

    /// Writes down, under the key, which line is the last: lines that are cut off later are missed.
    func setHead(line: Int64, seal: [UInt8]) throws {
        try db.execute(
            sql: "INSERT INTO ledger_head (id, line, code) VALUES (1, ?, ?) "
                + "ON CONFLICT (id) DO UPDATE SET line = excluded.line, code = excluded.code",
            arguments: [line, Data(chain.head(line: line, seal: seal))])
    }

    private func head() throws -> (line: Int64, code: [UInt8])? {
        try Row.fetchOne(db, sql: "SELECT line, code FROM ledger_head").map { ($0["line"], Array($0["code"] as Data)) }
    }

    /// The number of the last line that was ever written, also if it is gone.
    private func lastLine() throws -> Int64 {
        let sequence = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'ledger'") ?? 0
        return max(sequence, try head()?.line ?? 0)
    }

    // MARK: Checking

    /// Reads every line; throws where one is not as it was written and no officer has decided about it.
    func check() throws {
        if let alteration = try alterations().first(where: { !$0.isDecided }) { throw alteration.asStoreError }
    }

    /// Every line that is not as it was written, or before which others are gone.
    func alterations() throws -> [LedgerAlteration] {
        var found: [LedgerAlteration] = []
        var decided: Set<[UInt8]> = []
        var previous: [UInt8] = []
        var expected: Int64 = 1
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM ledger ORDER BY id")
        while let row = try rows.next() {
            let line = LedgerRow(row)
            let holds = chain.holds(line, after: previous)
            if holds, line.kind == "decision", let fingerprint = line.fingerprint { decided.insert(fingerprint) }
            let fingerprint = holds ? [] : chain.fingerprint(of: line)
            if line.id != expected {
                // The line behind a gap can't be told from one that was altered: both are one fault.
                let gap = chain.gap(after: previous, to: line.id) + fingerprint
                found.append(LedgerAlteration(line: line.id &- 1, isMissing: true, fingerprint: gap))
            } else if !holds {
                found.append(LedgerAlteration(line: line.id, isMissing: false, fingerprint: fingerprint))
            }
            previous = line.seal
            expected = line.id &+ 1
        }
        let last = try lastLine()
        let head = try head()
        if last >= expected {
            found.append(
                LedgerAlteration(line: last, isMissing: true, fingerprint: chain.gap(after: previous, to: last &+ 1)))
        } else if head.map({ $0.code != chain.head(line: last, seal: previous) }) ?? true {
            found.append(
                LedgerAlteration(line: expected, isMissing: true, fingerprint: chain.gap(after: previous, to: .max)))
        }
        for index in found.indices { found[index].isDecided = decided.contains(found[index].fingerprint) }
        return found
    }

    /// Writes down that an alteration is known, so that spending may go on.
    func decide(on line: Int64, reason: String, at now: Int64) throws {
        guard let known = try alterations().first(where: { $0.line == line && !$0.isDecided }) else {
            throw StoreError(
                .failed, at: "ledger, line \(line)",
                remedy: "this line needs no decision; `tacit budget` names those that do")
        }
        try append {
            LedgerRow(
                id: $0, kind: "decision", metric: "", category: "", length: "", start: 0, unit: "",
                epsilonMillionths: 0, deltaUnits: 0, rhoUnits: 0, chargedAt: now, note: reason, subject: line,
                fingerprint: known.fingerprint)
        }
    }
}

/// A line of the ledger that is not as it was written, or that is gone.
package struct LedgerAlteration: Sendable, Equatable {
    package let line: Int64
    /// The line is gone, and perhaps those before it.
    package let isMissing: Bool
    /// An officer has decided that spending goes on. The windows that had ended by then are spent all the same.
    package var isDecided = false
    let fingerprint: [UInt8]

    init(line: Int64, isMissing: Bool = false, fingerprint: [UInt8] = []) {
        self.line = line
        self.isMissing = isMissing
        self.fingerprint = fingerprint
    }

    package var asStoreError: StoreError {
        StoreError(
            .ledgerAltered, at: "ledger, line \(line)",
            remedy: (isMissing
                ? "it is gone" : "it is not as it was written, or master.key is another than it was written with")
                + "; nothing more is spent until an officer has looked and run "
                + "`tacit budget accept \(line) --reason …`")
    }
}
