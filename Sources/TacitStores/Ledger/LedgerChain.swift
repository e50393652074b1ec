import Foundation
import TacitSeal

/// The seals of the ledger: each line's is an HMAC over the seal before it and over all that the line says.
///
/// Who alters, removes or slips in a line without the master key breaks the seal of that line or of the next.
struct LedgerChain {
    private let codes: KeyedCodes

    init(_ key: KeyRing) { codes = key.codes(for: .ledger) }

    func seal(_ row: LedgerRow, after previous: [UInt8]) -> [UInt8] { codes.code(of: previous + row.bytes) }

    func holds(_ row: LedgerRow, after previous: [UInt8]) -> Bool { seal(row, after: previous) == row.seal }

    /// Says under the key which line is the last.
    func head(line: Int64, seal: [UInt8]) -> [UInt8] {
        codes.code(of: Array("head \(line) ".utf8) + seal)
    }

    /// A name for the lines that are gone between a seal and a line.
    func gap(after previous: [UInt8], to line: Int64) -> [UInt8] {
        codes.code(of: previous + Array("gap \(line)".utf8))
    }

    /// A name for a line as it stands, seal included: a decision about it lasts until it is altered again.
    func fingerprint(of row: LedgerRow) -> [UInt8] { codes.code(of: row.bytes + row.seal) }
}

/// A line of the ledger as it is stored.
struct LedgerRow: Sendable {
    var id: Int64
    /// `release`, `question` or `decision`.
    var kind: String
    var metric: String
    var category: String
    var partner: String?
    var length: String
    var start: Int64
    var unit: String
    var epsilonMillionths: Int64
    var deltaUnits: Int64
    var rhoUnits: Int64
    var chargedAt: Int64
    /// The question, or the reason of a decision.
    var note: String?
    /// The line that a decision is about, and its fingerprint.
    var subject: Int64?
    var fingerprint: [UInt8]?
    var seal: [UInt8] = []

    /// All that the line says but its seal, unambiguously: every text is preceded by its length.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func add(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
        func add(_ text: [UInt8]?) {
            add(Int64(text?.count ?? -1))
            bytes.append(contentsOf: text ?? [])
        }
        func add(_ text: String?) { add(text.map { Array($0.utf8) }) }
        add(id)
        add(kind)
        add(metric)
        add(category)
        add(partner)
        add(length)
        add(start)
        add(unit)
        add(epsilonMillionths)
        add(deltaUnits)
        add(rhoUnits)
        add(chargedAt)
        add(note)
        add(subject ?? 0)
        add(fingerprint)
        return bytes
    }
}
