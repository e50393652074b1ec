package import TacitCatalog
package import TacitPrivacy

/// What may be spent of one window, by scope, as the catalog declares it.
///
/// Every limit holds even if each question is chosen after all answers before it: sums stop it, in integers.
package struct LedgerLimits: Sendable {
    package let budget: Budget
    private let metrics: [String: PrivacySpend]
    private let categories: [String: String]

    package init(_ catalog: Catalog) {
        self.init(
            catalog.budget,
            metrics: catalog.metrics.map { ($0.name, $0.guarantee.spend) },
            categories: catalog.metrics.compactMap { metric in
                catalog.event(named: metric.event).map { (metric.name, $0.consent.category) }
            })
    }

    package init(_ budget: Budget, metrics: [(String, PrivacySpend)] = [], categories: [(String, String)] = []) {
        self.budget = budget
        self.metrics = Dictionary(metrics) { first, _ in first }
        self.categories = Dictionary(categories) { first, _ in first }
    }

    /// The consent category that a metric is charged to.
    package func category(of metric: String) -> String { categories[metric] ?? "" }

    /// The limit of a scope in each window; `nil` where it has none of its own.
    ///
    /// What open cells cost in delta counts against the whole only.
    package func limit(of scope: LedgerScope) -> PrivacySpend? {
        func share(_ epsilon: Epsilon) -> PrivacySpend { PrivacySpend(epsilon, budget.delta) }
        return switch scope {
        case .project: budget.limit
        case .category(let name): budget.categories.first { $0.name == name }.map { share($0.epsilon) }
        // A partner that nobody has declared may know nothing.
        case .partner(let name): budget.partners.first { $0.name == name }.map { share($0.epsilon) } ?? .zero
        case .metric(let name):
            // A rho proves no epsilon without a delta, and a metric whose cells are all closed has none of its own.
            metrics[name].map { budget.accounting == .pure ? $0 : $0.with(budget.delta) }
        }
    }

    /// Whether the charges fit into a window in which `spent` has been charged already; the first scope that they pass.
    package func refusal(of charges: [Charge], after spent: [Charge]) -> BudgetRefusal? {
        var all = spent
        for charge in charges {
            for scope in charge.scopes {
                // A release is made once, and costs what the catalog gives to its metric. As a rho, which favours many small
                // charges, the same price would not fit into the same epsilon.
                if charge.kind == .release, scope == .metric(charge.metric), budget.accounting == .concentrated {
                    continue
                }
                guard let limit = limit(of: scope) else { continue }
                let sums = all.filter { $0.scopes.contains(scope) }
                guard let left = budget.left(of: limit, after: sums.map(\.cost), asking: charge.cost) else { continue }
                return BudgetRefusal(scope: scope, window: charge.window, limit: limit, price: charge.price, left: left)
            }
            all.append(charge)
        }
        return nil
    }
}

/// A charge that was not made: its scope has less left than it costs. Nothing was spent and no noise drawn.
package struct BudgetRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    package let scope: LedgerScope
    package let window: WindowID
    package let limit: PrivacySpend
    package let price: PrivacySpend
    /// What one further charge may cost at most.
    package let left: PrivacySpend

    /// When a budget that nothing has been spent of begins: that of the next window.
    package var renewsAt: Int64 { window.end }

    package var description: String {
        "budget.exceeded: \(scope) has epsilon \(left.epsilonDescription) of \(limit.epsilonDescription) left in this "
            + "\(window.length.rawValue), and epsilon \(price.epsilonDescription) was asked for"
    }
}

extension PrivacySpend {
    /// As much epsilon, with another delta.
    fileprivate func with(_ delta: Delta) -> PrivacySpend {
        (try? PrivacySpend(epsilonMillionths: epsilonMillionths, deltaUnits: delta.units)) ?? self
    }
}
