import ArgumentParser
import Foundation
import TacitCollector
import TacitKeys
import TacitSeal

/// A state folder, and the configuration that says where its master key comes from.
struct KeyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"), completion: .file(extensions: ["yaml"]))
    var config: String?

    @Option(help: ArgumentHelp("The collector's state folder.", valueName: "folder"), completion: .directory)
    var state: String?

    static var defaultFile: String? {
        FileManager.default.fileExists(atPath: "tacit.yaml") ? "tacit.yaml" : nil
    }

    func configuration() throws -> CollectorConfiguration {
        try CollectorConfiguration.load(
            file: config ?? Self.defaultFile, environment: ProcessInfo.processInfo.environment,
            overrides: state.map { ["state": $0] } ?? [:])
    }

    /// The folder, and where its master key comes from.
    func folder() throws -> (state: String, keys: KeySource) {
        let configuration = try configuration()
        let keys = try configuration.keys.source(
            in: configuration.state, environment: ProcessInfo.processInfo.environment)
        return (configuration.state, keys)
    }
}

/// The passphrase of a file that leaves the machine.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file whose first line is the passphrase; without it, it is typed or comes on standard input.",
            valueName: "file"), completion: .file())
    var passphraseFile: String?

    var passphrase: Passphrase { Self.passphrase(passphraseFile, asking: "Passphrase of the backup: ") }

    /// From a file, or from standard input.
    static func passphrase(_ file: String?, asking question: String) -> Passphrase {
        Passphrase(file.map { .file($0) } ?? .descriptor(0), asking: question)
    }
}
