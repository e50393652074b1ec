#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Tells a person of alerts: in the terminal, on the desktop, by a program of theirs. Never over the network: what it starts has
/// the closed egress of the monitor.
package final class AlertTeller {
    private static let patience: Int64 = 10_000
    private static let most = 8

    private let configuration: LocalConfiguration
    private let environment: [String: String]
    private let print: (String) -> Void
    private var running: [(child: ChildProcess, deadline: Int64)] = []

    package init(
        _ configuration: LocalConfiguration, environment: [String: String], print: @escaping (String) -> Void
    ) {
        self.configuration = configuration
        self.environment = environment
        self.print = print
    }

    package func tell(_ alerts: [AlertEvent]) {
        reap()
        for alert in alerts {
            print("\(alert.timestamp)  \(alert.state == .raised ? "▲" : "✓")  \(alert.sentence)")
            if configuration.isOnDesktop, let program = Self.notifier(in: environment["PATH"] ?? "") {
                let urgency = alert.state == .raised ? "critical" : "low"
                start([program, "--app-name=Tacit", "--urgency=\(urgency)", alert.sentence], [:])
            }
            if let command = configuration.command {
                start(
                    command,
                    [
                        "TACIT_ALERT_RULE": alert.rule.rawValue, "TACIT_ALERT_SUBJECT": alert.subject.text,
                        "TACIT_ALERT_STATE": alert.state.rawValue, "TACIT_ALERT_TEXT": alert.sentence,
                    ])
            }
        }
    }

    /// Takes leave of programs that are done, and ends those that hang.
    package func reap() {
        running.removeAll { child, deadline in
            if child.ended() != nil { return true }
            if SteadyClock.now > deadline { child.end() }
            return false
        }
    }

    /// How many programs still run, as far as it knows.
    var runs: Int { running.count }

    /// Ends what still runs.
    package func end() {
        for (child, _) in running { child.end() }
        for (child, _) in running { child.endAndWait() }
        running = []
    }

    private func start(_ command: [String], _ more: [String: String]) {
        guard running.count < Self.most, let program = command.first else {
            return print("an alert's program was not started: \(Self.most) still run")
        }
        let environment = environment.merging(more) { _, new in new }
        guard let child = ChildProcess(program, Array(command.dropFirst()), environment: environment) else {
            return print("an alert's program can't be started: \(program)")
        }
        running.append((child, SteadyClock.now + Self.patience))
    }

    private static func notifier(in path: String) -> String? {
        path.split(separator: ":").map { "\($0)/notify-send" }.first { access($0, X_OK) == 0 }
    }
}

extension AlertEvent {
    /// In a person's words.
    package var sentence: String {
        switch (rule, state) {
        case (.systemDown, .raised): "the system is critical"
        case (.systemDown, .over): "the system is no longer critical"
        case (.criticalError, .raised): "critical errors came in"
        case (.criticalError, .over): "no critical errors any more"
        case (.resourceOver, .raised): "\(subject) is over its threshold"
        case (.resourceOver, .over): "\(subject) is back under its threshold"
        case (.serviceDown, .raised): "service \(subject) is down"
        case (.serviceDown, .over): "service \(subject) is back"
        case (.levelDeclining, .raised): "level \(subject) is declining"
        case (.levelDeclining, .over): "level \(subject) no longer declines"
        case (.cleaningFailed, .raised): "lines past their limit can't be removed"
        case (.cleaningFailed, .over): "lines past their limit are removed again"
        case (.writingFailed, .raised): "lines can't be written"
        case (.writingFailed, .over): "lines are written again"
        }
    }
}
