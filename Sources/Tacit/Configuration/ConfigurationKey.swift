import TacitSeal

/// One setting: its name, what it takes, and where that goes.
struct ConfigurationKey: Sendable {
    let name: String
    /// What may be written, after "must be".
    let expected: String
    /// Takes a text; false where it is none that the setting takes.
    let take: @Sendable (String, inout Configuration) -> Bool
    /// Whether the value that a program gave is one that could have been written.
    let isSound: @Sendable (Configuration) -> Bool

    var variable: String { "TACIT_" + name.uppercased() }

    static let all: [ConfigurationKey] = [
        enabled, consent, endpoint, certificates, token, collectorKey,
        choice("sealed", \.sealing), flag("auto_transmit", \.autoTransmit),
        duration("transmission_interval", \.transmissionInterval, .seconds(60)...(.seconds(30 * 86_400))),
        number("min_batch_size", \.minBatchSize, 1...100_000), number("max_queue_size", \.maxQueueSize, 1...100_000),
        size("max_queue_bytes", \.maxQueueBytes, 65_536...1_000_000_000), choice("privacy_level", \.privacyLevel),
        path("state_folder", \.stateFolder), duration("flush_bound", \.flushBound, .zero...(.seconds(10))),
        duration("sync_interval", \.syncInterval, .milliseconds(10)...(.seconds(3600))),
        number("log_days", \.logDays, 1...3650), flag("verbose", \.isVerbose),
    ]

    static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Variables of ours that are no settings of this kind.
    static let otherVariables: Set<String> = ["TACIT_STATE_HOME", "TACIT_TELEMETRY_CONFIG"]

    private static let enabled = ConfigurationKey(name: "enabled", expected: Flag.expected) { text, configuration in
        let flag = Flag(text)
        guard flag == .on || flag == .off else { return false }
        // Whoever said off is not overruled.
        configuration.isEnabled = flag == .on && configuration.isEnabled != false
        return true
    } isSound: { _ in
        true
    }

    private static let consent = ConfigurationKey(
        name: "consent", expected: "names of consent categories, each with `=basic`, `=enhanced` or `=full` if need be"
    ) { text, configuration in
        guard let consent = ConfiguredConsent.parse(text) else { return false }
        configuration.consent = consent
        return true
    } isSound: { configuration in
        configuration.consent.keys.allSatisfy(ConfiguredConsent.isName)
    }

    private static let endpoint = ConfigurationKey(
        name: "endpoint", expected: "an address such as https://telemetry.example.com; http is for this machine alone"
    ) { text, configuration in
        configuration.endpoint = Endpoint.normalized(text)
        return configuration.endpoint != nil
    } isSound: { configuration in
        configuration.endpoint.map { Endpoint.normalized($0) == $0 } ?? true
    }

    private static let certificates = path("certificates", \.certificates)

    private static let token = ConfigurationKey(
        name: "token", expected: "a token of the collector: letters, digits and - . _ ~ + / ="
    ) { text, configuration in
        configuration.token = text
        return isToken(text)
    } isSound: { configuration in
        configuration.token.map(isToken) ?? true
    }

    /// What RFC 6750 lets stand behind `Bearer `.
    private static func isToken(_ text: String) -> Bool {
        let signs = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=".utf8)
        return (1...4096).contains(text.utf8.count) && text.utf8.allSatisfy(signs.contains)
    }

    private static let collectorKey = ConfigurationKey(
        name: "collector_key", expected: "the fingerprint that the collector shows, 64 hexadecimal digits"
    ) { text, configuration in
        configuration.collectorKey = text.lowercased()
        return isFingerprint(text.lowercased())
    } isSound: { configuration in
        configuration.collectorKey.map(isFingerprint) ?? true
    }

    private static func isFingerprint(_ text: String) -> Bool { Hex.bytes(text)?.count == 32 }
}

extension Configuration {
    /// Every setting: its name in files, its variable, and what may be written.
    package static var settings: [(name: String, variable: String, expected: String)] {
        ConfigurationKey.all.map { ($0.name, $0.variable, $0.expected) }
    }

    /// Every variable of the environment that the SDK reads for its configuration.
    package static var variables: Set<String> {
        ConfigurationKey.otherVariables.union(ConfigurationKey.all.map(\.variable))
    }
}
