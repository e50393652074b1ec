import ArgumentParser
import Foundation
import TacitCatalog
import TacitCollector
import TacitKeys
import TacitStores

/// A state folder that is looked into, whether a collector runs on it or not.
struct FolderOptions: ParsableArguments {
    @OptionGroup var named: CollectorFolder

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Look into the folder of `tacit demo`.")
    var demo = false

    func database() throws -> (path: String, keys: KeySource) {
        let folder = try named.path(demo: demo)
        return (StateFolder.database(in: folder), try named.keys(in: folder))
    }

    /// What a store holds, the catalog that its last collector ran with, and the time that it lives in.
    typealias Content = (store: SQLiteStore, catalog: TacitCatalog.Catalog, now: Int64)

    func read() async throws -> Content {
        let (path, keys) = try Failure.of(database)
        return try await Self.read(path, keys: keys)
    }

    static func read(_ database: String, keys: KeySource) async throws -> Content {
        do {
            let store = try SQLiteStore(reading: database, keys: keys)
            let now = try await TacitCollector.Report.now(in: store, wall: Int64(Date().timeIntervalSince1970))
            return (store, try await TacitCollector.Report.catalog(in: store, now: now), now)
        } catch {
            throw Failure(error)
        }
    }
}
