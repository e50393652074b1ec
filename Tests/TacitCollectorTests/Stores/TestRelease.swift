import TacitCatalog
import TacitPrivacy
import TacitStores

extension Release {
    /// A release of a count by one closed dimension, with what a test varies.
    static func test(
        _ metric: String, start: Int64 = 1_800_000_000, length: WindowLength = .minute, epsilon: Int64 = 1_000_000,
        delta: Int64 = 0, kind: String = "count", cells: [ReleasedCell] = [], expires: Int64 = 2_000_000_000,
        change: (inout ReleaseTerms) -> Void = { _ in }
    ) -> Release {
        var terms = ReleaseTerms(
            description: "How many.", event: "thing", kind: kind, unit: "events",
            dimensions: [.init(name: "kind", domain: ["a", "b", "c"])], edges: [], range: nil,
            epsilonMillionths: epsilon, deltaUnits: delta, maxCells: 2, maxPerCell: 3, k: 5)
        change(&terms)
        let window = WindowID(length: length, start: start)
        return Release(
            metric: metric, window: window, observedFrom: start, releasedAt: window.end + 15, expiresAt: expires,
            unit: .contributor, terms: terms, cells: cells)
    }
}

extension ReleasedCell {
    static func test(_ labels: String..., contributors: Int64 = 10, figures: Int64...) -> ReleasedCell {
        ReleasedCell(labels: labels, contributors: contributors, figures: figures)
    }
}

extension LedgerLimits {
    /// A budget for the whole, and nothing for its parts.
    static func test(_ epsilon: String, delta: String = "0.001") throws -> LedgerLimits {
        LedgerLimits(Budget(epsilon: try Epsilon(epsilon), delta: try Delta(delta)))
    }
}

extension SQLiteStore {
    /// Removes what has expired, bytes and all; how many records that were.
    func purge(now: Int64, _ limits: RetentionLimits = RetentionLimits()) async throws -> Int64 {
        let removed = try await remove(.expired(limits, now: now))
        _ = try await overwrite()
        return removed.reduce(0) { $0 + $1.records }
    }
}

extension ReleaseStore {
    /// What was charged of a window, over all metrics.
    func spent(in window: WindowID) async throws -> PrivacySpend {
        let entries = try await ledger(of: window.length, from: window.start).filter { $0.charge.window == window }
        return try LedgerArithmetic.total(entries.map(\.charge.price))
    }
}
