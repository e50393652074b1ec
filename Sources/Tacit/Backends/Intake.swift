/// Where backends put events: the same gate and the same queue as ``Telemetry/record(_:)``.
///
/// It does not keep telemetry alive: what telemetry itself collects from holds one.
struct Intake: Sendable {
    private let gate: Gate
    private let recorder: Recorder
    private let catalog: TelemetryCatalog
    let clock: TelemetryClock

    init(_ telemetry: Telemetry) {
        gate = telemetry.gate
        recorder = telemetry.recorder
        catalog = telemetry.catalog
        clock = telemetry.clock
    }

    /// Whether anything at all may be recorded now.
    var isOpen: Bool { gate.isOpen }

    func admits<Event: TelemetryEvent>(_ event: Event.Type) -> Bool { gate.admits(Event.gate) }

    func record(_ event: some TelemetryEvent) {
        guard gate.admits(type(of: event).gate) else { return }
        recorder.record(event)
    }

    /// Counts what is not recorded, unless nothing is.
    func drop(_ reason: Counters.Name) {
        if isOpen { recorder.counters.add(reason) }
    }

    /// The fields of an event; none where it is of another catalog.
    func fields<Event: TelemetryEvent>(of event: Event.Type) -> [FieldDefinition] {
        let gate = Event.gate
        guard gate.catalog == EventGate.catalog(catalog.digest), catalog.events.indices.contains(Int(gate.event)) else {
            return []
        }
        return catalog.events[Int(gate.event)].fields
    }
}
