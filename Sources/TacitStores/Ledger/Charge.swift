package import TacitCatalog
package import TacitPrivacy

/// What is paid of one window's budget: by a release, or by the part that the window has in an answer.
package struct Charge: Sendable, Equatable {
    package enum Kind: String, Sendable {
        /// A window's release of a metric: charged once.
        case release
        /// A question to a metric whose exact figures are kept.
        case question
    }

    package var kind: Kind
    package var metric: String
    /// The consent category of the metric's event.
    package var category: String
    /// Whom the answer is for, where it leaves the house.
    package var partner: String?
    package var window: WindowID
    package var unit: ContributorUnit
    package var price: PrivacySpend
    package var rho: Rho
    /// The canonical question, for those who read the ledger.
    package var question: String?

    package init(
        _ kind: Kind, metric: String, category: String, partner: String? = nil, window: WindowID,
        unit: ContributorUnit, price: PrivacySpend, rho: Rho, question: String? = nil
    ) {
        self.kind = kind
        self.metric = metric
        self.category = category
        self.partner = partner
        self.window = window
        self.unit = unit
        self.price = price
        self.rho = rho
        self.question = question
    }

    package var cost: Budget.Cost { Budget.Cost(price, rho) }

    /// The limits that it counts against.
    package var scopes: [LedgerScope] {
        [.project, .category(category), .metric(metric)] + (partner.map { [.partner($0)] } ?? [])
    }
}

/// What has a limit of its own, in each window.
package enum LedgerScope: Hashable, Sendable, CustomStringConvertible {
    case project
    case category(String)
    case metric(String)
    case partner(String)

    package var description: String {
        switch self {
        case .project: "the whole budget"
        case .category(let name): "the category \(name)"
        case .metric(let name): "the metric \(name)"
        case .partner(let name): "the partner \(name)"
        }
    }
}

/// A line of the ledger.
package struct LedgerEntry: Sendable, Equatable {
    package var id: Int64
    package var charge: Charge
    package var chargedAt: Int64

    package init(id: Int64, charge: Charge, chargedAt: Int64) {
        self.id = id
        self.charge = charge
        self.chargedAt = chargedAt
    }
}
