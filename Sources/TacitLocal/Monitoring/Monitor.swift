/// What a monitor thinks of a system: it takes in what each round saw and answers with lines to write and alerts to tell.
///
/// ```swift
/// var monitor = Monitor(configuration, standing: picture.standing, services: picture.services)
/// let outcome = monitor.round(observation, parts: settings.parts)
/// try folder.append(outcome.records)
/// ```
///
/// It reads no clock, file or socket.
package struct Monitor: Sendable {
    package struct Outcome: Sendable {
        package var records: [any LocalRecord] = []
        /// To be told now.
        package var notices: [AlertEvent] = []
    }

    private let configuration: LocalConfiguration
    private var signals: [AlertEvent.About: Hysteresis] = [:]
    private var services: [Name: ServiceStatus] = [:]
    /// What will be told when quiet hours end.
    private var held: [AlertEvent] = []
    private var lastDay: Int64?

    /// - Parameters:
    ///   - standing: the alerts that stood when the files were last written.
    ///   - services: the last known states.
    package init(_ configuration: LocalConfiguration, standing: [AlertEvent] = [], services: [ServiceStatus] = []) {
        self.configuration = configuration
        for alert in standing { signals[alert.about] = Hysteresis(isRaised: true) }
        for service in services { self.services[service.service] = service }
    }

    /// - Parameter parts: those that are on; nothing of the others is written or told.
    package mutating func round(_ seen: Observation, parts: Set<Part>) -> Outcome {
        var outcome = Outcome()
        var alerts: [AlertEvent] = []
        let states = look(at: seen.services, seen.now)
        let changed = states.filter { services[$0.service].map(\.standing) != $0.standing }
        // A state that does not change is written once a day, so that it does not go with its line.
        outcome.records += lastDay == seen.now.day ? changed : states
        for state in states { services[state.service] = state }
        lastDay = seen.now.day

        for state in states {
            // That a service could not be asked says nothing of it.
            let sight: Hysteresis.Sight = state.reason == .unprobed ? .between : state.state == .down ? .bad : .good
            alerts += signal(.serviceDown, state.service, sight, seen)
        }
        for (resource, percent) in seen.resources.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let threshold = configuration.thresholds[resource] ?? 100
            let sight: Hysteresis.Sight =
                percent >= threshold ? .bad : percent <= threshold - Self.band ? .good : .between
            for alert in signal(.resourceOver, Name(resource), sight, seen) {
                alerts.append(alert)
                outcome.records.append(
                    ResourceAlert(
                        timestamp: seen.now, resource: resource, state: alert.state == .raised ? .over : .normal,
                        percent: percent, threshold: threshold))
            }
        }
        for level in seen.levels + seen.reported {
            alerts += signal(.levelDeclining, level.name, level.evolution == .declining ? .bad : .good, seen)
        }
        outcome.records += seen.levels as [any LocalRecord]
        let status = status(seen)
        outcome.records.append(
            SystemHealth(
                timestamp: seen.now, status: status, uptimeSeconds: seen.uptime, criticalErrors: seen.criticalErrors))
        alerts += signal(.systemDown, .system, status == .critical ? .bad : .good, seen)
        alerts += signal(.criticalError, .system, seen.criticalErrors > 0 ? .bad : .good, seen, raiseAfter: 1)
        alerts += signal(.writingFailed, .system, seen.isWritingBroken ? .bad : .good, seen, raiseAfter: 1)
        alerts += signal(.cleaningFailed, .system, seen.isCleaningBroken ? .bad : .good, seen, raiseAfter: 1)
        alerts += moot(seen, parts)
        outcome.records += alerts as [any LocalRecord]
        outcome.records = outcome.records.filter { parts.contains(type(of: $0).part) }
        if parts.contains(.alerts) { outcome.notices = due(alerts, seen) }
        return outcome
    }

    /// How far under its threshold a resource must come before it is normal again, in percent points.
    private static let band = 5

    private func look(at results: [Probe.Result], _ now: Moment) -> [ServiceStatus] {
        configuration.services.compactMap { service in
            guard let result = results.first(where: { $0.service == service.name.text }) else { return nil }
            let isSlow = result.milliseconds >= service.probe.slow
            return ServiceStatus(
                timestamp: now, service: service.name,
                state: result.reason != nil ? .down : isSlow ? .slow : .up, responseTime: result.milliseconds,
                reason: result.reason.flatMap(ServiceStatus.Reason.init))
        }
    }

    /// Critical without a service that its owner called so, or with a critical error; degraded with anything else that is bad.
    private func status(_ seen: Observation) -> SystemHealth.Status {
        let down = configuration.services.filter { services[$0.name]?.state == .down && isSeen($0.name, seen) }
        let isCriticalDown = down.contains { $0.isCritical && services[$0.name]?.reason != .unprobed }
        if seen.criticalErrors > 0 || isCriticalDown { return .critical }
        let isSlow = services.values.contains { $0.state == .slow && isSeen($0.service, seen) }
        let isOver = seen.resources.contains { $0.value >= configuration.thresholds[$0.key] ?? 101 }
        let isDysfunctional = (seen.levels + seen.reported).contains { !$0.functional }
        return !down.isEmpty || isSlow || isOver || isDysfunctional ? .degraded : .healthy
    }

    private func isSeen(_ service: Name, _ seen: Observation) -> Bool {
        seen.services.contains { $0.service == service.text }
    }

    private mutating func signal(
        _ rule: AlertEvent.Rule, _ subject: Name, _ sight: Hysteresis.Sight, _ seen: Observation, raiseAfter: Int? = nil
    ) -> [AlertEvent] {
        let about = AlertEvent.About(rule: rule, subject: subject)
        let isChanged = signals[about, default: Hysteresis()].see(
            sight, raiseAfter: raiseAfter ?? configuration.raiseAfter, clearAfter: configuration.clearAfter)
        guard isChanged, let signal = signals[about] else { return [] }
        return [
            AlertEvent(timestamp: seen.now, rule: rule, subject: subject, state: signal.isRaised ? .raised : .over)
        ]
    }

    /// Ends the alerts about what nobody looks at any more.
    private mutating func moot(_ seen: Observation, _ parts: Set<Part>) -> [AlertEvent] {
        let declared = Set(configuration.services.map(\.name))
        let ended = signals.filter { about, signal in
            guard signal.isRaised else { return false }
            switch about.rule {
            case .serviceDown: return !parts.contains(.services) || !declared.contains(about.subject)
            case .resourceOver: return !parts.contains(.resources)
            case .levelDeclining: return !parts.contains(.levels)
            case .criticalError, .systemDown, .cleaningFailed, .writingFailed: return false
            }
        }.keys
        for about in ended { signals[about] = nil }
        return ended.map { AlertEvent(timestamp: seen.now, rule: $0.rule, subject: $0.subject, state: .over) }
    }

    /// What is told now. In quiet hours nothing is; after them what still stands, and that what was told before is over.
    private mutating func due(_ alerts: [AlertEvent], _ seen: Observation) -> [AlertEvent] {
        for alert in alerts {
            let isHeld = held.contains { $0.about == alert.about }
            held.removeAll { $0.about == alert.about }
            // What was raised and is over, or was over and is raised again, with nobody told, is no news.
            if !isHeld { held.append(alert) }
        }
        if let quiet = configuration.quietHours, quiet.contains(seen.localMinute) { return [] }
        defer { held = [] }
        return held
    }
}

extension Name {
    /// The whole, where an alert is about nothing less.
    static let system = Name(declared: "system")

    init(_ resource: ResourceAlert.Resource) {
        switch resource {
        case .cpu: self.init(declared: "cpu")
        case .memory: self.init(declared: "memory")
        case .disk: self.init(declared: "disk")
        }
    }
}

extension ServiceStatus {
    /// What of it makes a new line: a response time that moves does not.
    fileprivate var standing: Standing { Standing(state: state, reason: reason) }

    fileprivate struct Standing: Hashable {
        let state: State
        let reason: Reason?
    }
}
