import TacitWire

/// Private telemetry of one program: off until somebody agrees, and only what the catalog declares.
///
/// ```swift
/// let telemetry = try Tacit.bootstrap(.shop, project: "shop", version: "2.1.0")
/// telemetry.record(.featureUsed(feature: .export, success: true, duration: .milliseconds(40)))
/// await telemetry.flush()                       // at most 150 ms
/// ```
///
/// Nothing is written or sent, and no file, socket or thread is made, before the first decision about consent. An event
/// that was recorded survives `kill -9` once it is older than the sync interval (a second, unless configured otherwise).
public final class Telemetry: Sendable {
    public let project: String
    public let catalog: TelemetryCatalog
    public let configuration: Configuration
    /// Whether telemetry was on when it began, which switch decided, and what each of them said.
    public let decision: Decision

    @usableFromInline let gate: Gate
    @usableFromInline let recorder: Recorder
    let scribe: Scribe
    let courier: Courier
    let state: ProjectState
    let clock: TelemetryClock
    let switches: Switches
    private let registration: Registration

    init(
        catalog: TelemetryCatalog, project: String, version: String, configuration: Configuration, switches: Switches,
        declaration: Declaration, reading: ConsentReading, transport: any Transport, clock: TelemetryClock,
        registration: Registration
    ) {
        self.project = project
        self.catalog = catalog
        self.configuration = configuration
        self.clock = clock
        self.switches = switches
        self.registration = registration
        decision = switches.decision
        state = ProjectState(
            folder: registration.folder, declaration: declaration, logDays: configuration.logDays)
        let counters = Counters()
        let gate = Gate()
        self.gate = gate
        let wake = Wake()
        recorder = Recorder(
            catalog: catalog, clock: clock, limit: configuration.maxQueueSize, counters: counters,
            wake: wake)
        scribe = Scribe(
            catalog: catalog, recorder: recorder, gate: gate, state: state, reading: reading,
            isAllowed: switches.isAllowed, clock: clock,
            limits: Scribe.Limits(
                records: configuration.maxQueueSize, bytes: configuration.maxQueueBytes,
                syncInterval: configuration.syncInterval))
        courier = Courier(
            state: state, scribe: scribe,
            content: BatchContent(
                resource: Self.resource(project, version), level: configuration.privacyLevel), transport: transport,
            clock: clock,
            settings: Courier.Settings(
                sealing: configuration.sealing, collectorKey: configuration.collectorKey,
                interval: configuration.transmissionInterval, minBatch: configuration.minBatchSize,
                timeout: .seconds(10)), counters: counters)
        wake.scribe = scribe
    }

    // MARK: Recording

    /// Records an event, if consent covers it. With telemetry off the event is not even made.
    ///
    /// It takes no lock and waits for nothing. What does not fit into the queue is dropped and counted.
    @inlinable
    public func record<Event: TelemetryEvent>(_ event: @autoclosure () -> Event) {
        guard gate.admits(Event.gate) else { return }
        recorder.record(event())
    }

    // MARK: Sending

    /// Writes down what was recorded and, if a transmission is due, tries it; returns after `bound` at the latest.
    ///
    /// What has not been sent by then stays in the queue.
    @discardableResult
    public nonisolated(nonsending) func flush(within bound: Duration? = nil) async -> Transmission {
        // With telemetry off there is nothing to write or send, and not even a task is made; but what the collector was to take
        // out is asked for until it has answered.
        guard gate.isOpen || owesReminders else { return .notDue }
        let work = Task { await transmitIfDue() }
        return await Deadline.first(work, within: bound ?? configuration.flushBound, clock: clock) ?? .notDue
    }

    /// Writes down what was recorded and, if a transmission is due, tries it, however long that takes.
    func transmitIfDue() async -> Transmission {
        guard gate.isOpen || owesReminders else { return .notDue }
        await scribe.drain()
        await remind()
        guard await scribe.isOpen, configuration.autoTransmit else { return .notDue }
        return await courier.attempt(isForced: false)
    }

    /// Sends now all that waits, however little it is.
    @discardableResult
    public func transmit() async -> Transmission {
        guard gate.isOpen || owesReminders else { return .nothing }
        await scribe.drain()
        await remind()
        guard await scribe.isOpen else { return .nothing }
        return await courier.attempt(isForced: true)
    }

    /// The same within a bound; what has not been sent by then stays in the queue.
    @discardableResult
    func transmit(within bound: Duration) async -> Transmission {
        await Deadline.first(Task { await transmit() }, within: bound, clock: clock) ?? .notDue
    }

    /// Opens the gate for what was agreed to before.
    func open(_ consent: Consent, on today: ConsentDay) {
        recorder.begin()
        gate.set(catalog.categories.map { consent.level(of: $0, on: today) })
    }

    /// What the app says of itself, in every batch.
    private static func resource(_ project: String, _ version: String) -> [(String, OTLPLogWriter.Value)] {
        var resource: [(String, OTLPLogWriter.Value)] = [
            ("service.name", .string(project)), ("telemetry.sdk.name", "tacit"), ("telemetry.sdk.language", "swift"),
            ("telemetry.sdk.version", .string(SDK.version)), ("os.type", .string(SDK.system)),
        ]
        if let version = Version(version) { resource.append(("service.version", .string(version.text(numbers: 3)))) }
        return resource
    }
}
