// How the values of records are called. A sign stands beside each word, so that colour is never needed to tell them apart.

extension SystemHealth.Status {
    var word: String { rawValue.capitalizedFirst }

    var sign: String {
        switch self {
        case .healthy: "●"
        case .degraded: "▲"
        case .critical: "✖"
        }
    }
}

extension Part {
    var title: String {
        switch self {
        case .health: "System health"
        case .resources: "Resources"
        case .services: "Services"
        case .levels: "Levels"
        case .errors: "Errors"
        case .alerts: "Alerts"
        }
    }
}

extension ServiceStatus.State {
    var word: String { rawValue.capitalizedFirst }

    var status: SystemHealth.Status {
        switch self {
        case .up: .healthy
        case .slow: .degraded
        case .down: .critical
        }
    }
}

extension ServiceStatus.Reason {
    var words: String {
        switch self {
        case .refused: "refuses connections"
        case .timeout: "gives no answer in time"
        case .unreachable: "can’t be reached"
        case .closed: "closes the connection"
        case .unexpected: "answers, but not as it should: another protocol, or over http a status such as 404"
        case .denied: "asks for a name and password that it was not given, or refuses them"
        case .certificateExpired: "its certificate has expired"
        case .certificateInvalid: "its certificate is not trusted"
        case .notRunning: "is not running"
        case .failed: "failed"
        case .unprobed: "could not be asked: the probe itself failed"
        }
    }
}

extension ServiceStatus {
    /// What is said beside the state; empty where it is up.
    var detail: String {
        switch state {
        case .up: ""
        case .slow: responseTime.map { "answers after \(Words.count($0))\u{A0}ms" } ?? ""
        case .down: reason?.words ?? ""
        }
    }
}

extension ResourceAlert.Resource {
    var word: String {
        switch self {
        case .cpu: "CPU"
        case .memory: "Memory"
        case .disk: "Disk"
        }
    }
}

extension ResourceAlert {
    /// `96 % in use, over its threshold of 90 %`
    var detail: String {
        "\(percent)\u{A0}% in use, \(state == .over ? "over its" : "back under the") threshold of \(threshold)\u{A0}%"
    }
}

extension LevelStatus.Evolution {
    var sign: String {
        switch self {
        case .growing: "↗"
        case .stable: "→"
        case .declining: "↘"
        }
    }
}

extension LevelStatus {
    /// `Growing over the last 6 h, with a certainty of 97 %.`
    package var evolutionSentence: String {
        guard certainty > 0 else { return "Too little is known to tell where it goes." }
        return "\(evolution.rawValue.capitalizedFirst) over the last \(Words.duration(windowSeconds)), "
            + "with a certainty of \(Words.certainty(certainty))."
    }

    var functionalSentence: String {
        functional ? "Functional." : "Below what its owner calls functional."
    }
}

extension AlertEvent {
    /// `Service home-db is down`
    var heading: String {
        guard rule == .resourceOver, let resource = ResourceAlert.Resource(rawValue: subject.text) else {
            return sentence.capitalizedFirst
        }
        return resource.word + sentence.dropFirst(subject.text.count)
    }

    var stateWord: String {
        switch state {
        case .raised: "Raised"
        case .over: "Ended"
        }
    }
}

extension String {
    /// `Growing` for `growing`.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
