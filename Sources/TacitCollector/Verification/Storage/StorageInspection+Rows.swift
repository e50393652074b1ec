import TacitCatalog
import TacitPages
import TacitStores

/// What only the rows together can tell.
extension StorageInspection {
    /// - Parameter stray: how many cells belong to no release.
    func lookAtRows(strayCells stray: Int?) async {
        guard let store else { return }
        await lookAtSchema(store)
        guard let stray else { return }
        if stray > 0 {
            fault(
                \.exact, at: "\(prefix)tacit.sqlite, cell",
                "\(stray) cells belong to no release, and nobody knows their noise",
                remedy: "do not pass the folder on; find out what wrote them, and restore it from a backup")
        }
        await lookAtReleases(store)
    }

    private func lookAtSchema(_ store: SQLiteStore) async {
        for (table, count) in (try? await store.strangeRows()) ?? [] {
            fault(
                \.schema, at: "\(prefix)tacit.sqlite, \(table)",
                "\(count) rows are of a time or a length of window that no collector writes",
                remedy: "find out who could write to the store, then restore it from a backup")
        }
        guard let declared = try? SQLiteStore.declaredSchema(), let there = try? await store.schema() else { return }
        checks.schema.examined = there.count
        for (name, sql) in there.sorted(by: { $0.key < $1.key }) where declared[name] != sql {
            fault(
                \.schema, at: "\(prefix)tacit.sqlite",
                declared[name] == nil
                    ? "has a table, index or trigger that Tacit does not make" : "has another \(name)",
                remedy: "find out who made it and what it holds, then restore the store from a backup")
        }
        for name in declared.keys.sorted() where there[name] == nil {
            fault(
                \.schema, at: "\(prefix)tacit.sqlite", "has lost \(name)",
                remedy: "find out who removed it, then restore the store from a backup")
        }
    }

    /// No class has a longer limit.
    private static let longest: Int64 = 366 * 86400

    /// What a row says of its end must not be later than what the catalog and Tacit allow.
    private func lookAtReleases(_ store: SQLiteStore) async {
        let metrics = (try? await Report.catalog(in: store, now: now))?.metrics ?? []
        let kept = Dictionary(
            metrics.compactMap { metric in metric.mode.keepDays.map { (metric.name, Int64($0) * 86400) } }
        ) { first, _ in first }
        for end in (try? await store.ends()) ?? [] {
            let lifetime = limits.limit(of: end.metric).seconds
            let limit = end.made + (end.isExact ? min(kept[end.metric] ?? lifetime, lifetime) : lifetime)
            if end.expires > end.made + Self.longest {
                fault(
                    \.expired,
                    at: "\(prefix)tacit.sqlite, \(end.isExact ? "exact" : "release"), "
                        + PrivacyVerifier.place(end.metric, end.window),
                    "is to be held longer than any class may be",
                    remedy: "its end was moved: find out who could write to the store, and purge it")
            }
            guard limit < latest, end.expires >= latest else { continue }
            fault(
                \.expired,
                at: "\(prefix)tacit.sqlite, \(end.isExact ? "exact" : "release"), "
                    + PrivacyVerifier.place(end.metric, end.window),
                "has been held since \(TimeText.day(end.made)), and its limit was \(TimeText.day(limit))",
                remedy: "its row says otherwise, or the limit was lowered: delete it, and see who wrote it")
        }
    }
}
