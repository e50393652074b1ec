import ArgumentParser
import Foundation
import TacitCollector
import TacitSeal

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write what has to be kept of a state folder into one file, sealed under a passphrase.",
        discussion: """
            Releases, ledger, answers, keys and tokens are in it; open windows, the journal, sealed detail and exact figures are not. The collector
            may go on meanwhile.
            """)

    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
    var file: String

    @OptionGroup var options: CollectorFolder
    @OptionGroup var secret: PassphraseOptions

    @Flag(help: "Write JSON.")
    var json = false

    private struct Written: Encodable {
        let file: String
        let bytes: Int
    }

    func run() async throws {
        try await Failure.awaiting {
            let (state, keys) = try options.existing()
            try TacitCollector.Backup(file).write(
                state, from: keys, under: secret.passphrase, at: Int64(Date().timeIntervalSince1970))
        }
        let written = Written(file: file, bytes: Files.size(file) ?? 0)
        print(json ? JSON.text(written) : "The backup is in \(file), \(written.bytes) bytes, under the passphrase.")
    }
}
