public import TacitPrivacy

/// What can be set of the SDK. Without any of it telemetry waits, off, for somebody's consent.
///
/// ```swift
/// var configuration = Configuration()
/// configuration.endpoint = "https://telemetry.example.com"
/// let telemetry = try Tacit.bootstrap(.shop, project: "shop", configuration: configuration)
/// ```
///
/// Each setting is taken from the strongest place that names it: the machine's policy file, then the environment, then the
/// person's configuration file, then the program, then the default. ``isEnabled`` is the exception: `false` in any of them
/// wins. A setting that can't be read turns telemetry off, and says where and what to write instead.
///
/// | key in files | variable | default |
/// |---|---|---|
/// | `enabled` | `TACIT_ENABLED` | off until consent |
/// | `consent` | `TACIT_CONSENT` | none |
/// | `endpoint` | `TACIT_ENDPOINT` | none: nothing is sent |
/// | `certificates` | `TACIT_CERTIFICATES` | the system's |
/// | `token` | `TACIT_TOKEN` | none |
/// | `collector_key` | `TACIT_COLLECTOR_KEY` | the one met first |
/// | `sealed` | `TACIT_SEALED` | `auto` |
/// | `auto_transmit` | `TACIT_AUTO_TRANSMIT` | `true` |
/// | `transmission_interval` | `TACIT_TRANSMISSION_INTERVAL` | `86400` (seconds) |
/// | `min_batch_size` | `TACIT_MIN_BATCH_SIZE` | `10` |
/// | `max_queue_size` | `TACIT_MAX_QUEUE_SIZE` | `1000` |
/// | `max_queue_bytes` | `TACIT_MAX_QUEUE_BYTES` | `5MB` |
/// | `privacy_level` | `TACIT_PRIVACY_LEVEL` | `maximum` |
/// | `state_folder` | `TACIT_STATE_FOLDER` | `PROJECT` in `TACIT_STATE_HOME` |
/// | `flush_bound` | `TACIT_FLUSH_BOUND` | `150ms` |
/// | `sync_interval` | `TACIT_SYNC_INTERVAL` | `1s` |
/// | `log_days` | `TACIT_LOG_DAYS` | `90` |
/// | `verbose` | `TACIT_VERBOSE` | `false` |
///
/// `OTEL_EXPORTER_OTLP_ENDPOINT` is not among them, on purpose: it says where a machine's owner sends what *they* trace, and
/// whoever set it for one program has not agreed that every other program's telemetry goes there. Who wants that writes
/// `TACIT_ENDPOINT=$OTEL_EXPORTER_OTLP_ENDPOINT`.
public struct Configuration: Sendable, Hashable {
    /// `false` is off, whatever else is said. `true` only says that nothing here is against it.
    public var isEnabled: Bool?
    /// What whoever runs the program agrees to, by category: for services, which have nobody to ask. It answers only for
    /// categories that nothing was decided about, and never outweighs a decision. It comes from the person's file or the
    /// environment: neither a program nor a machine's policy can agree for people.
    public package(set) var consent: [String: ConsentLevel] = [:]
    /// Where batches go: `https`, or `http` to this machine alone; without a slash at the end. `nil` sends nothing.
    public var endpoint: String?
    /// The path of a PEM file with the authorities to trust in the place of the system's.
    public var certificates: String?
    /// What the collector asks of those who send, as `tacit token create` shows it. It is no secret in a program that others get.
    public var token: String?
    /// The fingerprint of the collector's signing key, 64 hexadecimal digits; `nil` keeps to the one that was met first.
    public var collectorKey: String?
    public var sealing = Sealing.auto
    /// Whether batches are sent without being asked for.
    public var autoTransmit = true
    /// Between two transmissions; from one minute to 30 days.
    public var transmissionInterval: Duration = .seconds(86_400)
    /// Records; fewer wait for more.
    public var minBatchSize = 10
    /// Records; further ones are not taken, and counted.
    public var maxQueueSize = 1_000
    /// Bytes on disk.
    public var maxQueueBytes = 5_000_000
    public var privacyLevel = PrivacyLevel.maximum
    /// Where the key, the decisions, the queue and the log of this project lie; `nil` is the place that the system has for it.
    public var stateFolder: String?
    /// The most that the end of a program waits for a transmission; up to ten seconds.
    public var flushBound: Duration = .milliseconds(150)
    /// The most that a record is in memory alone.
    public var syncInterval: Duration = .seconds(1)
    /// How long a copy of what was sent is kept.
    public var logDays = 90
    /// Whether what is sent is also printed, as it goes.
    public var isVerbose = false

    /// How batches are protected beyond the transport's TLS.
    public enum Sealing: String, Sendable, Hashable, CaseIterable {
        /// Sealed to a collector that has keys for it, plain OTLP to any other.
        case auto
        /// Sealed, or not sent.
        case required
        /// Plain OTLP.
        case off
    }

    /// The defaults.
    public init() {}
}
