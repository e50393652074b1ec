import Foundation
import GRDB
import TacitCatalog
import TacitPrivacy

extension LedgerRow {
    init(_ charge: Charge, id: Int64, at now: Int64) {
        self.init(
            id: id, kind: charge.kind.rawValue, metric: charge.metric, category: charge.category,
            partner: charge.partner, length: charge.window.length.rawValue, start: charge.window.start,
            unit: charge.unit.rawValue, epsilonMillionths: charge.price.epsilonMillionths,
            deltaUnits: charge.price.deltaUnits, rhoUnits: charge.rho.units, chargedAt: now, note: charge.question)
    }

    init(_ row: Row) {
        self.init(
            id: row["id"], kind: row["kind"], metric: row["metric"], category: row["category"],
            partner: row["partner"], length: row["length"], start: row["start"], unit: row["unit"],
            epsilonMillionths: row["epsilon_millionths"], deltaUnits: row["delta_units"], rhoUnits: row["rho_units"],
            chargedAt: row["charged_at"], note: row["note"], subject: row["subject"],
            fingerprint: (row["fingerprint"] as Data?).map(Array.init), seal: Array(row["seal"] as Data))
    }

    func insert(_ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO ledger (id, kind, metric, category, partner, length, start, unit, epsilon_millionths,
                    delta_units, rho_units, charged_at, note, subject, fingerprint, seal)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, kind, metric, category, partner, length, start, unit, epsilonMillionths, deltaUnits, rhoUnits,
            chargedAt, note, subject, fingerprint.map { Data($0) }, Data(seal),
        ])
    }

    /// The charge that the line records; `nil` for decisions, and for what only an altered line can say.
    var charge: Charge? {
        guard let kind = Charge.Kind(rawValue: kind), let length = WindowLength(rawValue: length),
            let unit = ContributorUnit(rawValue: unit),
            let price = try? PrivacySpend(epsilonMillionths: epsilonMillionths, deltaUnits: deltaUnits),
            let rho = try? Rho(units: rhoUnits)
        else { return nil }
        return Charge(
            kind, metric: metric, category: category, partner: partner,
            window: WindowID(length: length, start: start), unit: unit, price: price, rho: rho, question: note)
    }
}
