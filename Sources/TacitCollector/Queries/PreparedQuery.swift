import TacitCatalog
import TacitPrivacy
import TacitStores

/// A question with the windows that answer it and its price: what is shown by `--price` is what is charged.
struct PreparedQuery: Sendable {
    let plan: QueryPlan
    let coverage: QueryCoverage
    /// The terms of the answer.
    let terms: ReleaseTerms
    let price: Price
    let partner: String?

    init(
        _ plan: QueryPlan, _ coverage: QueryCoverage, epsilon: Epsilon, partner: String?
    ) throws(PrivacyError) {
        self.plan = plan
        self.coverage = coverage
        self.partner = partner
        terms = try plan.answerTerms(epsilon: epsilon, windows: coverage.windows.count)
        price = try BudgetSplit.price(
            of: BudgetSplit.Metric(rawValue: terms.kind) ?? .count, epsilon: epsilon,
            delta: Delta(units: terms.deltaUnits))
    }

    /// One for each window that is added up. Windows are disjoint for the unit, a contributor in one window, so each pays the
    /// whole price, and no contributor of a window pays more than that.
    var charges: [Charge] {
        coverage.sealed.map { window in
            Charge(
                .question, metric: plan.metric.name, category: plan.category, partner: partner, window: window.window,
                unit: window.unit, price: price.spend, rho: price.rho, question: plan.key)
        }
    }

    /// Adds up the windows and draws the noise. The exact figures exist nowhere but in here.
    func draw(
        now: Int64, open: (SealedWindow) throws -> ExactWindow, using source: inout some NoiseSource
    ) throws -> Answer {
        var sum = try ExactSum(plan, terms: terms)
        defer { sum.destroy() }
        for window in coverage.sealed { sum.add(try open(window)) }
        let expiry = coverage.sealed.map(\.expiresAt).max() ?? now
        return Answer(
            question: plan.key, metric: plan.metric.name, partner: partner, answeredAt: now,
            expiresAt: max(expiry, now + Closing.lifetime), unit: plan.unit, windows: coverage.windows,
            price: price.spend, terms: terms, cells: sum.draw(using: &source))
    }
}
