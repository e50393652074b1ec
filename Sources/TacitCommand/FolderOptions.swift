import ArgumentParser
import Foundation
import TacitCatalog
import TacitCollector
import TacitStores

/// A state folder that is looked into, whether a collector runs on it or not.
struct FolderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The collector's state folder.", valueName: "folder"), completion: .directory)
    var state = ".state"

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Look into the folder of `tacit demo`.")
    var demo = false

    var database: String { StateFolder.database(in: demo ? Demo.folder(in: state) : state) }

    /// What the folder holds, the catalog that its last collector ran with, and the time that it lives in.
    func read() async throws -> (store: SQLiteStore, catalog: TacitCatalog.Catalog, now: Int64) {
        do {
            let store = try SQLiteStore(reading: database, keys: FolderKeys.source(of: database))
            let now = try await TacitCollector.Report.now(in: store, wall: Int64(Date().timeIntervalSince1970))
            return (store, try await TacitCollector.Report.catalog(in: store, now: now), now)
        } catch {
            throw Failure(error)
        }
    }
}
