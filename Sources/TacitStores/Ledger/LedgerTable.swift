import Foundation
import GRDB
import TacitCatalog
import TacitPrivacy

/// The ledger inside of one transaction: lines are checked before anything is added to them.
struct LedgerTable {
    let chain: LedgerChain
    let db: Database

    // MARK: Charging

    /// Adds the charges, all of one window, or refuses all of them.
    func charge(_ charges: [Charge], limits: LedgerLimits, at now: Int64) throws {
        if let refusal = try refusal(of: charges, limits: limits) { throw refusal }
        for charge in charges { try append { LedgerRow(charge, id: $0, at: now) } }
    }

    /// Why the charges, all of one window, don't fit into what is left of it.
    func refusal(of charges: [Charge], limits: LedgerLimits) throws -> BudgetRefusal? {
        guard let window = charges.first?.window else { return nil }
        return limits.refusal(of: charges, after: try spent(in: window))
    }

    /// What was charged of a window; its lines must be as they were written.
    ///
    /// A window of which a line was altered is spent, whatever an officer has decided since.
    private func spent(in window: WindowID) throws -> [Charge] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT *, (SELECT seal FROM ledger AS before WHERE before.id < ledger.id ORDER BY id DESC LIMIT 1) AS previous
                FROM ledger WHERE length = ? AND start = ? ORDER BY id
                """, arguments: [window.length.rawValue, window.start])
        var charges: [Charge] = []
        var altered: LedgerRow?
        for row in rows {
            let line = LedgerRow(row)
            guard chain.holds(line, after: (row["previous"] as Data?).map(Array.init) ?? []) else {
                altered = altered ?? line
                continue
            }
            if line.kind == "decision" { throw exhausted(window, by: line.subject ?? 0) }
            if let charge = line.charge { charges.append(charge) }
        }
        if let altered { throw LedgerAlteration(line: altered.id).asStoreError }
        return charges
    }

    private func exhausted(_ window: WindowID, by line: Int64) -> StoreError {
        StoreError(
            .ledgerAltered, at: "ledger, line \(line)",
            remedy: "it was altered, so nobody knows what is left of the \(window.length.rawValue) that begins at "
                + "\(window.start), and no more is spent of it; ask about others")
    }

    private func append(_ make: (_ id: Int64) -> LedgerRow) throws {
        let seal = try Data.fetchOne(db, sql: "SELECT seal FROM ledger ORDER BY id DESC LIMIT 1")
        var row = make(try lastLine() + 1)
        row.seal = chain.seal(row, after: seal.map(Array.init) ?? [])
        try row.insert(db)
    }

    /// The number of the last line that was ever written, also if it is gone.
    private func lastLine() throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'ledger'") ?? 0
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
            if line.id != expected {
                found.append(
                    LedgerAlteration(
                        line: line.id - 1, isMissing: true, fingerprint: chain.gap(after: previous, to: line.id)))
            }
            if !holds {
                found.append(
                    LedgerAlteration(line: line.id, isMissing: false, fingerprint: chain.fingerprint(of: line)))
            }
            previous = line.seal
            expected = line.id + 1
        }
        let last = try lastLine()
        if last >= expected {
            found.append(
                LedgerAlteration(line: last, isMissing: true, fingerprint: chain.gap(after: previous, to: last + 1)))
        }
        for index in found.indices { found[index].isDecided = decided.contains(found[index].fingerprint) }
        return found
    }

    /// Writes down that an alteration is known, so that spending may go on.
    func decide(on line: Int64, reason: String, at now: Int64) throws {
        let known = try alterations().filter { $0.line == line && !$0.isDecided }
        guard !known.isEmpty else {
            throw StoreError(
                .failed, at: "ledger, line \(line)",
                remedy: "this line needs no decision; `tacit budget` names those that do")
        }
        let window = try Row.fetchOne(
            db, sql: "SELECT length, start, unit FROM ledger WHERE id = ?", arguments: [line])
        for alteration in known {
            try append {
                LedgerRow(
                    id: $0, kind: "decision", metric: "", category: "", length: window?["length"] ?? "",
                    start: window?["start"] ?? 0, unit: window?["unit"] ?? "", epsilonMillionths: 0, deltaUnits: 0,
                    rhoUnits: 0, chargedAt: now, note: reason, subject: line, fingerprint: alteration.fingerprint)
            }
        }
    }
}

/// A line of the ledger that is not as it was written, or that is gone.
package struct LedgerAlteration: Sendable, Equatable {
    package let line: Int64
    /// The line is gone, and perhaps those before it.
    package let isMissing: Bool
    /// An officer has decided that spending goes on. The window of an altered line is spent all the same.
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
            remedy: (isMissing ? "it is gone" : "it is not as it was written")
                + "; nothing more is spent until an officer has looked and run "
                + "`tacit budget accept \(line) --reason …`")
    }
}
