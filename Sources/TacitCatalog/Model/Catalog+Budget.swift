package import TacitPrivacy

extension Catalog {
    /// What all metrics of a window spend together, for one contributor.
    ///
    /// The metrics of one window add up (sequential composition); windows of one length are disjoint in time.
    package func spending(in window: WindowLength) throws(PrivacyError) -> PrivacySpend {
        try LedgerArithmetic.total(metrics.map(\.guarantee).filter { $0.window == window }.map(\.spend))
    }

    /// The same catalog with every metric released by windows of that length; refused where the metrics, which may have
    /// had windows of different lengths, would now spend more than the budget together.
    package func withWindow(_ window: WindowLength) throws(CatalogFaults) -> Catalog {
        var catalog = self
        for index in catalog.metrics.indices { catalog.metrics[index].guarantee.window = window }
        let faults = catalog.overruns.map { overrun in
            CatalogFault(
                file: name, line: 1, column: 1, path: "budget.\(overrun.part)", rule: .budgetExceeded,
                message: overrun.message, remedy: overrun.remedy)
        }
        if !faults.isEmpty { throw CatalogFaults(faults) }
        return catalog
    }

    struct Overrun {
        /// The key below `budget`: `epsilon`, `delta`, or `categories` and a name.
        let part: String
        let message: String
        let remedy: String
    }

    /// Where the metrics of one window length spend more than the budget, or those of a category more than its part, with the
    /// sum.
    var overruns: [Overrun] {
        var overruns: [Overrun] = []
        for window in WindowLength.allCases {
            let users = metrics.filter { $0.guarantee.window == window }
            overruns += self.overruns(of: users, in: window)
            for share in budget.categories {
                let own = users.filter { event(named: $0.event)?.consent.category == share.name }
                if let excess = excess(of: own, over: share.epsilon) {
                    overruns.append(
                        Overrun(
                            part: "categories.\(share.name)",
                            message: "the metrics of the category in one \(window.rawValue) spend \(excess)",
                            remedy: "lower the epsilon of a metric, take one out, or give the category more"))
                }
            }
        }
        return overruns
    }

    private func overruns(of users: [Metric], in window: WindowLength) -> [Overrun] {
        guard let spent = try? spending(in: window) else {
            return [
                Overrun(
                    part: "epsilon", message: "the metrics of one \(window.rawValue) spend more than can be added up",
                    remedy: "lower the epsilon and the delta of the metrics")
            ]
        }
        var overruns: [Overrun] = []
        if let excess = excess(of: users, over: budget.epsilon) {
            overruns.append(
                Overrun(
                    part: "epsilon", message: "the metrics of one \(window.rawValue) spend \(excess)",
                    remedy: "lower the epsilon of a metric, take one out, or raise the budget"))
        }
        if spent.deltaUnits > budget.delta.units {
            let terms = users.filter { $0.guarantee.delta > .zero }
                .map { "\($0.name) \(figure($0.guarantee.delta.approximation))" }.joined(separator: " + ")
            overruns.append(
                Overrun(
                    part: "delta",
                    message: "the metrics of one \(window.rawValue) spend \(terms) = "
                        + "\(figure(Double(spent.deltaUnits) / Double(Delta.unitsPerOne))), "
                        + "above the budget of \(figure(budget.delta.approximation))",
                    remedy: "lower the delta of a metric, or raise the budget"))
        }
        return overruns
    }

    /// The sum that passes a limit, in words; `nil` where it does not.
    private func excess(of users: [Metric], over limit: Epsilon) -> String? {
        let prices = users.compactMap { try? $0.price() }
        guard let sum = try? LedgerArithmetic.total(prices.map { PrivacySpend($0.epsilon, .zero) }) else { return nil }
        let terms = users.compactMap { user in user.guarantee.epsilon.map { "\(user.name) \($0)" } }
            .joined(separator: " + ")
        switch budget.accounting {
        case .pure:
            guard sum.epsilonMillionths > limit.millionths else { return nil }
            return "\(terms) = \(sum.epsilonDescription), above the budget of \(limit)"
        case .concentrated:
            var before: [Budget.Cost] = []
            for price in prices {
                let cost = Budget.Cost(PrivacySpend(price.epsilon, .zero), price.rho)
                guard budget.left(of: PrivacySpend(limit, budget.delta), after: before, asking: cost) == nil else {
                    let rho = prices.reduce(0) { $0 + $1.rho.approximation }
                    return "\(terms), a rho of \(figure(rho)) in all, above what proves an epsilon of \(limit) with "
                        + "half of the delta"
                }
                before.append(cost)
            }
            return nil
        }
    }
}
