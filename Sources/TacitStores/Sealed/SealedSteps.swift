import TacitCatalog
package import TacitSeal

/// What the running totals of one metric need to go on after a window: the exact figures of all windows of their plan, and what
/// was released of them, encrypted under a key of their own.
package struct SealedSteps: Sendable, Equatable {
    package var metric: String
    /// The last window that is in it.
    package var window: WindowID
    /// How many windows are in it.
    package var step: Int
    package var sealedAt: Int64
    /// When the plan should long be at its end.
    package var expiresAt: Int64
    package var terms: ReleaseTerms
    /// `nil` at the plan's end: then nothing of it is kept.
    package var envelope: Envelope?

    package init(
        metric: String, window: WindowID, step: Int, sealedAt: Int64, terms: ReleaseTerms, envelope: Envelope? = nil
    ) {
        // A week more than the plan takes, for a collector that was away.
        let rest = Int64(max(0, (terms.horizon ?? 0) - step) + 1)
        self.init(
            metric: metric, window: window, step: step, sealedAt: sealedAt,
            expiresAt: window.end + rest * window.length.seconds + 7 * 86400, terms: terms, envelope: envelope)
    }

    /// As a row says it, in which any number may stand.
    init(
        metric: String, window: WindowID, step: Int, sealedAt: Int64, expiresAt: Int64, terms: ReleaseTerms,
        envelope: Envelope?
    ) {
        self.metric = metric
        self.window = window
        self.step = step
        self.sealedAt = sealedAt
        self.expiresAt = expiresAt
        self.terms = terms
        self.envelope = envelope
    }

    /// Whether the totals of `window` go on from here: under the same terms, with windows of the same length, in time.
    package func goesOn(in window: WindowID, under terms: ReleaseTerms, at now: Int64) -> Bool {
        envelope != nil && terms.goesOn(from: self.terms) && self.window.length == window.length && now < expiresAt
            && step < terms.horizon ?? 0
    }

    /// What its envelope is bound to: with another window, step, end or other terms it does not open.
    package var context: String {
        get throws {
            "steps \(metric) \(window.length.rawValue) \(window.start) \(step) \(expiresAt) "
                + (try SQLiteStore.json(terms))
        }
    }
}
