import Foundation
import TacitCatalog
package import TacitKeys
import TacitPages
import TacitScrub
import TacitSeal
import TacitStores

/// Reads every byte that lies in a state folder, and says what should not be there.
///
/// It takes no lock and writes nothing, so it can be run beside a collector. It names files, pages and places, never what it found.
///
/// ```swift
/// let verification = await StorageVerifier(state: ".state", keys: .standard(in: ".state"), wall: now).verify()
/// verification.holds
/// ```
package struct StorageVerifier: Sendable {
    private let state: String
    private let keys: KeySource
    private let wall: Int64

    /// - Parameters:
    ///   - keys: where the folder's master key comes from.
    ///   - wall: now, in seconds since 1970; a folder whose clock is simulated lives in its own time.
    package init(state: String, keys: KeySource, wall: Int64) {
        self.state = state
        self.keys = keys
        self.wall = wall
    }

    package func verify() async -> Verification {
        var verification = await look()
        // Beside a collector some of it may just have been on its way: what is a fault is one a moment later too.
        if !verification.holds, StateFolder.isClaimed(state) {
            try? await Task.sleep(for: .milliseconds(1200))
            let again = await look()
            for (number, check) in again.checks.enumerated() where number < verification.checks.count {
                let before = Set(verification.checks[number].faults.map(Self.file))
                verification.checks[number].faults = check.faults.filter { before.contains(Self.file($0)) }
            }
        }
        return verification
    }

    /// A fault by its file: in a store that is written to, pages move.
    private static func file(_ fault: Verification.Finding) -> String {
        fault.place.split(separator: ",").first.map(String.init) ?? fault.place
    }

    private func look() async -> Verification {
        let inspection = StorageInspection(state: state, prefix: "", keys)
        await inspection.run(wall: wall)
        let demo = state + "/" + StorageInspection.demoFolder
        if Files.exist(demo) {
            let played = StorageInspection(
                state: demo, prefix: StorageInspection.demoFolder + "/", .standard(in: demo))
            await played.run(wall: wall)
            inspection.add(played)
        }
        return inspection.verification
    }
}
