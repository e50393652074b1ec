import TacitCatalog
import TacitPrivacy
import TacitStores

/// What the ledger leaves for a question, over all windows that it adds up.
struct QueryBudget: Sendable {
    private let query: PreparedQuery
    private let limits: LedgerLimits
    private let spent: [WindowID: [Charge]]

    init(_ query: PreparedQuery, limits: LedgerLimits, entries: [LedgerEntry]) {
        self.query = query
        self.limits = limits
        spent = Dictionary(grouping: entries.map(\.charge), by: \.window)
    }

    /// Why the question does not fit, and what would. `nil` where all windows have room in all scopes.
    func refusal(nextWindow: Int64) -> QueryRefusal? {
        let tooLittle = query.charges.flatMap { charge in
            charge.scopes.compactMap { scope -> (LedgerScope, WindowID, limit: PrivacySpend, left: PrivacySpend)? in
                guard let limit = limits.limit(of: scope) else { return nil }
                let left = limits.budget.left(of: limit, after: costs(in: scope, charge.window), asking: charge.cost)
                return left.map { (scope, charge.window, limit, $0) }
            }
        }
        let tightest = tooLittle.min { a, b in
            (a.left.epsilonMillionths, -a.1.start) < (b.left.epsilonMillionths, -b.1.start)
        }
        return tightest.map { scope, window, limit, left in
            QueryRefusal(
                scope: scope, window: window, limit: limit, left: left, price: query.price.spend,
                largestEpsilon: largestEpsilon()?.approximation, affordableFrom: affordableFrom,
                nextWindow: nextWindow)
        }
    }

    private func fits(_ charge: Charge) -> Bool {
        limits.refusal(of: [charge], after: spent[charge.window] ?? []) == nil
    }

    private func costs(in scope: LedgerScope, _ window: WindowID) -> [Budget.Cost] {
        (spent[window] ?? []).filter { $0.scopes.contains(scope) }.map(\.cost)
    }

    /// What is left in each scope that has a limit, in the window where that is least; with the question's own charge, or
    /// without.
    func left(after isCharged: Bool) -> [QueryReport.Left] {
        guard let scopes = query.charges.first?.scopes else { return [] }
        return scopes.compactMap { scope in
            guard let limit = limits.limit(of: scope) else { return nil }
            let tightest = query.charges.map { charge in
                (charge.window, left(of: limit, in: scope, charge.window, charging: isCharged ? charge : nil))
            }.min { ($0.1.epsilonMillionths, -$0.0.start) < ($1.1.epsilonMillionths, -$1.0.start) }
            guard let (window, left) = tightest else { return nil }
            return QueryReport.Left(
                scope: scope.kind, name: scope.name, limit: Self.epsilon(limit.epsilonMillionths),
                left: Self.epsilon(left.epsilonMillionths), window: window.start)
        }
    }

    private func left(
        of limit: PrivacySpend, in scope: LedgerScope, _ window: WindowID, charging charge: Charge?
    ) -> PrivacySpend {
        let costs = costs(in: scope, window) + (charge.map { [$0.cost] } ?? [])
        // More than any limit can hold is always refused, with what is left.
        guard let all = try? PrivacySpend(epsilonMillionths: .max / 2, deltaUnits: 0) else { return .zero }
        return limits.budget.left(of: limit, after: costs, asking: Budget.Cost(all, Rho(.largest))) ?? limit
    }

    /// The largest epsilon with which the same question would fit; `nil` where none does.
    private func largestEpsilon() -> Epsilon? {
        var (fits, tooMuch): (Int64, Int64) = (0, query.price.epsilon.millionths)
        while tooMuch - fits > 1 {
            let middle = fits + (tooMuch - fits) / 2
            if isAffordable(millionths: middle) { fits = middle } else { tooMuch = middle }
        }
        return try? Epsilon(millionths: fits)
    }

    private func isAffordable(millionths: Int64) -> Bool {
        guard let epsilon = try? Epsilon(millionths: millionths),
            let smaller = try? PreparedQuery(query.plan, query.coverage, epsilon: epsilon, partner: query.partner)
        else { return false }
        return smaller.charges.allSatisfy(fits)
    }

    /// The first window from which on all windows have room for the question as it is; `nil` where the last has none.
    private var affordableFrom: Int64? {
        let charges = query.charges
        guard let last = charges.lastIndex(where: { !fits($0) }) else {
            return charges.first?.window.start
        }
        return last + 1 < charges.count ? charges[last + 1].window.start : nil
    }

    static func epsilon(_ millionths: Int64) -> Double { Double(millionths) / 1e6 }
}
