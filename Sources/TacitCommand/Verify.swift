import ArgumentParser
import Foundation
import TacitCollector
import TacitStores

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check what is stored against what was promised. Exits 3 where something falls short.",
        subcommands: [Privacy.self])

    struct Privacy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Compare every stored figure with its price in the ledger, and try to find people in the figures.",
            discussion: "Nothing is drawn, spent or changed.")

        @Option(help: ArgumentHelp("The collector's state folder.", valueName: "folder"), completion: .directory)
        var state = ".state"

        @Flag(help: "Write JSON.")
        var json = false

        func run() async throws {
            let verification: Verification
            do {
                let store = try SQLiteStore(reading: StateFolder.database(in: state))
                let now = try await TacitCollector.Report.now(in: store, wall: Int64(Date().timeIntervalSince1970))
                let catalog = try await TacitCollector.Report.catalog(in: store, now: now)
                verification = try await PrivacyVerifier(store: store, catalog: catalog, now: now).verify()
            } catch {
                throw Failure(error)
            }
            print(json ? JSON.text(verification) : VerificationText(verification, style: Terminal.style).text)
            if !verification.holds { throw ExitCode(3) }
        }
    }
}
