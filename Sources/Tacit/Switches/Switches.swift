/// Everything that is looked at to decide whether telemetry is on. ``decision`` is a function of this value alone.
///
/// ```swift
/// var switches = Switches(project: "acme")
/// switches.consent = .given
/// switches.decision.isOn                       // true
/// switches.environment["DO_NOT_TRACK"] = "1"
/// switches.decision.isOn                       // false, whatever else says on
/// ```
///
/// Telemetry is on when somebody gave consent and nothing says off. Nothing that says on outweighs anything that says off,
/// and what can't be read says off.
package struct Switches: Sendable, Hashable {
    /// A file that is looked at, not necessarily read.
    package enum File: Sendable, Hashable {
        case absent
        case text(String)
        /// It is there, or it can't be told whether it is.
        case unreadable
    }

    /// What came of reading the configuration.
    package enum Configured: Sendable, Hashable {
        case sound(isEnabled: Bool?)
        /// Its first fault.
        case faulty(ConfigurationFault)
    }

    /// The consent of this installation, as far as the switches care.
    package enum Consented: Sendable, Hashable {
        /// Nobody was asked yet.
        case undecided
        /// At least one category is agreed to.
        case given
        /// What had been agreed to has changed or ended; nothing else is in force.
        case outdated
        case denied
        /// Processing is restricted: all is kept, nothing recorded or sent.
        case restricted
        /// Why the record of decisions can't be relied on, and how to mend it.
        case corrupt(reason: String, remedy: String)
    }

    package var project: String
    package var environment: [String: String] = [:]
    package var policyPath: String
    package var policy: File = .absent
    /// The opt-out files for every program that are there, as a person would write their paths.
    package var optOutFiles: [String] = []
    /// The same for this program alone.
    package var projectOptOutFiles: [String] = []
    /// What the program says; `nil` leaves it open.
    package var code: Bool?
    package var configured: Configured = .sound(isEnabled: nil)
    package var consent: Consented = .undecided
    /// Whether there is a category that a person may be asked about.
    package var hasQuestions = true
    package var hasTerminal = false

    package init(project: String, policyPath: String = Surroundings.policyPath) {
        self.project = project
        self.policyPath = policyPath
    }

    /// Whether telemetry is on, and why.
    package var decision: Decision {
        let all = SwitchSource.allCases.map(reading)
        let off = all.first { $0.verdict == .off }
        let isOffAnyway = all.contains { $0.verdict == .off && $0.source != .consent }
        return Decision(
            isOn: off == nil, source: off?.source ?? .consent, all: all,
            mayAsk: hasTerminal && hasQuestions && !isOffAnyway && consent.allowsAsking)
    }
}

extension Switches.Consented {
    fileprivate var allowsAsking: Bool {
        switch self {
        case .undecided, .given, .outdated, .denied: true
        case .restricted, .corrupt: false
        }
    }
}
