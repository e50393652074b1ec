import Foundation
import TacitCatalog
import TacitSeal

/// A value of a row as the bytes of a file say it.
package enum SQLiteValue: Sendable, Equatable {
    case integer(Int64)
    case text(String)
    case blob([UInt8])
    /// What no row of sealed figures has.
    case other
}

/// Says of rows that were read from bytes whether what they seal opens. Any bytes may be asked about.
package struct StoredEnvelopes: Sendable {
    let terms: [Int64: ReleaseTerms]
    let ring: KeyRing

    /// Whether it is a row of exact figures or of running totals, in the order of its table, whose key and box open.
    package func opens(_ row: [SQLiteValue]) -> Bool {
        let sealed =
            window(row).map { ($0.envelope, try? $0.context) } ?? steps(row).map { ($0.envelope, try? $0.context) }
        guard let (envelope, context) = sealed, let envelope, let context else { return false }
        return (try? envelope.open(context: context, with: ring) { _ in true }) ?? false
    }

    private func window(_ row: [SQLiteValue]) -> SealedWindow? {
        guard row.count == 10, let metric = row[0].text, let window = Self.window(row[1], row[2]),
            let observedFrom = row[3].integer, let sealedAt = row[4].integer, let expiresAt = row[5].integer,
            let unit = row[6].text.flatMap(ContributorUnit.init), let terms = terms(row[7])
        else { return nil }
        return SealedWindow(
            metric: metric, window: window, observedFrom: observedFrom, sealedAt: sealedAt, expiresAt: expiresAt,
            unit: unit, terms: terms, envelope: Envelope(row[8], row[9]))
    }

    private func steps(_ row: [SQLiteValue]) -> SealedSteps? {
        guard row.count == 9, let metric = row[0].text, let window = Self.window(row[1], row[2]),
            let step = row[3].integer, let sealedAt = row[4].integer, let expiresAt = row[5].integer,
            let terms = terms(row[6])
        else { return nil }
        return SealedSteps(
            metric: metric, window: window, step: Int(step), sealedAt: sealedAt, expiresAt: expiresAt, terms: terms,
            envelope: Envelope(row[7], row[8]))
    }

    private static func window(_ length: SQLiteValue, _ start: SQLiteValue) -> WindowID? {
        guard let length = length.text.flatMap(WindowLength.init), let start = start.integer else { return nil }
        return WindowID(length: length, start: start)
    }

    private func terms(_ number: SQLiteValue) -> ReleaseTerms? { number.integer.flatMap { terms[$0] } }
}

extension SQLiteStore {
    /// To ask about rows that were read from the store's bytes; an error where its keys can't be had.
    package func envelopes() async throws -> StoredEnvelopes {
        let ring = try ownKey
        return StoredEnvelopes(terms: try await read { try Self.terms($0) }, ring: ring)
    }
}

extension SQLiteValue {
    fileprivate var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    fileprivate var text: String? { if case .text(let value) = self { value } else { nil } }
    fileprivate var blob: [UInt8]? { if case .blob(let value) = self { value } else { nil } }
}

extension Envelope {
    fileprivate init?(_ key: SQLiteValue, _ box: SQLiteValue) {
        guard let key = key.blob, let box = box.blob else { return nil }
        self.init(wrappedKey: Data(key), box: Data(box))
    }
}
