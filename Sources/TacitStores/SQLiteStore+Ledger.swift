import GRDB
package import TacitCatalog
package import TacitPrivacy
import TacitSeal

extension Charge {
    /// What a release costs; `nil` where it promises nothing and so costs nothing.
    init?(_ release: Release, category: String) throws(PrivacyError) {
        guard release.terms.epsilonMillionths > 0 else { return nil }
        let price = try release.terms.price()
        self.init(
            .release, metric: release.metric, category: category, window: release.window, unit: release.unit,
            price: price.spend, rho: price.rho)
    }
}

extension ReleaseTerms {
    /// What everything that the release shows costs, part by part.
    package func price() throws(PrivacyError) -> Price {
        if horizon != nil {
            return try .running(epsilon: Epsilon(millionths: epsilonMillionths), delta: Delta(units: deltaUnits))
        }
        return try BudgetSplit.price(
            of: BudgetSplit.Metric(rawValue: kind) ?? .count, epsilon: Epsilon(millionths: epsilonMillionths),
            delta: Delta(units: deltaUnits))
    }
}

extension SQLiteStore {
    package func ledger(of length: WindowLength, from: Int64) async throws -> [LedgerEntry] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM ledger WHERE length = ? AND start >= ? ORDER BY id",
                arguments: [length.rawValue, from]
            ).compactMap { row in
                let line = LedgerRow(row)
                return line.charge.map { LedgerEntry(id: line.id, charge: $0, chargedAt: line.chargedAt) }
            }
        }
    }

    package func refusal(of charges: [Charge], limits: LedgerLimits) async throws -> BudgetRefusal? {
        let key = try ownKey
        return try await read { db in
            try LedgerTable(key: key, db).refusal(of: charges, limits: limits)
        }
    }

    package func alterations() async throws -> [LedgerAlteration] {
        let key = try ownKey
        return try await read { try LedgerTable(key: key, $0).alterations() }
    }

    package func accept(alteration line: Int64, reason: String, at now: Int64) async throws {
        let key = try ownKey
        try await write { try LedgerTable(key: key, $0).decide(on: line, reason: reason, at: now) }
    }
}
