/// What the ledger says: what may be spent of each window, what was, what is left, and where it leads.
///
/// An epsilon in it is that of one contributor in one window of the length that stands beside it. As JSON its keys are in
/// `snake_case`.
package struct BudgetReport: Codable, Sendable, Equatable {
    package var generatedAt: Int64
    /// The catalog's name.
    package var catalog: String
    /// `pure` or `concentrated`.
    package var accounting: String
    package var lengths: [Length]
    /// Lines of the ledger that are not as they were written.
    package var alterations: [Alteration]

    /// The windows of one length.
    package struct Length: Codable, Sendable, Equatable {
        /// `minute`, `hour` or `day`.
        package var window: String
        /// Whom it is about: `one contributor in one day`.
        package var unit: String
        /// The whole budget first, then categories, metrics and partners.
        package var scopes: [Scope]
        /// The last window that was charged.
        package var latest: Int64?
        /// What somebody has lost, at most, who was there in every one of so many windows.
        package var forecast: [Forecast]
        /// Windows whose exact figures are kept for questions, by metric.
        package var kept: [Kept]
        /// Metrics without noise, which no epsilon here is about: they have **no formal guarantee**.
        package var exact: [String]
    }

    package struct Scope: Codable, Sendable, Equatable {
        /// `project`, `category`, `metric` or `partner`.
        package var kind: String
        package var name: String
        /// What may be spent of each window; `nil` for a category without a part of its own.
        package var limit: Double?
        package var delta: Double
        /// What a window's releases cost, before anybody asks: declared, not yet spent.
        package var declared: Double
        /// What was spent of the last window that was charged.
        package var spent: Double
        /// What neither is declared nor was spent; `nil` where there is no limit.
        package var left: Double?
    }

    package struct Forecast: Codable, Sendable, Equatable {
        package var windows: Int
        /// Epsilons added up: no exception, or but for the added deltas.
        package var epsilon: Double
        /// The least that is proven but for a chance of `delta` (privacy loss distributions), where that is less.
        package var tightEpsilon: Double
        package var delta: Double
    }

    package struct Kept: Codable, Sendable, Equatable {
        package var metric: String
        /// For how many days exact figures are kept, encrypted.
        package var keepDays: Int
        /// What all questions about one window may spend.
        package var limit: Double
        package var windows: [Window]
        /// Questions of the last seven days.
        package var recentQuestions: Int
        /// When nothing is left of the window that was asked most about, if questions go on as in the last seven days.
        package var exhaustedAt: Int64?

        package struct Window: Codable, Sendable, Equatable {
            package var start: Int64
            package var expires: Int64
            package var spent: Double
            package var left: Double
        }
    }

    package struct Alteration: Codable, Sendable, Equatable {
        package var line: Int64
        package var isMissing: Bool
        /// An officer has decided that spending goes on.
        package var isDecided: Bool
    }

    /// Whether nothing is spent until an officer has decided.
    package var isFrozen: Bool { alterations.contains { !$0.isDecided } }
}
