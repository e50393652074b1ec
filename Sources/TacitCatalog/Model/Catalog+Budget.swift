package import TacitPrivacy

extension Catalog {
    /// What all metrics of a window spend together, for one contributor.
    ///
    /// The metrics of one window add up (sequential composition); windows of one length are disjoint in time.
    package func spending(in window: WindowLength) throws(PrivacyError) -> PrivacySpend {
        var spends: [PrivacySpend] = []
        for metric in metrics where metric.guarantee.window == window { spends.append(try metric.price().spend) }
        return try LedgerArithmetic.total(spends)
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
        /// The key of the budget: `epsilon` or `delta`.
        let part: String
        let message: String
        let remedy: String
    }

    /// Where the metrics of one window length spend more than the budget, with the sum.
    var overruns: [Overrun] {
        var overruns: [Overrun] = []
        for window in WindowLength.allCases {
            let users = metrics.filter { $0.guarantee.window == window }
            guard let spent = try? spending(in: window) else {
                overruns.append(
                    Overrun(
                        part: "epsilon",
                        message: "the metrics of one \(window.rawValue) spend more than can be added up",
                        remedy: "lower the epsilon and the delta of the metrics"))
                continue
            }
            if spent.epsilonMillionths > budget.epsilon.millionths {
                let terms = users.map { "\($0.name) \($0.guarantee.epsilon)" }.joined(separator: " + ")
                overruns.append(
                    Overrun(
                        part: "epsilon",
                        message: "the metrics of one \(window.rawValue) spend \(terms) = \(spent.epsilonDescription), "
                            + "above the budget of \(budget.epsilon)",
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
        }
        return overruns
    }
}
