import TacitCatalog
import TacitSessions
import TacitWire

/// Every key that there is. Whatever else knows the keys (the loader, the names in the environment and on the command line,
/// the documents, the shipped file) follows from this table.
package enum ConfigurationKeys {
    package static let all: [ConfigurationKey] = [
        enabled,
        catalog,
        ConfigurationKey(
            "state", \.state, .path,
            "The folder of the store; a relative path starts at the working folder, wherever it is written."),
        ConfigurationKey(
            "first_look", \.firstLook, .flag,
            "Windows of one minute for all metrics, so that a newcomer sees a release at once."),

        ConfigurationKey(
            "listen.otlp_http", \.listen.otlpHTTP, .endpoint,
            "Where OTLP over HTTP is received; port 0 takes any free one."),
        ConfigurationKey(
            "listen.otlp_grpc", \.listen.otlpGRPC, .endpoint,
            "Where OTLP over gRPC is received; port 0 takes any free one."),
        ConfigurationKey(
            "listen.dashboard", \.listen.dashboard, .endpoint,
            "Where the dashboard is served; port 0 takes any free one."),
        plaintextOffLoopback,

        ConfigurationKey(
            "tls.certificate", \.tls.certificate, .file,
            "The certificate in PEM with which listeners speak TLS 1.3, and those between it and its authority.",
            isRelativeToFile: true),
        ConfigurationKey(
            "tls.key", \.tls.key, .file,
            "The certificate's key in PEM, not encrypted, which its owner alone can read.", isRelativeToFile: true),
        ConfigurationKey(
            "tls.listeners", \.tls.listeners, .choices,
            "The listeners that speak TLS where there is a certificate."),
        ConfigurationKey(
            "tls.require_post_quantum", \.tls.requirePostQuantum, .flag,
            "Refuses connections whose keys are not agreed with X25519MLKEM768, which is chosen anyway where a client prefers it."
        ),
        ConfigurationKey(
            "tls.client_ca", \.tls.clientCA, .file,
            "The authorities in PEM of which a client has to present a certificate; nothing: clients present none.",
            isRelativeToFile: true),
        ConfigurationKey(
            "tls.client_ca_listeners", \.tls.clientCAListeners, .choices,
            "The listeners that ask clients for a certificate where there are authorities for it."),

        ConfigurationKey(
            "access.require_token", \.access.requireToken, .flag,
            "Takes data only with a token, also before the first one has been made."),
        ConfigurationKey(
            "access.page", \.access.page, .choice,
            "Whether the page asks for a token: auto asks where it is listened for beyond this machine, token everywhere, open nowhere."
        ),

        ConfigurationKey(
            "consent.categories", \.consent.categories, .names,
            "The consent categories that you have a ground to collect where a record itself says nothing."),
        ConfigurationKey(
            "consent.level", \.consent.level, .choice,
            "The highest consent level that you have a ground for where a record itself says nothing."),

        ConfigurationKey(
            "journal", \.journal, .flag,
            "Writes what was taken to the disk, encrypted, before its sender is told so; off, the open windows end with the process."
        ),
        ConfigurationKey(
            "detail", \.detail, .flag,
            "Keeps every record that counts, sanitized and without who sent it, encrypted under a key of each day, for as long as `retention.detail` allows."
        ),

        ConfigurationKey(
            "limits.body_bytes", \.limits.bodyBytes, .size(1 << 10...1 << 30),
            "The size of a request's body, as it comes and decompressed; a larger one is refused."),
        ConfigurationKey(
            "limits.in_flight_bytes", \.limits.inFlightBytes, .size(1 << 20...16 << 30),
            "The size of all bodies together that are in memory at once; beyond it clients are asked to retry."),
        ConfigurationKey(
            "limits.nesting", \.limits.wire.maxDepth, .count(1...64),
            "How deep values may be nested; a request with a deeper one is refused."),
        ConfigurationKey(
            "limits.items", \.limits.wire.maxItems, .count(1...100_000_000),
            "Records, spans and data points of one request, with the blocks that they stand in; one with more is refused."
        ),
        ConfigurationKey(
            "limits.attributes", \.limits.wire.maxAttributesPerRecord, .count(1...65_536),
            "Attributes that are read of one record, resource or scope; the rest is left out and counted."),
        ConfigurationKey(
            "limits.span_events", \.limits.wire.maxEventsPerRecord, .count(0...65_536),
            "Events that are read of one span; the rest is left out and counted."),
        ConfigurationKey(
            "limits.connections", \.limits.connections, .count(1...65_536),
            "Connections that are open at a time."),
        ConfigurationKey(
            "limits.idle_seconds", \.limits.idleSeconds, .duration(1...3600),
            "How long a connection may be silent before it is closed."),
        ConfigurationKey(
            "limits.header_bytes", \.limits.headerBytes, .size(1 << 10...1 << 20),
            "The size of a request's header; a larger one is refused."),
        ConfigurationKey(
            "limits.header_seconds", \.limits.headerSeconds, .duration(1...300),
            "How long a request's header may take to arrive."),
        ConfigurationKey(
            "limits.body_seconds", \.limits.bodySeconds, .duration(1...3600),
            "How long a request's body may take to arrive; a later one is answered 408, and its connection closed."),
        ConfigurationKey(
            "limits.contributors", \.windows.contributors, .count(1...100_000_000),
            "Contributors that one window takes, or up to a tenth fewer; then it refuses each record that names one."),
        ConfigurationKey(
            "limits.cells", \.windows.cells, .count(1...10_000_000),
            "Cells that an open metric takes in a window, and labels that all take together; or up to a tenth fewer."),

        ConfigurationKey(
            "limits.requests_per_second", \.limits.requestsPerSecond, .count(0...1_000_000),
            "Requests of one token in a second, of which ten seconds' worth may come at once; 0 is no limit."),
        ConfigurationKey(
            "limits.batches", \.limits.batches, .count(1...100_000_000),
            "Batches that are remembered until their windows have closed, so that a repeat adds nothing; beyond it clients are asked to retry."
        ),

        ConfigurationKey(
            "windows.grace_minute", \.windows[grace: .minute], .duration(0...3600),
            "How long a window of a minute waits for late records before it closes."),
        ConfigurationKey(
            "windows.grace_hour", \.windows[grace: .hour], .duration(0...86400),
            "How long a window of an hour waits for late records before it closes."),
        ConfigurationKey(
            // An SDK that asks for erasure names three days: today, and two before it, by a clock that may be a day off.
            "windows.grace_day", \.windows[grace: .day], .duration(0...86400),
            "How long a window of a day waits for late records before it closes."),
        ConfigurationKey(
            "windows.clock_skew", \.windows.clockSkew, .duration(0...86400),
            "How far a sender's clock may be ahead; records from further in the future are refused."),

        ConfigurationKey(
            "sealed.rotate", \.sealed.rotate, .duration(60...86400),
            "How long a key is offered to which batches are sealed; it opens for as long again, and is destroyed."),

        ConfigurationKey(
            "sessions.enabled", \.sessions.isEnabled, .flag,
            "Whether people may keep something here for the length of a session, which nobody can read without its token."
        ),
        ConfigurationKey(
            "sessions.ttl", \.sessions.limits.ttl, .duration(60...SessionLimits.longest),
            "How long a session lives where nothing else is asked for."),
        ConfigurationKey(
            "sessions.max_ttl", \.sessions.limits.maxTTL, .duration(60...SessionLimits.longest),
            "How long a session may live that asks for it, and how long at most one that is prolonged by use."),
        ConfigurationKey(
            "sessions.max_bytes", \.sessions.limits.maxBytes, .size(1 << 10...1 << 20),
            "The size of what a session holds; more is refused."),
        ConfigurationKey(
            "sessions.max_count", \.sessions.limits.maxCount, .count(1...100_000_000),
            "Sessions that there may be at a time; beyond it clients are asked to come later."),
        ConfigurationKey(
            "sessions.store", \.sessions.store, .choice,
            "Where sessions lie: in the memory of the collector, with which they end, or in a Redis that keeps nothing."
        ),
        ConfigurationKey(
            "sessions.realm", \.sessions.realm, .word,
            "The name of the collectors that share sessions; a token of one realm is unknown in every other."),
        ConfigurationKey(
            "sessions.redis_endpoint", \.sessions.redis.endpoint, .endpoint,
            "Where Redis speaks TLS."),
        ConfigurationKey(
            "sessions.redis_user", \.sessions.redis.user, .word,
            "The user of Redis's access list."),
        ConfigurationKey(
            "sessions.redis_password_file", \.sessions.redis.passwordFile, .path,
            "A file with the user's password, which its owner alone may read; a relative path starts at the working folder."
        ),
        ConfigurationKey(
            "sessions.redis_ca_file", \.sessions.redis.authorityFile, .path,
            "The certificates, in PEM, of who may sign that of Redis; a relative path starts at the working folder."),
        ConfigurationKey(
            "sessions.redis_connections", \.sessions.redis.connections, .count(1...64),
            "Connections to Redis."),
        ConfigurationKey(
            "sessions.redis_timeout", \.sessions.redis.timeout, .duration(1...60),
            "How long Redis may take to answer before clients are asked to retry."),

        ConfigurationKey(
            "retention.aggregates", \.retention.aggregates,
            .duration(3600...RetentionSettings.Class.aggregates.longest),
            "How long released figures and answers are kept whose metric is in no other class."),
        ConfigurationKey(
            "retention.operational", \.retention.operational,
            .duration(3600...RetentionSettings.Class.operational.longest),
            "How long the counters of what came in are kept."),
        ConfigurationKey(
            "retention.detail", \.retention.detail, .duration(3600...RetentionSettings.Class.detail.longest),
            "How long sealed detail is kept, and figures of metrics of the class detail."),
        ConfigurationKey(
            "retention.errors", \.retention.errors, .duration(3600...RetentionSettings.Class.errors.longest),
            "How long figures of metrics of the class errors are kept."),
        ConfigurationKey(
            "retention.health", \.retention.health, .duration(3600...RetentionSettings.Class.health.longest),
            "How long figures of metrics of the class health are kept."),
        ConfigurationKey(
            "retention.level", \.retention.level, .duration(3600...RetentionSettings.Class.level.longest),
            "How long figures of metrics of the class level are kept."),
        ConfigurationKey(
            "retention.classes", \.retention.classes, .ownClasses,
            "Classes of your own, each with its limit, from 1h to 366d."),
        ConfigurationKey(
            "retention.metrics", \.retention.metrics, .assignments,
            "Metrics that belong to another class than aggregates or have a limit of their own; of several the shortest counts."
        ),

        ConfigurationKey(
            "keys.source", \.keys.source, .choice,
            "Where the master key comes from, under which the keys of the state folder lie: a file, a file that a variable of the environment names, a passphrase, or a program that asks a key management service."
        ),
        ConfigurationKey(
            "keys.file", \.keys.file, .file,
            "The master key's file, which its owner alone may read; nothing: master.key in the state folder, made at the first start."
        ),
        ConfigurationKey(
            "keys.variable", \.keys.variable, .variable,
            "The variable of the environment that names the master key's file."),
        ConfigurationKey(
            "keys.passphrase_file", \.keys.passphraseFile, .file,
            "A file whose first line is the passphrase, which its owner alone may read, such as a service manager gives."
        ),
        ConfigurationKey(
            "keys.passphrase_descriptor", \.keys.passphraseDescriptor, .count(0...1023),
            "The descriptor from which the passphrase is read where no file is named; a terminal is asked."),
        ConfigurationKey(
            "keys.command", \.keys.command, .file,
            "The program that is called with wrap or unwrap, gets the key or the wrapped key on its standard input and gives the other on its standard output."
        ),
        ConfigurationKey(
            "keys.command_seconds", \.keys.commandSeconds, .duration(1...300),
            "How long that program may take."),

        ConfigurationKey(
            "log.level", \.logLevel,
            .choice(["trace", "debug", "info", "notice", "warning", "error", "critical"]),
            "The least severe messages that the collector writes about itself."),
        ConfigurationKey(
            "clock", \.clock, .clock,
            "The time by which windows open and close; a simulated one moves only when it is told to."),
    ]

    static let enabled = ConfigurationKey(
        "enabled", \.enabled, .flag,
        "The kill switch: false in any place wins over true in every other, and nothing is collected.")

    static let catalog = ConfigurationKey(
        "catalog", \.catalog, .path,
        "The list of what may be collected; a relative path in a file starts at the file's folder, elsewhere at the working one.",
        isRelativeToFile: true)

    static let plaintextOffLoopback = ConfigurationKey(
        "listen.plaintext_off_loopback", \.listen.plaintextOffLoopback, .flag,
        "Lets listeners leave the loopback interface although they have no TLS: whoever is on the way reads everything."
    )

    /// By dotted name.
    package static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Variables with our prefix that are no configuration of the collector: those of the SDK and of `tacit local`, which a program on the
    /// same machine may be given, the one that may name the master key's file, and the one of long tests. `TACIT_ENABLED` belongs to both.
    static let foreignVariables: Set<String> = [
        "TACIT_AUTO_TRANSMIT", "TACIT_CERTIFICATES", "TACIT_COLLECTOR_KEY", "TACIT_CONSENT", "TACIT_ENDPOINT",
        "TACIT_FLUSH_BOUND", "TACIT_LOCAL_FOLDER", "TACIT_LOG_DAYS", "TACIT_MASTER_KEY_FILE", "TACIT_MAX_QUEUE_BYTES",
        "TACIT_MAX_QUEUE_SIZE",
        "TACIT_MIN_BATCH_SIZE",
        "TACIT_PRIVACY_LEVEL", "TACIT_SEALED", "TACIT_SOAK", "TACIT_STATE_FOLDER", "TACIT_STATE_HOME",
        "TACIT_SYNC_INTERVAL", "TACIT_TELEMETRY_CONFIG", "TACIT_TOKEN", "TACIT_TRANSMISSION_INTERVAL", "TACIT_VERBOSE",
    ]
}

extension WindowLimits {
    /// Seconds that a window of this length waits after its end.
    fileprivate subscript(grace length: WindowLength) -> Int64 {
        get { graces[length] ?? 0 }
        set { graces[length] = newValue }
    }
}
