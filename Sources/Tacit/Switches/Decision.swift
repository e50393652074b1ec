/// Whether telemetry is on, which switch decided, and what each of the others said.
///
/// ```swift
/// let decision = switches.decision
/// decision.isOn             // false
/// decision.source           // .doNotTrack
/// print(decision.explanation(of: "acme"))
/// ```
public struct Decision: Sendable, Hashable {
    public let isOn: Bool
    /// The first switch that said off; consent, where none did.
    public let source: SwitchSource
    /// Every switch, in the order of ``SwitchSource``.
    public let all: [SwitchReading]
    /// Whether a person may be asked for consent: there is a terminal, something is not decided yet,
    /// and no other switch says off.
    public let mayAsk: Bool

    /// The reading that decided.
    public var reading: SwitchReading { all.first { $0.source == source } ?? all[all.count - 1] }
}
