package import TacitCatalog
import TacitPrivacy
package import TacitStores

/// Makes the budget report from the catalog and the ledger. Reading costs nothing.
package struct BudgetReader: Sendable {
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

    package func report() async throws -> BudgetReport {
        var lengths: [BudgetReport.Length] = []
        for length in WindowLength.allCases.reversed() {
            let metrics = catalog.metrics.filter { $0.guarantee.window == length }
            if !metrics.isEmpty { lengths.append(try await self.length(length, metrics)) }
        }
        return BudgetReport(
            generatedAt: now, catalog: catalog.name, accounting: catalog.budget.accounting.rawValue, lengths: lengths,
            alterations: try await store.alterations().map {
                BudgetReport.Alteration(line: $0.line, isMissing: $0.isMissing, isDecided: $0.isDecided)
            })
    }

    private func length(_ length: WindowLength, _ all: [Metric]) async throws -> BudgetReport.Length {
        let metrics = all.filter { $0.guarantee.epsilon != nil }
        let entries = try await store.ledger(of: length, from: now - ReportBuilder.reach(of: length))
        let latest = entries.map(\.charge.window.start).max()
        let charges = entries.map(\.charge).filter { $0.window.start == latest }
        let units = Set(metrics.compactMap { catalog.event(named: $0.event) }.map { catalog.unit(of: $0) })
        let unit = units.count == 1 ? units.first ?? .contributor : .contributorOrRecord
        var kept: [BudgetReport.Kept] = []
        for metric in metrics {
            if case .onQuery(let days) = metric.mode { kept.append(try await self.kept(metric, days, entries)) }
        }
        return BudgetReport.Length(
            window: length.rawValue, unit: unit.one(in: length.rawValue), scopes: scopes(metrics, charges),
            latest: latest, forecast: try forecast(length, metrics), kept: kept,
            exact: all.filter { $0.guarantee.epsilon == nil }.map(\.name))
    }

    // MARK: Scopes

    private func scopes(_ metrics: [Metric], _ charges: [Charge]) -> [BudgetReport.Scope] {
        let categories = Set(metrics.map { limits.category(of: $0.name) }).sorted()
        let all: [LedgerScope] =
            [.project] + categories.map { .category($0) } + metrics.map { .metric($0.name) }
            + catalog.budget.partners.map { .partner($0.name) }
        return all.map { scope in
            let limit = limits.limit(of: scope)
            let spent = charges.filter { $0.scopes.contains(scope) }.reduce(0) { $0 + $1.price.epsilonMillionths }
            let declared = metrics.filter { metric in
                metric.mode.keepDays == nil && scopes(of: metric).contains(scope)
            }.reduce(0) { $0 + $1.guarantee.spend.epsilonMillionths }
            return BudgetReport.Scope(
                kind: scope.kind, name: scope.name, limit: limit.map { epsilon($0.epsilonMillionths) },
                delta: Double(limit?.deltaUnits ?? 0) / Double(Delta.unitsPerOne), declared: epsilon(declared),
                spent: epsilon(spent), left: limit.map { epsilon(max(0, $0.epsilonMillionths - max(spent, declared))) })
        }
    }

    private func scopes(of metric: Metric) -> [LedgerScope] {
        [.project, .category(limits.category(of: metric.name)), .metric(metric.name)]
    }

    private func epsilon(_ millionths: Int64) -> Double { Double(millionths) / 1e6 }

    // MARK: Where it leads

    /// The chance that a tight epsilon may fail, and more where open cells alone have spent half of that.
    private static let delta: Int64 = 1_000_000_000

    private func forecast(_ length: WindowLength, _ metrics: [Metric]) throws -> [BudgetReport.Forecast] {
        let counts =
            switch length {
            case .minute: [1, 60, 1440]
            case .hour: [1, 24, 24 * 30]
            case .day: [1, 7, 30, 365]
            }
        let prices = try metrics.filter { $0.mode.horizon == nil }.compactMap { try $0.price() }
        let sum = prices.reduce(0) { $0 + $1.epsilon.approximation }
        let running = try metrics.compactMap { metric in
            try metric.mode.horizon.flatMap { horizon in try metric.price().map { (price: $0, horizon: horizon) } }
        }
        return try counts.map { count in
            // Totals share their noise, so what a running metric costs grows with the square of the windows of a plan.
            let totals = try running.reduce(0) { sum, running in
                let delta = try Delta(units: min(running.price.delta.units * Int64(count), Delta.unitsPerOne - 1))
                return sum
                    + Rho.epsilon(
                        of: running.price.rho.approximation, delta: delta, windows: count, horizon: running.horizon)
            }
            var accountant = Accountant(.pld)
            for price in prices {
                for part in [price.contributors] + price.values { try accountant.add(.pure(part), times: count) }
                if price.delta > .zero {
                    try accountant.add(.approximate(Epsilon(millionths: 1), price.delta), times: count)
                }
            }
            let open = prices.reduce(0) { $0 + $1.delta.units } * Int64(count)
            let delta = try Delta(units: max(Self.delta, 2 * open))
            let squares = running.reduce(0) { sum, running in
                sum + running.price.rho.approximation * Rho.squares(windows: count, horizon: running.horizon)
            }
            // An exception for each of the two ways of adding up, where there are both.
            let stated = running.isEmpty || prices.isEmpty ? delta : try Delta(units: 2 * delta.units)
            let tight =
                accountant.epsilon(delta: delta) + (running.isEmpty ? 0 : Rho.epsilon(of: squares, delta: delta))
            return BudgetReport.Forecast(
                windows: count, epsilon: sum * Double(count) + totals,
                tightEpsilon: min(sum * Double(count) + totals, tight), delta: stated.approximation)
        }
    }

    // MARK: What is kept for questions

    private func kept(_ metric: Metric, _ days: Int, _ entries: [LedgerEntry]) async throws -> BudgetReport.Kept {
        let length = metric.guarantee.window
        let limit = metric.guarantee.spend.epsilonMillionths
        let asked = entries.filter { $0.charge.kind == .question && $0.charge.metric == metric.name }
        var spent: [Int64: Int64] = [:]
        for entry in asked { spent[entry.charge.window.start, default: 0] += entry.charge.price.epsilonMillionths }
        let windows = try await store.sealedWindows(of: metric.name, length, in: 0..<Int64.max)
        let recent = asked.filter { $0.chargedAt > now - 7 * 86400 }
        return BudgetReport.Kept(
            metric: metric.name, keepDays: days, limit: epsilon(limit),
            windows: windows.map {
                let used = spent[$0.window.start] ?? 0
                return BudgetReport.Kept.Window(
                    start: $0.window.start, expires: $0.expiresAt, spent: epsilon(used),
                    left: epsilon(max(0, limit - used)))
            },
            recentQuestions: Set(recent.map { "\($0.chargedAt) \($0.charge.question ?? "")" }).count,
            exhaustedAt: exhaustion(of: limit, spent, recent))
    }

    /// At the pace at which the most asked window was charged in the last seven days.
    private func exhaustion(of limit: Int64, _ spent: [Int64: Int64], _ recent: [LedgerEntry]) -> Int64? {
        var pace: [Int64: Int64] = [:]
        for entry in recent { pace[entry.charge.window.start, default: 0] += entry.charge.price.epsilonMillionths }
        guard let fastest = pace.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
        let left = Double(max(0, limit - (spent[fastest.key] ?? 0)))
        return now + Int64(left / Double(fastest.value) * 7 * 86400)
    }
}

extension LedgerScope {
    var kind: String {
        switch self {
        case .project: "project"
        case .category: "category"
        case .metric: "metric"
        case .partner: "partner"
        }
    }

    var name: String {
        switch self {
        case .project: "all metrics"
        case .category(let name), .metric(let name), .partner(let name): name
        }
    }
}
