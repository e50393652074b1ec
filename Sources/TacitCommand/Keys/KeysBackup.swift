import ArgumentParser
import Foundation
import TacitCollector

extension Keys {
    struct Backup: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the key ring into one file, sealed under a passphrase.",
            discussion: "`tacit backup` writes the store too.")

        @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
        var file: String

        @OptionGroup var options: CollectorFolder
        @OptionGroup var secret: PassphraseOptions

        func run() async throws {
            try await Failure.awaiting {
                let (state, keys) = try options.existing()
                try TacitCollector.Backup(file).write(
                    keysOf: state, from: keys, under: secret.passphrase, at: Int64(Date().timeIntervalSince1970))
            }
            print("The keys are in \(file), under the passphrase.")
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a key ring back into a state folder that has none, under the configured master key.")

        @Argument(help: ArgumentHelp("What `tacit keys backup` wrote.", valueName: "file"))
        var file: String

        @OptionGroup var options: CollectorFolder
        @OptionGroup var secret: PassphraseOptions

        func run() async throws {
            try await Failure.awaiting {
                let (state, keys) = try options.configured()
                try TacitCollector.Backup(file).restoreKeys(to: state, under: keys, with: secret.passphrase)
                print("The keys are in \(state) again.")
            }
        }
    }
}
