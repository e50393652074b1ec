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
    package var envelope: Envelope

    package init(
        metric: String, window: WindowID, observedFrom: Int64, sealedAt: Int64, expiresAt: Int64, unit: ContributorUnit,
        terms: ReleaseTerms, envelope: Envelope
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

    /// What an envelope is bound to: moved to another window or metric, it does not open.
    package static func context(metric: String, window: WindowID) -> String {
        "exact \(window.length.rawValue) \(window.start) \(metric)"
    }
}
