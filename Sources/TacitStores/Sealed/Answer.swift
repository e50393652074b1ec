package import TacitCatalog
package import TacitPrivacy

/// The noisy answer to a question: it exists once, and says the same however often the question is asked.
package struct Answer: Sendable, Equatable {
    /// The question in its canonical form: two that mean the same are the same text.
    package var question: String
    package var metric: String
    package var partner: String?
    package var answeredAt: Int64
    /// Expires with the figures that it was made from, or with releases, whichever is later.
    package var expiresAt: Int64
    package var unit: ContributorUnit
    /// The windows that it adds up, and that were charged.
    package var windows: [WindowID]
    /// What each of them was charged.
    package var price: PrivacySpend
    package var terms: ReleaseTerms
    package var cells: [ReleasedCell]

    package init(
        question: String, metric: String, partner: String?, answeredAt: Int64, expiresAt: Int64, unit: ContributorUnit,
        windows: [WindowID], price: PrivacySpend, terms: ReleaseTerms, cells: [ReleasedCell]
    ) {
        self.question = question
        self.metric = metric
        self.partner = partner
        self.answeredAt = answeredAt
        self.expiresAt = expiresAt
        self.unit = unit
        self.windows = windows
        self.price = price
        self.terms = terms
        self.cells = cells
    }
}
