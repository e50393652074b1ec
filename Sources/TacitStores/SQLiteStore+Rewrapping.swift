import Foundation
import GRDB
import TacitCatalog
package import TacitSeal

/// Which generation of the key ring wraps the keys of what is kept.
extension SQLiteStore {
    package struct WrappedKeys: Sendable, Equatable, Encodable {
        package var windows = 0
        package var totals = 0
        package var generations: Set<UInt32> = []

        package init() {}
    }

    /// The keys of exact figures and of running totals.
    package func wrappedKeys() async throws -> WrappedKeys {
        try await read { db in
            func generations(_ table: String) throws -> [UInt32] {
                try Data.fetchAll(db, sql: "SELECT substr(key, 1, 4) FROM \(table)").compactMap(KeyRing.generation)
            }
            let (windows, totals) = (try generations("exact"), try generations("steps"))
            var keys = WrappedKeys()
            (keys.windows, keys.totals, keys.generations) = (windows.count, totals.count, Set(windows + totals))
            return keys
        }
    }

    /// Has the ring's current generation wrap all keys that earlier ones wrap, in one transaction, and leaves nothing of what they
    /// were in the log. No figure is touched; what does not open stays as it is.
    package func rewrapKeys(with ring: KeyRing) async throws -> (rewrapped: Int, unopened: Int) {
        let result = try await write { db in
            var rewrapped = 0
            var unopened = 0
            func next(_ key: Data, _ context: String) -> Data? {
                do {
                    return try ring.rewrapped(key, context: Array(context.utf8), for: .exactFigures)
                } catch {
                    unopened += 1
                    return nil
                }
            }
            for sealed in try Self.sealedWindows(db) {
                guard let key = sealed.envelope.flatMap({ next($0.wrappedKey, (try? sealed.context) ?? "") }) else {
                    continue
                }
                try db.execute(
                    sql: "UPDATE exact SET key = ? WHERE metric = ? AND length = ? AND start = ?",
                    arguments: [key, sealed.metric, sealed.window.length.rawValue, sealed.window.start])
                rewrapped += 1
            }
            for metric in try String.fetchAll(db, sql: "SELECT metric FROM steps") {
                guard let steps = try Self.steps(of: metric, db), let envelope = steps.envelope,
                    let key = next(envelope.wrappedKey, (try? steps.context) ?? "")
                else { continue }
                try db.execute(sql: "UPDATE steps SET key = ? WHERE metric = ?", arguments: [key, metric])
                rewrapped += 1
            }
            return (rewrapped, unopened)
        }
        // What earlier generations wrapped opens with nothing that will be left: the file need not be written anew for it.
        _ = try await maintain { try $0.checkpoint(.truncate) }
        return result
    }
}
