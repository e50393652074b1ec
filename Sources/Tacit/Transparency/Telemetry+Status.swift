import TacitPrivacy
import TacitSeal

extension Telemetry {
    /// How telemetry stands now. Asking creates nothing, and changes nothing.
    public func status() async -> TelemetryStatus {
        let today = ConsentDay(daysSince1970: Int(clock.day))
        let reading = state.exists ? state.trail.read() : await scribe.lastReading
        var switches = switches
        switches.consent = reading.consented(to: catalog.categories, on: today)
        switches.hasQuestions = !reading.questions(about: catalog.categories, on: today).isEmpty
        let decision = switches.decision
        let consent = reading.consent
        var (waiting, faults) = stock(reading)
        if let fault = configuration.unknownConsent(in: catalog.categories) {
            faults.insert(TelemetryFault(fault), at: 0)
        }
        if case .faulty(let fault) = switches.configured { faults.insert(TelemetryFault(fault), at: 0) }
        if let fault = await scribe.fault { faults.append(TelemetryFault(.queue, fault)) }
        if let fault = await scribe.declarationFault { faults.append(TelemetryFault(.catalog, fault)) }
        if let fault = await courier.logFault { faults.append(TelemetryFault(.log, fault)) }
        let counters = recorder.counters
        return TelemetryStatus(
            formatVersion: 1, project: project, folder: state.folder, isOn: decision.isOn, decidedBy: decision.source,
            explanation: decision.explanation(of: project), isRestricted: consent.isRestricted,
            categories: catalog.categories.map {
                .init($0, consent.standing(of: $0, on: today))
            },
            waiting: waiting, sending: sending,
            faults: faults.reduce(into: []) { faults, fault in
                if !faults.contains(where: { $0.place == fault.place }) { faults.append(fault) }
            },
            counts: Counters.Name.allCases.map {
                .init(name: $0.key, meaning: $0.text, count: counters[$0])
            },
            erased: ErasureNote.read(in: state.folder).map {
                .init($0, isPending: $0.pending?.isOpen(on: clock.day) ?? false)
            },
            switches: decision.all.map {
                .init(
                    name: $0.name, source: $0.source, verdict: $0.verdict, reason: $0.reason, remedy: $0.remedy)
            })
    }

    /// What lies in the folder, and what of it can't be relied on.
    private func stock(_ reading: ConsentReading) -> (TelemetryStatus.Waiting?, [TelemetryFault]) {
        var faults: [TelemetryFault] = []
        if case .corrupt(let fault) = reading { faults.append(TelemetryFault(fault)) }
        guard state.exists else { return (nil, faults) }
        func check<Value>(_ part: TelemetryFault.Part, _ body: () throws(FileFault) -> Value) -> Value? {
            do throws(FileFault) {
                return try body()
            } catch {
                faults.append(TelemetryFault(part, error))
                return nil
            }
        }
        _ = check(.catalog) { () throws(FileFault) in try Declaration.read(in: state.folder) }
        _ = check(.collector) { () throws(FileFault) in try state.files.checkKeys() }
        guard let contents = check(.key, { () throws(FileFault) in try state.open() }) else { return (nil, faults) }
        _ = check(.log) { () throws(FileFault) in try contents.log.check() }
        let waiting = check(.queue) { () throws(FileFault) in
            let load = try contents.outbox.load()
            let begun = try contents.outbox.waitingBatches().filter { $0.stamp != nil }.count
            return TelemetryStatus.Waiting(records: load.records, bytes: load.bytes, begunBatches: begun)
        }
        return (waiting, faults)
    }

    private var sending: TelemetryStatus.Sending {
        let schedule = state.exists ? state.files.schedule() : SendSchedule()
        let minute = { (milliseconds: Int64?) in
            milliseconds.map { UTCMinute($0.floorDivided(by: 1000)).description }
        }
        let pending = ErasureNote.read(in: state.folder)?.pending?.isOpen(on: clock.day) == true ? 1 : 0
        return TelemetryStatus.Sending(
            endpoint: configuration.endpoint, sealed: configuration.sealing.rawValue,
            isAutomatic: configuration.autoTransmit, privacyLevel: configuration.privacyLevel.rawValue,
            next: minute(schedule.next), lastSuccess: minute(schedule.lastSuccess), failures: schedule.failures,
            lastFailure: schedule.lastFailure,
            pendingErasures: pending + state.files.erasures().filter { !$0.isOver(on: clock.day) }.count)
    }
}

extension TelemetryStatus.Category {
    fileprivate init(_ category: ConsentCategory, _ standing: ConsentStanding) {
        name = category.name
        title = category.title
        if case .inForce(let granted) = standing { level = granted } else { level = nil }
        self.standing =
            switch standing {
            case .inForce: "granted"
            case .undecided: "undecided"
            case .refused: "refused"
            case .withdrawn: "withdrawn"
            case .objected: "objected"
            case .ended: "ended"
            case .changed: "changed"
            case .notYet: "not_yet"
            }
    }
}

extension TelemetryStatus.Erasure {
    fileprivate init(_ note: ErasureNote, isPending: Bool) {
        day = ConsentDay(daysSince1970: Int(note.erasedOn)).description
        self.isPending = isPending
        contributions = note.contributions
        windows = note.windows
        receipt = note.receipt
    }
}
