import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A monitor at work: it looks, writes and tells, a round at a time.
///
/// What it can't write it keeps for the next round, a day's worth at most; what it can't clean raises an alert. After a jump of the
/// clock nothing is removed for an hour: a clock that went wrong must not cost thirty days.
package final class MonitorRun {
    private static let mostUnwritten = 5000
    private static let jump: Int64 = 300
    private static let steadiness: Int64 = 3600

    private let folder: LocalFolder
    private let configuration: LocalConfiguration
    private let prober: ProberChild?
    private let teller: AlertTeller
    private let environment: [String: String]
    private var machine: Machine
    private var monitor: Monitor
    private var criticalErrors: CriticalErrors
    private var unwritten: [any LocalRecord] = []
    private var dropped = 0
    private var isWritingBroken = false
    private var isCleaningBroken = false
    private var lastLook: (wall: Int64, steady: Int64)?
    private var unsteadyUntil = Int64.min
    private var cleanedHour: Int64?
    private var cleanedDay: Int64?
    private let report: (String) -> Void

    /// - Parameter report: tells its owner what went wrong, and that it is well again.
    package init(
        _ folder: LocalFolder, _ configuration: LocalConfiguration, prober: ProberChild?, teller: AlertTeller,
        environment: [String: String], machine: Machine = Machine(), now: Moment, report: @escaping (String) -> Void
    ) {
        self.folder = folder
        self.configuration = configuration
        self.prober = prober
        self.teller = teller
        self.environment = environment
        self.machine = machine
        self.report = report
        let services = folder.records(of: ServiceStatus.self).records.latest(by: \.service)
        let standing = folder.records(of: AlertEvent.self).records.latest(by: \.about).filter { $0.state == .raised }
        monitor = Monitor(configuration, standing: standing, services: services)
        criticalErrors = CriticalErrors(folder, at: now)
        _ = self.machine.cpu()
    }

    /// - Parameter steady: seconds of a clock that nobody sets.
    package func round(at now: Moment, steady: Int64, localMinute: Int) {
        let parts = settings()
        var seen = Observation(now: now, localMinute: localMinute, uptime: machine.uptime)
        if parts.contains(.resources) {
            seen.resources[.cpu] = machine.cpu()
            seen.resources[.memory] = machine.memory
            seen.resources[.disk] = machine.disk(configuration.disk)
        }
        if parts.contains(.services), let prober { seen.services = prober.round() }
        if parts.contains(.levels) { seen.levels = levels(at: now) }
        if parts.contains(.health) { seen.criticalErrors = criticalErrors.take(folder, at: now) }
        (seen.isWritingBroken, seen.isCleaningBroken) = (isWritingBroken, isCleaningBroken)
        let outcome = monitor.round(seen, parts: parts)
        teller.tell(outcome.notices)
        write(outcome.records)
        clean(at: now, steady: steady)
    }

    /// What is on; nothing where that can't be understood.
    private func settings() -> Set<Part> {
        do throws(FileFault) {
            return try Settings(in: folder).parts
        } catch {
            report(error.description)
            return []
        }
    }

    private func levels(at now: Moment) -> [LevelStatus] {
        configuration.levels.compactMap { level in
            let bytes: [UInt8]? =
                switch level.source {
                case .file(let path): Files.beginning(of: path, bytes: 64)
                case .command(let arguments):
                    Command(arguments: arguments, environment: environment).output(milliseconds: 2000, bytes: 64)
                case nil: nil
                }
            guard let bytes, let value = Self.number(in: bytes) else {
                if level.source != nil { report("level \(level.name): its source gives no number from 0 to 1") }
                return nil
            }
            return folder.status(of: level, value, at: now)
        }
    }

    private static func number(in bytes: [UInt8]) -> Double? {
        let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard text.count == 1, let value = Double(text[0]), (0...1).contains(value) else { return nil }
        return value
    }

    private func write(_ records: [any LocalRecord]) {
        unwritten += records
        if unwritten.count > Self.mostUnwritten {
            dropped += unwritten.count - Self.mostUnwritten
            unwritten.removeFirst(unwritten.count - Self.mostUnwritten)
        }
        do {
            try folder.append(unwritten)
            if isWritingBroken { report("lines are written again; \(dropped) were lost meanwhile") }
            (unwritten, dropped, isWritingBroken) = ([], 0, false)
        } catch {
            if !isWritingBroken { report(error.description) }
            isWritingBroken = true
        }
    }

    private func clean(at now: Moment, steady: Int64) {
        if let lastLook, abs((now.seconds - lastLook.wall) - (steady - lastLook.steady)) > Self.jump {
            unsteadyUntil = steady + Self.steadiness
            report("the clock was set by more than \(Self.jump / 60) minutes; nothing is removed for an hour")
        }
        lastLook = (now.seconds, steady)
        guard steady >= unsteadyUntil, cleanedHour != now.seconds / 3600 else { return }
        do {
            if cleanedDay == now.day { _ = try folder.clean(at: now) } else { _ = try folder.cleanLines(at: now) }
            (cleanedHour, cleanedDay, isCleaningBroken) = (now.seconds / 3600, now.day, false)
        } catch {
            if !isCleaningBroken { report(error.description) }
            isCleaningBroken = true
        }
    }
}
