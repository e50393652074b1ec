package import TacitPrivacy

/// What may be spent of one window, for one contributor: by all metrics together, and by those of a category or partner.
package struct Budget: Sendable, Equatable {
    package var epsilon: Epsilon
    package var delta: Delta
    /// The parts of `epsilon` that consent categories have; the metrics of a category that is not named have no limit but
    /// the whole.
    package var categories: [Share]
    /// The most that answers for a partner may spend. A partner that is not named gets no answers.
    package var partners: [Share]
    package var accounting: Accounting

    package struct Share: Sendable, Equatable {
        package var name: String
        package var epsilon: Epsilon

        package init(_ name: String, _ epsilon: Epsilon) {
            self.name = name
            self.epsilon = epsilon
        }
    }

    /// What the ledger adds up. It is declared beforehand: a limit that switched to whichever sum looks better after
    /// the answers are known would not be proven.
    package enum Accounting: String, Sendable, CaseIterable {
        /// Epsilons and deltas.
        case pure
        /// Rhos of zero-concentrated differential privacy: many small answers cost less, few large ones more.
        case concentrated
    }

    package init(
        epsilon: Epsilon, delta: Delta, categories: [Share] = [], partners: [Share] = [], accounting: Accounting = .pure
    ) {
        self.epsilon = epsilon
        self.delta = delta
        self.categories = categories
        self.partners = partners
        self.accounting = accounting
    }

    package var limit: PrivacySpend { PrivacySpend(epsilon, delta) }
}
