package import TacitCatalog
package import TacitSeal

/// The exact figures of one metric and window, encrypted under a key of their own until they expire.
package struct SealedWindow: Sendable, Equatable {
    package var metric: String
    package var window: WindowID
    package var observedFrom: Int64
    package var sealedAt: Int64
    package var expiresAt: Int64
    package var unit: ContributorUnit
    package var terms: ReleaseTerms
    /// `nil` until it is sealed.
    package var envelope: Envelope?

    package init(
        metric: String, window: WindowID, observedFrom: Int64, sealedAt: Int64, expiresAt: Int64, unit: ContributorUnit,
        terms: ReleaseTerms, envelope: Envelope? = nil
    ) {
        self.metric = metric
        self.window = window
        self.observedFrom = observedFrom
        self.sealedAt = sealedAt
        self.expiresAt = expiresAt
        self.unit = unit
        self.terms = terms
        self.envelope = envelope
    }

    /// What its envelope is bound to: with another window, other terms or another end it does not open.
    package var context: String {
        get throws {
            "exact \(metric) \(window.length.rawValue) \(window.start) \(observedFrom) \(expiresAt) \(unit.rawValue) "
                + (try SQLiteStore.json(terms))
        }
    }
}
