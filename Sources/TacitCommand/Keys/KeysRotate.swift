import ArgumentParser
import Foundation
import TacitCollector
import TacitKeys
import TacitSeal
import TacitStores

extension Keys {
    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw a new master key and a new generation, wrap all keys anew, and destroy the old ones.",
            discussion: """
                No data is written anew. It needs the state folder for itself: stop the collector first, which goes on where it was.
                The new master key is the one that the configuration asks for, so this is also how its source is changed. Shares of
                the old one open nothing any more: split anew.
                """)

        @OptionGroup var options: CollectorFolder

        @Option(
            help: ArgumentHelp(
                "A file whose first line is the new passphrase, or - to type it; without it the passphrase stays.",
                valueName: "file"))
        var newPassphraseFile: String?

        @Flag(help: "Write JSON.")
        var json = false

        func run() async throws {
            let rotated = try await Failure.awaiting {
                let configuration = try options.configuration()
                // Where there is none, no folder is made to say so.
                _ = try KeyRingFile(in: configuration.state).head()
                let state = try StateFolder(claiming: configuration.state)
                let environment = ProcessInfo.processInfo.environment
                let configured = try configuration.keys.source(in: state.path, environment: environment)
                let old = try configuration.keys.present(in: state.path, configured, environment: environment)
                return try await KeyRotation(state, from: old, to: renewed(configured)).run(
                    at: Int64(Date().timeIntervalSince1970))
            }
            if json { return print(JSON.text(rotated)) }
            print(
                "Generation \(rotated.generation) under master key \(rotated.master). Keys wrapped anew: \(rotated.rewrapped)."
            )
            if rotated.unopened > 0 {
                print("Keys that did not open before, and do not now: \(rotated.unopened). `tacit query` names them.")
            }
        }

        private func renewed(_ source: KeySource) throws -> KeySource {
            guard let newPassphraseFile else { return source }
            guard case .passphrase = source else {
                throw Failure(
                    "--new-passphrase-file is for `keys.source: passphrase`, and the configuration says otherwise; "
                        + "say that there, or leave it out.")
            }
            let file = newPassphraseFile == "-" ? nil : newPassphraseFile
            return .passphrase(PassphraseOptions.passphrase(file, asking: "New passphrase of the keys: "))
        }
    }
}
