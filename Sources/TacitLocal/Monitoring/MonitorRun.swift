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
    private var decision: Files.Identity?
    private var problem: String?
    private var isWritingBroken = false
    private var isCleaningBroken = false
    private var lastLook: (wall: Int64, steady: Int64)?
    private var unsteadyUntil = Int64.min
    private let isTrusted: Bool
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
        // A clock that is far from what it was when something was written last is given an hour to be set.
        isTrusted = folder.isSteady(at: now)
        let services = folder.latest(of: ServiceStatus.self, by: \.service, at: now)
        let standing = folder.latest(of: AlertEvent.self, by: \.about, at: now).filter { $0.state == .raised }
        monitor = Monitor(configuration, standing: standing, services: services)
        criticalErrors = CriticalErrors(folder)
        _ = self.machine.cpu()
    }

    /// - Parameters:
    ///   - steady: seconds of a clock that nobody sets.
    ///   - stop: a descriptor that becomes readable when it is to end.
    /// - Returns: `false` where it was to end before the round was over.
    package func round(at now: Moment, steady: Int64, localMinute: Int, stop: CInt) -> Bool {
        let parts = settings()
        var seen = Observation(now: now, localMinute: localMinute, uptime: machine.uptime)
        if parts.contains(.resources) {
            seen.resources[.cpu] = machine.cpu()
            seen.resources[.memory] = machine.memory
            seen.resources[.disk] = machine.disk(configuration.disk)
        }
        if parts.contains(.services), let prober {
            guard let results = prober.round(stop: stop) else { return false }
            seen.services = results
        }
        if parts.contains(.levels) {
            seen.levels = levels(at: now)
            seen.reported = reported(at: now)
        }
        seen.criticalErrors = criticalErrors.take(folder, at: now)
        (seen.isWritingBroken, seen.isCleaningBroken) = (isWritingBroken, isCleaningBroken)
        let outcome = monitor.round(seen, parts: parts)
        teller.tell(outcome.notices)
        write(outcome.records)
        clean(at: now, steady: steady)
        return true
    }

    /// What is on; nothing where that can't be understood. Whatever was decided empties what waits to be written.
    private func settings() -> Set<Part> {
        let identity = Settings.identity(in: folder)
        if identity != decision { unwritten = [] }
        decision = identity
        do throws(FileFault) {
            let parts = try Settings(in: folder).parts
            problem = nil
            return parts
        } catch {
            if problem != error.description { report(error.description) }
            problem = error.description
            return []
        }
    }

    /// What programs last said of their levels, as long as it is news.
    private func reported(at now: Moment) -> [LevelStatus] {
        let age = max(3 * configuration.round, 3600)
        let sourced = Set(configuration.levels.filter { $0.source != nil }.map(\.name))
        return LevelHistories(folder, at: now, from: (now - age).day).pictures(at: now).map(\.last).filter { level in
            !sourced.contains(level.name) && level.timestamp > now - age && level.timestamp <= now
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
        let (left, fault) = folder.write(unwritten)
        unwritten = left
        if let fault {
            if !isWritingBroken { report("\(fault.description)\nlines wait until they can be written") }
        } else if isWritingBroken {
            report("lines are written again\(dropped > 0 ? "; \(dropped) were lost meanwhile" : "")")
            dropped = 0
        }
        isWritingBroken = fault != nil
    }

    private func clean(at now: Moment, steady: Int64) {
        if let lastLook, abs((now.seconds - lastLook.wall) - (steady - lastLook.steady)) > Self.jump {
            unsteadyUntil = steady + Self.steadiness
            report("the clock was set by more than \(Self.jump / 60) minutes; nothing is removed for an hour")
        }
        if lastLook == nil, !isTrusted {
            unsteadyUntil = steady + Self.steadiness
            report("nothing was written for days, or the clock is wrong; nothing is removed for an hour")
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
