import Synchronization
package import TacitCatalog
package import TacitPrivacy
package import TacitStores

/// Answers questions about metrics whose exact figures are kept, and charges them to the ledger.
///
/// ```swift
/// let queries = Queries(store: store, catalog: catalog, now: now)
/// try await queries.price("count of feature.used last 30 days", epsilon: Epsilon("0.2"))     // nothing is spent
/// try await queries.answer("count of feature.used last 30 days", epsilon: Epsilon("0.2"))    // charged once
/// ```
///
/// What is promised: the price is charged to every window that is added up, in the transaction that writes down the answer; a
/// question that was answered is answered again for nothing, with the same figures; what does not fit into every limit of
/// every window costs nothing and draws nothing.
///
/// - Guarantee: each answer is (epsilon, delta)-differentially private as its cost says. Adjacency: add or remove one
///   contributor of one window.
package struct Queries: Sendable {
    private let store: any ReleaseStore
    private let catalog: Catalog
    private let limits: LedgerLimits
    private let now: Int64

    package init(store: any ReleaseStore, catalog: Catalog, now: Int64) {
        self.store = store
        self.catalog = catalog
        self.now = now
        limits = LedgerLimits(catalog)
    }

    /// What a question costs, what it leaves, and how exact its answer will be. Nothing is spent or drawn.
    package func price(_ text: String, epsilon: Epsilon, partner: String? = nil) async throws -> QueryReport {
        switch try await look(text, epsilon, partner) {
        case .known(let report): return report
        case .new(let query):
            if let altered = try await store.alterations().first(where: { !$0.isDecided }) {
                throw altered.asStoreError
            }
            let budget = try await budget(of: query)
            let refusal = refusal(query, budget)
            return try QueryReportBuilder(query.plan, query.coverage).price(
                query, left: budget.left(after: refusal == nil), refusal: refusal)
        }
    }

    /// The answer to a question, charged to the ledger unless it was answered before.
    package func answer(_ text: String, epsilon: Epsilon, partner: String? = nil) async throws -> QueryReport {
        switch try await look(text, epsilon, partner) {
        case .known(let report): return report
        case .new(let query):
            let (answer, isNew) = try await ask(query)
            let left = try await budget(of: query).left(after: false)
            return try QueryReportBuilder(query.plan, query.coverage).answer(answer, isNew: isNew, left: left)
        }
    }

    private enum Look {
        case known(QueryReport)
        case new(PreparedQuery)
    }

    private func look(_ text: String, _ epsilon: Epsilon, _ partner: String?) async throws -> Look {
        try checkPartner(partner)
        let question = try Question(text)
        var closed: [WindowLength: Int64] = [:]
        for length in WindowLength.allCases { closed[length] = try await store.closedUntil(length) }
        let plan = try QueryMatcher(catalog: catalog, question: question, now: now, closedUntil: closed).plan()
        let kept =
            plan.settled.isEmpty
            ? [] : try await store.sealedWindows(of: plan.metric.name, plan.length, in: plan.settled)
        let price = PrivacySpend(epsilon, .zero)
        if let known = try await store.answer(to: plan.key, partner: partner, price: price) {
            let coverage = QueryCoverage(of: plan, kept: kept, answered: known.windows, now: now)
            return .known(try QueryReportBuilder(plan, coverage).answer(known, isNew: false, left: []))
        }
        let coverage = QueryCoverage(of: plan, kept: kept, now: now)
        guard !coverage.windows.isEmpty else { throw nothingKept(question, plan, coverage) }
        return .new(try PreparedQuery(plan, coverage, epsilon: epsilon, partner: partner))
    }

    private func checkPartner(_ partner: String?) throws {
        let names = catalog.budget.partners.map(\.name)
        guard let partner, !names.contains(partner) else { return }
        throw QueryFault(
            .unknownPartner, "the catalog declares no such partner, so nothing may be told",
            remedy: names.isEmpty
                ? "Give it a part of the budget under `budget.partners`."
                : "Partners: \(QueryFault.choice(names)).")
    }

    private func nothingKept(_ question: Question, _ plan: QueryPlan, _ coverage: QueryCoverage) -> QueryFault {
        let days = plan.metric.mode.keepDays ?? 0
        return QueryFault(
            .nothingKept, "no \(plan.length.rawValue) of this time is kept",
            remedy: coverage.gaps.map { QueryText.gap($0.range, $0.reason.rawValue, plan.length.seconds) }
                .joined(separator: "; ")
                + ". Exact figures of `\(plan.metric.name)` are kept for \(days) days. Nothing was spent.",
            in: question.text, at: question.timePlace)
    }

    // MARK: The ledger

    private func budget(of query: PreparedQuery) async throws -> QueryBudget {
        let entries = try await store.ledger(of: query.plan.length, from: query.plan.asked.lowerBound)
        return QueryBudget(query, limits: limits, entries: entries)
    }

    private func refusal(_ query: PreparedQuery, _ budget: QueryBudget) -> QueryRefusal? {
        budget.refusal(nextWindow: WindowID(length: query.plan.length, containing: now).start)
    }

    /// Charges and draws in one transaction. The answer, and whether it was made now.
    private func ask(_ query: PreparedQuery) async throws -> (Answer, isNew: Bool) {
        let isDrawn = Flag()
        let (store, now) = (store, now)
        do {
            let answer = try await store.answer(query.charges, limits: limits, at: now) {
                isDrawn.raise()
                var random = SecureRandom()
                return try query.draw(now: now, open: store.open, using: &random)
            }
            return (answer, isDrawn.isRaised)
        } catch let refusal as BudgetRefusal {
            // Which scope is tightest over all windows, and what would fit, as the ledger is now.
            let budget = try await budget(of: query)
            throw self.refusal(query, budget)
                ?? QueryRefusal(
                    scope: refusal.scope, window: refusal.window, limit: refusal.limit, left: refusal.left,
                    price: refusal.price, largestEpsilon: nil, affordableFrom: nil, nextWindow: refusal.renewsAt)
        }
    }

    private final class Flag: Sendable {
        private let value = Atomic(false)
        func raise() { value.store(true, ordering: .releasing) }
        var isRaised: Bool { value.load(ordering: .acquiring) }
    }
}
