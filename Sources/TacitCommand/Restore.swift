import ArgumentParser
import Foundation
import TacitCollector

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup into a state folder that has no store, under the configured master key.",
        discussion: "Windows that are over by now stay closed, and what has reached its limit since does not come back."
    )

    @Argument(help: ArgumentHelp("What `tacit backup` wrote.", valueName: "file"))
    var file: String

    @OptionGroup var options: CollectorFolder
    @OptionGroup var secret: PassphraseOptions

    @Flag(help: "Write JSON.")
    var json = false

    func run() async throws {
        let (state, restored) = try await Failure.awaiting {
            let (state, keys) = try options.configured()
            let now = Int64(Date().timeIntervalSince1970)
            return (
                state,
                try await TacitCollector.Backup(file).restore(
                    to: state, under: keys, with: secret.passphrase, at: now)
            )
        }
        if json { return print(JSON.text(restored)) }
        let made = Date(timeIntervalSince1970: Double(restored.made)).formatted(.iso8601)
        print("The backup of \(made) is in \(state).")
        print(
            "Rows that reached their limit since and are gone: \(restored.expired); removed again: \(restored.removed)."
        )
    }
}
