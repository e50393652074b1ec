import ArgumentParser
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

        @OptionGroup var options: FolderOptions

        func run() async throws {
            let (store, catalog, now) = try await options.read()
            let verification: Verification
            do {
                verification = try await PrivacyVerifier(store: store, catalog: catalog, now: now).verify()
            } catch {
                throw Failure(error)
            }
            print(options.json ? JSON.text(verification) : VerificationText(verification, style: Terminal.style).text)
            if !verification.holds { throw ExitCode(3) }
        }
    }
}
