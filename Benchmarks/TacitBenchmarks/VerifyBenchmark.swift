import Foundation
import TacitCatalog
import TacitCollector
import TacitKeys
import TacitPrivacy
import TacitSeal
import TacitStores

/// How fast every byte of a state folder is read and looked at: `tacit verify storage` on a store that the product's own code has
/// written, with releases of closed and open labels and exact figures that are kept for questions.
struct VerifyBenchmark {
    static func run() async throws {
        print("Verification of every stored byte (pages and envelopes; nothing in it falls short)")
        for megabytes in [100, 400] {
            let folder = NSTemporaryDirectory() + "tacit-bench-verify-\(UUID().uuidString)"
            try Files.makeFolder(folder)
            defer { try? Files.removeAll(folder) }
            try await fill(folder, megabytes: megabytes)
            try await measure(folder)
        }
        print("")
    }

    private static func measure(_ folder: String) async throws {
        let bytes = Double(Files.size(StateFolder.database(in: folder)) ?? 0)
        var (wall, processor) = (Double.infinity, Double.infinity)
        for _ in 0..<3 {
            let (clock, start) = (ContinuousClock.now, processorSeconds())
            let verification = await StorageVerifier(state: folder, keys: .standard(in: folder), wall: end).verify()
            processor = min(processor, processorSeconds() - start)
            let (seconds, attoseconds) = (ContinuousClock.now - clock).components
            wall = min(wall, Double(seconds) + Double(attoseconds) / 1e18)
            guard verification.holds else { throw FallsShort(verification) }
        }
        let size = "\(rounded(bytes / 1e6, 0)) MB"
        row("a store of \(size), MB per second", rounded(bytes / wall / 1e6, 0))
        row("  and per CPU second", rounded(bytes / processor / 1e6, 0))
    }

    private struct FallsShort: Error, CustomStringConvertible {
        let description: String

        init(_ verification: Verification) {
            description = verification.checks.flatMap(\.faults).prefix(3).map { "\($0.place): \($0.what)" }
                .joined(separator: "; ")
        }
    }

    // MARK: A store

    private static let start: Int64 = 1_800_057_600
    private static let end = start + 30 * 86400

    /// Windows of an hour, each with 20,000 cells of a metric and 200 kB of exact figures, until the file is as large.
    private static func fill(_ folder: String, megabytes: Int) async throws {
        let store = try SQLiteStore(path: StateFolder.database(in: folder))
        let limits = LedgerLimits(Budget(epsilon: try Epsilon("1"), delta: try Delta("0.001")))
        var hour: Int64 = 0
        while Files.size(StateFolder.database(in: folder)) ?? 0 < megabytes * 1_000_000 {
            let window = WindowID(length: .hour, start: start + hour * 3600)
            try await store.commit(
                ClosedWindow(window, releases: [release(of: window)], sealed: [try exact(of: window, store)]),
                limits: limits, at: window.end)
            hour += 1
        }
        guard try await store.overwrite() else { throw CocoaError(.fileWriteUnknown) }
        try store.close()
    }

    private static func release(of window: WindowID) -> Release {
        let cells = (0..<20_000).map { number in
            ReleasedCell(
                labels: ["feature.\(number % 40).opened", "2.\(number / 40).\(number % 7)"],
                contributors: Int64.random(in: 5...5000),
                figures: [.random(in: 0...90_000), .random(in: 0...9_000_000)])
        }
        return Release(
            metric: "feature.uses", window: window, observedFrom: window.start, releasedAt: window.end,
            expiresAt: window.end + 365 * 86400, unit: .contributor, terms: terms, cells: cells)
    }

    private static func exact(of window: WindowID, _ store: SQLiteStore) throws -> SealedWindow {
        var sealed = SealedWindow(
            metric: "feature.asked", window: window, observedFrom: window.start, sealedAt: window.end,
            expiresAt: window.end + 300 * 86400, unit: .contributor, terms: terms)
        var exact = ExactBytes(capacity: 4000 * ExactBytes.size(labels: ["feature.0000"], figures: 2))
        for number in 0..<4000 {
            exact.append(
                labels: ["feature.\(1000 + number)"], contributors: .random(in: 5...5000),
                figures: [.random(in: 0...90_000), .random(in: 0...9_000_000)])
        }
        var bytes = exact.finish()
        sealed.envelope = try store.seal(&bytes, context: sealed.context)
        return sealed
    }

    private static let terms = ReleaseTerms(
        description: "Uses of each feature", event: "feature.used", kind: "mean", unit: "events",
        dimensions: [.init(name: "feature", domain: nil), .init(name: "version", domain: nil)], edges: [],
        range: .init(lower: 0, upper: 100, granularity: 1), epsilonMillionths: 500_000, deltaUnits: 1000, maxCells: 2,
        maxPerCell: 3, k: 5)
}
