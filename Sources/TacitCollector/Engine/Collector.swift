package import Logging
import Synchronization
package import TacitCatalog
import TacitPages
import TacitPrivacy
import TacitScrub
package import TacitSeal
package import TacitSessions
package import TacitStores
package import TacitWire

/// The way of the data, from the bytes of a request to the releases in the store.
///
/// ```swift
/// let collector = try await Collector(
///     catalog: catalog, configuration: configuration, store: store, clock: clock, log: log)
/// let answer = try collector.ingest(body, signal: .logs)   // gate, scrub, anonymize, add up
/// await collector.tick()                                   // close what is due, release, save counters
/// ```
package final class Collector: Sendable {
    package let catalog: Catalog
    package let configuration: CollectorConfiguration
    package let clock: any CollectorClock
    package let store: any ReleaseStore
    package let counters = IntakeCounters()
    let plan: Plan
    let log: Logger
    private let gate: Gate
    private let scrubStage: ScrubStage
    private let anonymizer: Anonymizer
    let windows: Mutex<Windows>
    let batches: Mutex<BatchMemory>
    /// `nil` where the system's cryptography can't seal.
    let seals: Seals?
    /// `nil` where what is open ends with the process.
    let journal: Journal?
    /// Single records that are kept, or were when this was switched on; `nil` where there are none.
    let sealedDetail: SealedDetail?
    private let detailStage: DetailStage
    /// Requests that count, and whose senders may not know it.
    let unanswered: Mutex<UnansweredRequests>
    /// `nil` where none are kept.
    package let sessions: Sessions?
    private let sessionKeeping: SessionKeeping?
    let retention: Retention
    /// Where a purge of the files is told of; `nil` where nobody else has them.
    let purgeOrder: PurgeOrder?
    private let health = Mutex(Health())
    let housekeeping = Housekeeping()

    private struct Health {
        var failure: StoreError?
        var isDraining = false
    }

    /// - Parameters:
    ///   - signing: the key that signs receipts; without one no sealed batch is taken.
    ///   - journal: where it is written down what was taken; what an earlier run wrote there is taken up again. Where the
    ///     configuration wants none, it ends with that.
    ///   - detail: where single records are kept. Where the configuration wants none, only what is there is removed in time.
    ///   - sessions: where people keep something for the length of a session, if they may.
    ///   - state: its folder, where other commands work beside it: a purge of the files is carried out in memory too, and what a backup
    ///     that was cut off has left goes.
    ///   - deletions: where it is certified what was removed; without it, or without a key that signs, nothing is.
    package init(
        catalog: Catalog, configuration: CollectorConfiguration, store: any ReleaseStore, clock: any CollectorClock,
        signing: SigningKey? = nil, journal: Journal? = nil, detail: SealedDetail? = nil, sessions: Sessions? = nil,
        deletions: DeletionLog? = nil, state: String? = nil, log: Logger
    ) async throws {
        // A first look closes every minute whatever the catalog says.
        let catalog = configuration.firstLook ? try catalog.firstLook() : catalog
        self.catalog = catalog
        self.configuration = configuration
        self.store = store
        self.clock = clock
        self.log = log
        let retention = try RetentionPlan(configuration.retention, for: catalog)
        plan = try Plan(catalog: catalog, retention: retention)
        gate = Gate(plan: plan, consent: configuration.consent, limits: configuration.limits.wire)
        scrubStage = ScrubStage(plan: plan, scrubber: Scrubber())
        anonymizer = Anonymizer(plan: plan)
        self.journal = configuration.journal ? journal : nil
        sealedDetail = detail
        detailStage = DetailStage(plan: plan)
        self.sessions = sessions
        purgeOrder = state.map(PurgeOrder.init(in:))
        sessionKeeping = sessions.map { SessionKeeping(of: $0, log: log) }
        let certifier = signing.flatMap { key in deletions.map { Certifier(log: $0, key: key) } }
        self.retention = try await Retention(
            retention.limits, store: store, sessions: sessions, detail: detail, certifier: certifier, state: state,
            notes: state.flatMap { state in
                (journal?.master ?? detail?.ring).map { ShreddingNotes(in: state, ring: $0) }
            }, log: log)
        seals = signing.map { Seals(signing: $0, period: configuration.sealed.rotate) }
        var closedUntil: [WindowLength: Int64] = [:]
        for length in WindowLength.allCases { closedUntil[length] = try await store.closedUntil(length) }
        let latest = max(closedUntil.values.max() ?? .min, try await store.latestRelease() ?? .min)
        guard latest <= clock.now + Self.toleratedLead else { throw Self.ahead(of: clock.now, configuration.state) }
        try await Self.checkLedger(of: store)
        let running = plan.metrics.filter { $0.metric.mode.horizon != nil }
        try await self.retention.endTotals(
            except: Dictionary(running.map { ($0.metric.name, $0.terms) }) { first, _ in first }, at: clock.now)
        var limits = configuration.windows
        limits.observedFrom = clock.now
        var open = Windows(plan: plan, limits: limits, closedUntil: closedUntil)
        var batches = BatchMemory(limit: configuration.limits.batches)
        var unanswered = UnansweredRequests()
        if let journal {
            let replayed = try journal.replay(
                into: &open, plan.journalMetrics, closedUntil: closedUntil, now: clock.now)
            replayed.tell(log)
            for request in replayed.unanswered { unanswered.remember(request.digest, request.answer, now: clock.now) }
            for (batch, request) in replayed.batches {
                batches.restore(
                    batch, request.digest, request.answer, until: open.closed(after: request.answer.receivedAt))
            }
            // Taken up this once, when it was switched off meanwhile.
            if !configuration.journal { try journal.end() }
        }
        open.openCurrent(now: clock.now)
        self.journal?.keepUp(with: open.keys)
        windows = Mutex(open)
        self.batches = Mutex(batches)
        self.unanswered = Mutex(unanswered)
    }

    /// Seconds by which what is stored may lie ahead of the clock.
    private static let toleratedLead: Int64 = 86400

    /// With a clock that is days behind, every window would be taken for closed: all records would be refused as late until
    /// the clock has caught up.
    private static func ahead(of now: Int64, _ state: String) -> StoreError {
        StoreError(
            .ahead, at: state,
            remedy: "its newest release or closed window lies more than a day ahead of the clock "
                + "(\(TimeText.minute(now)) UTC); set the machine's clock, or name another folder with --state")
    }

    /// With a ledger that was altered nobody knows what may still be spent.
    private static func checkLedger(of store: any ReleaseStore) async throws {
        let alteration = try await store.alterations().first { !$0.isDecided }
        if let alteration { throw alteration.asStoreError }
    }

    // MARK: Ingest

    /// Takes a request, or refuses all of it.
    ///
    /// When it returns, what the catalog declares has been added to the open windows, in memory. Before its sender is told so,
    /// ``keep(_:)`` makes sure that it outlives this process.
    package func ingest(_ bytes: UnsafeRawBufferPointer, signal: Signal) throws(IngestRefusal) -> IngestAnswer {
        guard journal != nil else { return try ingest(bytes, signal: signal, nil) }
        let digest = BatchMemory.Digest(bytes)
        if var answer = unanswered.withLock({ $0.take(digest, now: clock.now) }) {
            counters.refuseRequest(signal, .batchRepeated)
            answer.place = journal?.last
            return answer
        }
        return try ingest(bytes, signal: signal, Identity(batch: nil, digest: digest))
    }

    /// By what a request is known when it comes again.
    struct Identity {
        let batch: BatchMemory.Batch?
        let digest: BatchMemory.Digest
    }

    func ingest(
        _ bytes: UnsafeRawBufferPointer, signal: Signal, _ identity: Identity?
    ) throws(IngestRefusal) -> IngestAnswer {
        try checkReady(signal)
        let now = clock.now
        guard configuration.enabled else { return try refuseAll(bytes, signal) }
        var tally = RequestTally()
        var entry = JournalEntry()
        let (detail, detailGeneration) = (detail, detail?.generation)
        var details: [DetailBatch] = []
        do {
            try gate.pass(bytes, signal: signal, now: now) { gated in
                let scrubbed = scrubStage.scrub(gated, in: bytes)
                var batch = anonymizer.anonymize(scrubbed, in: bytes) { id in
                    windows.withLock { $0.key(of: id, now: now) }
                }
                let generation = windows.withLock { windows in
                    windows.add(&batch)
                    return journal?.generation
                }
                tally.add(gated, scrubbed, batch)
                if journal != nil { entry.add(batch, of: generation) }
                if detail != nil { details.append(detailStage.keep(scrubbed, counted: batch)) }
            }
        } catch {
            throw refusal(of: signal, error)
        }
        counters.add(signal, tally.counts)
        var answer = IngestAnswer(received: tally.received, refused: tally.refused, at: now)
        if let journal, !entry.isEmpty, let identity {
            entry.request = .init(digest: identity.digest, batch: identity.batch, answer: answer)
            answer.digest = identity.batch == nil ? identity.digest : nil
            answer.place = journal.append(entry)
        }
        if let detail, let detailGeneration {
            detail.append(details, from: detailStage, generation: detailGeneration, after: answer.place, at: now)
        }
        return answer
    }

    /// Single records that are kept from now on, if they are.
    private var detail: SealedDetail? { configuration.detail ? sealedDetail : nil }

    /// Waits until what was taken is on the disk, together with whatever else waits. Where it can't be written now its sender is
    /// asked to come again, and what it sends then counts once all the same.
    package func keep(_ answer: IngestAnswer) async throws(IngestRefusal) {
        do { try await keep(answer.place) } catch {
            if let digest = answer.digest { unanswered.withLock { $0.remember(digest, answer, now: clock.now) } }
            throw error
        }
    }

    package func keep(_ place: Journal.Place?) async throws(IngestRefusal) {
        guard let journal, let place else { return }
        guard await journal.keeps(place) else {
            throw .unavailable("what was taken can't be written to the disk just now")
        }
    }

    /// Counts a request that can't be read, and says why it is refused.
    func refusal(of signal: Signal, _ error: WireError) -> IngestRefusal {
        let isTooLarge = error.code == .tooManyItems || error.code == .tooLarge
        counters.refuseRequest(signal, isTooLarge ? .requestTooLarge : .requestMalformed)
        return isTooLarge ? .tooLarge(error) : .malformed(error)
    }

    private func checkReady(_ signal: Signal) throws(IngestRefusal) {
        let (isDraining, failure) = health.withLock { ($0.isDraining, $0.failure) }
        guard failure == nil, !isDraining else {
            if failure != nil { counters.refuseRequest(signal, .storeUnavailable) }
            throw .unavailable(isDraining ? "the collector is stopping" : "the store can't be written just now")
        }
        if let refusal = journal?.refusal {
            counters.refuseRequest(signal, .journalUnavailable)
            throw .unavailable(refusal)
        }
        if let refusal = detail?.refusal {
            counters.refuseRequest(signal, .detailUnavailable)
            throw .unavailable(refusal)
        }
    }

    /// With collection off nothing is looked at but how many items there are.
    private func refuseAll(_ bytes: UnsafeRawBufferPointer, _ signal: Signal) throws(IngestRefusal) -> IngestAnswer {
        var reader = RecordReader(bytes: bytes, signal: signal, limits: configuration.limits.wire)
        var items = 0
        do {
            while try reader.next() { items += 1 }
        } catch {
            throw refusal(of: signal, error)
        }
        let refused = RefusedItems(all: items, by: .collectionOff)
        counters.add(signal, [("requests", 1), ("received", Int64(items)), ("refused", Int64(items))])
        counters.add(signal, [(Rule.collectionOff.id, Int64(items))])
        return IngestAnswer(received: Int64(items), refused: refused, at: clock.now)
    }

    // MARK: Closing

    /// Closes the windows that are due, writes their releases, saves the counters, deletes what has expired.
    ///
    /// What can't be written now is kept as it was drawn, and tried again at the next tick.
    ///
    /// - Returns: how many windows are drawn and not yet written.
    @discardableResult
    package func tick() async -> Int {
        await carryOutPurge()
        return await housekeeping.run { await self.pass(&$0) }
    }

    /// - Parameter isLast: nothing more will come, so windows that have ended don't wait for it.
    private func pass(_ work: inout Housekeeping.Work, isLast: Bool = false) async -> Int {
        if let purgeOrder, purgeOrder.isGiven {
            // Nothing is drawn from what is to go.
            setFailure(StoreError(ordered: purgeOrder))
            return work.pending.count
        }
        let now = clock.now
        batches.withLock { $0.forget(now: now) }
        unanswered.withLock { $0.forget(now: now) }
        await detail?.keepUp(at: now)
        if let ended = await sessionKeeping?.pass(now: now) { retention.note(endedSessions: ended, at: now) }
        // A key whose time is over must not wait for somebody to ask for it.
        do { try seals?.rotate(now: now) } catch {
            log.error("no new key to seal to", metadata: ["reason": "\(error)"])
        }
        var due = windows.withLock { windows in
            windows.openCurrent(now: now)
            journal?.keepUp(with: windows.keys)
            return (isLast ? windows.ended(now: now) : windows.due(now: now)).compactMap { windows.take($0) }
        }
        while let id = due.first?.id {
            let isCovered = await isCovered(id)
            let running = isCovered ? await totals(before: id, work.pending, now) : [:]
            // Taken out, so that the closing has the only copy.
            let window = due.removeFirst()
            work.pending.append(isCovered ? close(consume window, now, running) : Closing.destroy(consume window))
        }
        do {
            // Every hour, and every time until what was found has been decided about.
            if now - (work.checked ?? .min / 2) >= 3600 {
                work.checked = nil
                try await Self.checkLedger(of: store)
                work.checked = now
            }
            while let closed = work.pending.first {
                try await commit(closed, at: now)
                work.pending.removeFirst()
                destroyKey(of: closed.id)
                log.info(
                    "window closed",
                    metadata: [
                        "window": "\(closed.id.length.rawValue)", "start": "\(closed.id.start)",
                        "releases": "\(closed.releases.count)", "kept for questions": "\(closed.sealed.count)",
                    ])
            }
            try await saveCounters(&work, now: now, isLast: isLast)
            try await retention.pass(at: now, isLast: isLast)
            setFailure(nil)
        } catch {
            setFailure(error as? StoreError ?? StoreError(.failed, at: "store", remedy: "see the log"))
        }
        return work.pending.count
    }

    private func close(
        _ window: consuming GatheringWindow, _ now: Int64, _ running: consuming [Int: RunningTotals]
    ) -> ClosedWindow {
        let id = window.id
        var noise = SecureRandom()
        do {
            return try Closing.close(window, plan: plan, now: now, running: running, using: &noise) {
                try store.seal(&$0, context: $1)
            }
        } catch {
            log.error(
                "window closed without a release: its exact figures could not be encrypted",
                metadata: ["window": "\(id.length.rawValue)", "start": "\(id.start)"])
            return ClosedWindow(id)
        }
    }

    /// The running totals that a window goes on from, by metric number. A metric that is not in it has no release.
    private func totals(
        before id: WindowID, _ pending: [ClosedWindow], _ now: Int64
    ) async -> [Int: RunningTotals] {
        var totals: [Int: RunningTotals] = [:]
        for (number, metric) in plan.metrics.enumerated()
        where metric.metric.mode.horizon != nil && metric.metric.guarantee.window == id.length {
            do {
                totals[number] = try await self.totals(of: metric, before: id, pending, now)
            } catch {
                log.error(
                    "window closed without a running total: the windows before it could not be read",
                    metadata: ["metric": "\(metric.metric.name)", "start": "\(id.start)"])
            }
        }
        return totals
    }

    /// As the newest window left them that was drawn, whether or not it is written by now; `nil` where that is a later one.
    private func totals(
        of metric: MetricPlan, before id: WindowID, _ pending: [ClosedWindow], _ now: Int64
    ) async throws -> RunningTotals? {
        let name = metric.metric.name
        let drawn = pending.reversed().lazy.compactMap { $0.steps.first { $0.metric == name } }.first
        let kept: SealedSteps?
        if let drawn { kept = drawn } else { kept = try await store.steps(of: name) }
        guard let kept, kept.goesOn(in: id, under: metric.terms, at: now) else { return RunningTotals(metric) }
        guard kept.window < id else { return nil }
        if let cells = try? store.open(kept), let totals = RunningTotals(metric, after: kept.step, kept: cells) {
            return totals
        }
        log.error("running totals begin anew: what was kept of them does not open", metadata: ["metric": "\(name)"])
        return RunningTotals(metric)
    }

    /// Whether the budget of a window has room for all that it would release: asked before any noise is drawn.
    private func isCovered(_ id: WindowID) async -> Bool {
        // Where the store can't be read just now, what is drawn waits until it can be.
        let reason: String
        if let charges = try? plan.charges(closing: id) {
            guard let refusal = try? await store.refusal(of: charges, limits: plan.limits) else { return true }
            reason = refusal.description
        } else {
            reason = "its metrics cost more than can be added up; run `tacit catalog lint`"
        }
        log.error(
            "window closed without a release: \(reason)",
            metadata: ["window": "\(id.length.rawValue)", "start": "\(id.start)"])
        return false
    }

    /// One transaction; where the store finds the budget exceeded all the same, the window closes without a release.
    private func commit(_ closed: ClosedWindow, at now: Int64) async throws {
        do {
            try await store.commit(closed, limits: plan.limits, at: now)
        } catch let refusal as BudgetRefusal {
            log.error("releases refused: \(refusal)", metadata: ["start": "\(closed.id.start)"])
            try await store.commit(ClosedWindow(closed.id, sealed: closed.sealed), limits: plan.limits, at: now)
        }
    }

    /// Publishes the counters at fixed times and at the end, and saves what was published.
    private func saveCounters(_ work: inout Housekeeping.Work, now: Int64, isLast: Bool) async throws {
        // The first pass begins the first period.
        let since = work.published ?? now
        let isDue = isLast || now - since >= IntakeNoise.period(firstLook: configuration.firstLook)
        work.published = isDue ? now : since
        if isDue {
            var noise = SecureRandom()
            counters.publish(using: &noise)
        }
        let counts = counters.takeUnsaved(day: now - now % 86400)
        guard !counts.isEmpty else { return }
        do {
            try await store.add(counts)
        } catch {
            counters.putBack(counts)
            throw error
        }
    }

    /// What was written down of a window that has closed can't be read any more.
    private func destroyKey(of window: WindowID) {
        do throws(FileFault) {
            try journal?.destroy(window)
        } catch {
            // The next start destroys it: it looks for keys of windows that have closed.
            log.error(
                "the key of a closed window could not be destroyed; it will be at the next start",
                metadata: [
                    "window": "\(window.length.rawValue)", "start": "\(window.start)", "remedy": "\(error.remedy)",
                ])
        }
    }

    private func setFailure(_ failure: StoreError?) {
        let before = health.withLock { health in
            defer { health.failure = failure }
            return health.failure
        }
        switch (before, failure) {
        case (nil, let failure?):
            log.error(
                "store failed; clients are asked to retry",
                metadata: ["code": "\(failure.code.rawValue)", "remedy": "\(failure.remedy)"])
        case (_?, nil): log.notice("store works again")
        default: break
        }
    }

    // MARK: State

    /// Why what comes can't be written down now, if it can't.
    package var journalRefusal: String? { journal?.refusal }

    /// The same of sealed detail.
    package var detailRefusal: String? { detail?.refusal }

    /// The fingerprint of the key that signs receipts, if there is one.
    package var signingKey: String? { seals?.signing.verifyingKey.id }

    /// Why requests are refused now, if they are.
    package var failure: StoreError? { health.withLock(\.failure) }

    /// When every window has closed in which a record may count that comes now.
    func closed(after now: Int64) -> Int64 { windows.withLock { $0.closed(after: now) } }

    package var openWindows: [(id: WindowID, closesAt: Int64)] { windows.withLock(\.schedule) }

    /// Takes no more requests, closes what has ended and saves the counters.
    package func drain() async {
        health.withLock { $0.isDraining = true }
        await carryOutPurge()
        let unwritten = await housekeeping.run { await self.pass(&$0, isLast: true) }
        if unwritten > 0 {
            log.error("stopped while the store could not be written", metadata: ["lost windows": "\(unwritten)"])
        }
        await sessions?.store.close()
        await journal?.settle()
        await writeLastDetail()
        let open = openWindows.count
        if open > 0 {
            log.notice(
                journal == nil
                    ? "stopped; what the open windows had gathered ends with the process"
                    : "stopped; the next start goes on with the open windows", metadata: ["windows": "\(open)"])
        }
    }
}

extension Collector {
    /// Sealed detail that waits is nowhere else.
    private func writeLastDetail() async {
        guard let detail else { return }
        await detail.writeAll(at: clock.now)
        let lost = detail.unwritten
        guard lost > 0 else { return }
        // As in the log of readings: the exact number would outlive them.
        log.error(
            "stopped while sealed detail could not be written",
            metadata: ["lost records": "\(DetailReading.rounded(lost)) at most"])
    }
}

/// Runs passes one after the other, and keeps between them what is still to be done.
actor Housekeeping {
    struct Work {
        /// Drawn and not yet written.
        var pending: [ClosedWindow] = []
        /// When the ledger was last found to be sound, and when the last publication of counters was; `nil` until the first
        /// pass.
        var checked: Int64?
        var published: Int64?
    }

    private var work = Work()
    private var running: Task<Void, Never>?

    func run<R: Sendable>(_ pass: @escaping @Sendable (inout Work) async -> R) async -> R {
        let before = running
        let task = Task {
            await before?.value
            var work = work
            let result = await pass(&work)
            self.work = work
            return result
        }
        running = Task { _ = await task.value }
        return await task.value
    }
}
