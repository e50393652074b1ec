package import TacitKeys
package import TacitSeal

/// Where the master key of the state folder comes from.
package struct KeySettings: Sendable, Equatable {
    package var source = Source.file
    /// `nil`: `master.key` in the state folder.
    package var file: String?
    package var variable = "TACIT_MASTER_KEY_FILE"
    package var passphraseFile: String?
    package var passphraseDescriptor = 0
    package var command: String?
    package var commandSeconds = 30

    package enum Source: String, Sendable, CaseIterable { case file, environment, passphrase, command }
}

extension KeySettings {
    /// What is asked on a terminal.
    package static let question = "Passphrase of the keys: "

    /// The source of a state folder's master key.
    package func source(in state: String, environment: [String: String]) throws(KeyError) -> KeySource {
        switch source {
        case .file: return file.map { .file($0) } ?? .standard(in: state)
        case .environment:
            guard let path = environment[variable], !path.isEmpty else {
                throw KeyError(
                    .missing, at: "the environment",
                    remedy: "\(variable) names no file; `keys.source: environment` takes the master key's from there")
            }
            return .file(path)
        case .passphrase:
            let input = passphraseFile.map(Passphrase.Input.file) ?? .descriptor(Int32(passphraseDescriptor))
            return .passphrase(Passphrase(input, asking: Self.question))
        case .command:
            return .vault(KeyCommand(command ?? "", seconds: commandSeconds, environment: environment))
        }
    }

    /// The source under which a folder's key ring lies now, which may be another than the configured one.
    package func present(
        in state: String, _ configured: KeySource, environment: [String: String]
    ) throws(KeyError) -> KeySource {
        switch (try KeyRingFile(in: state).head().lock, configured) {
        case (.file, .file(let path)) where Files.exist(path) || Files.exist(path + ".next"): return configured
        case (.file, _): return .standard(in: state)
        case (.passphrase, .passphrase), (.command, .vault): return configured
        case (.passphrase, _): return try setting(.passphrase).source(in: state, environment: environment)
        case (.command, _): return try setting(.command).source(in: state, environment: environment)
        }
    }

    private func setting(_ source: Source) -> KeySettings {
        var settings = self
        settings.source = source
        return settings
    }

    /// What is wrong with settings that are right by themselves.
    func faults(origins: [String: ConfigurationOrigin]) -> [ConfigurationFault] {
        guard source == .command, command == nil else { return [] }
        return [
            ConfigurationFault(
                origin: origins["keys.source"] ?? .default, key: "keys.source", code: .missingValue,
                message: "is command, and no command is named",
                remedy: "name the program that wraps and unwraps the master key in `keys.command`")
        ]
    }
}
