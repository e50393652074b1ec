import Crypto
import TacitSeal
import TacitWire

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sends what waits, one process of a project at a time.
actor Courier {
    let state: ProjectState
    let scribe: Scribe
    let content: BatchContent
    let transport: any Transport
    let clock: TelemetryClock
    let settings: Settings
    private let counters: Counters
    /// Why something that was sent could not be written into the log; `nil` where nothing failed.
    private(set) var logFault: FileFault?

    struct Settings: Sendable {
        let sealing: Configuration.Sealing
        /// The fingerprint of the collector's signing key; `nil` trusts the first that is seen.
        let collectorKey: String?
        let interval: Duration
        let minBatch: Int
        let timeout: Duration
    }

    init(
        state: ProjectState, scribe: Scribe, content: BatchContent, transport: any Transport, clock: TelemetryClock,
        settings: Settings, counters: Counters
    ) {
        self.state = state
        self.scribe = scribe
        self.content = content
        self.transport = transport
        self.clock = clock
        self.settings = settings
        self.counters = counters
    }

    var files: CourierFiles { state.files }

    // MARK: Sending

    /// The same, with a fault of the disk as a failure.
    func attempt(isForced: Bool) async -> Transmission {
        do throws(FileFault) {
            return try await transmit(isForced: isForced)
        } catch {
            return .failed(reason: error.description, retryAfter: nil)
        }
    }

    /// Sends if it is time; with `isForced`, at once and however little there is.
    func transmit(isForced: Bool) async throws(FileFault) -> Transmission {
        guard let lock = try FileLock.takeIfFree(files.lock) else { return .notDue }
        defer { withExtendedLifetime(lock) {} }
        var schedule = files.schedule()
        let now = clock.milliseconds
        let contents = try state.open()
        let waiting = try contents.outbox.load().records
        guard waiting > 0 else { return .nothing }
        schedule.begin(at: now, interval: interval, jitter: .random(in: 0..<1))
        guard isForced || schedule.isDue(records: waiting, minBatch: settings.minBatch, at: now) else {
            try files.save(schedule)
            return .notDue
        }
        _ = await tellErasures()
        // Written down beforehand: a program that ends while a collector hangs must not try it again at each start.
        var unanswered = schedule
        unanswered.failed("the collector did not answer", at: now, retryAfter: nil, jitter: .random(in: 0..<1))
        try files.save(unanswered)
        let outcome = await sendAll(contents)
        switch outcome {
        case .sent:
            schedule.succeeded(at: clock.milliseconds, interval: interval, jitter: .random(in: 0..<1))
        case .failed(let reason, let retryAfter):
            schedule.failed(
                reason, at: clock.milliseconds, retryAfter: retryAfter, jitter: .random(in: 0..<1))
        case .nothing, .notDue: break
        }
        try files.save(schedule)
        return outcome
    }

    private var interval: Int64 { Int64(settings.interval / .milliseconds(1)) }

    private func sendAll(_ contents: ProjectState.Contents) async -> Transmission {
        var sent = 0
        do throws(FileFault) {
            // What can't be logged is not sent, and no key is trusted in the place of one that can't be read.
            try contents.log.check()
            try files.checkKeys()
            // What was tried before goes first; then all that is in the queue.
            if let failure = try await send(contents.outbox.waitingBatches(), contents, sent: &sent) { return failure }
            if let batch = try contents.outbox.cut(now: clock.milliseconds),
                let failure = try await send([batch], contents, sent: &sent)
            {
                return failure
            }
        } catch {
            return .failed(reason: error.description, retryAfter: nil)
        }
        return sent > 0 ? .sent(records: sent) : .nothing
    }

    /// Returns why it ended early, if it did.
    private func send(
        _ batches: [Batch], _ contents: ProjectState.Contents, sent: inout Int
    ) async throws(FileFault) -> Transmission? {
        let outbox = contents.outbox
        for var batch in batches {
            while !isDone(batch) {
                // A stamp that is there already is of an attempt that was not answered, or that a crash cut short.
                let isFirst = batch.stamp == nil
                let part = try await part(of: &batch, outbox)
                let verdict = part.records.isEmpty ? .taken(refused: 0) : await attempt(part, contents)
                switch verdict {
                case .taken(let refused):
                    sent += part.records.count
                    counters.add(.sent, part.records.count - min(refused, part.records.count))
                    counters.add(.refused, min(refused, part.records.count))
                    try restamp(&batch, outbox) { $0.endPart() }
                case .refusedForGood(status: 413) where part.records.count > 1:
                    try restamp(&batch, outbox) { $0.split() }
                case .known where !isFirst:
                    sent += part.records.count
                    try restamp(&batch, outbox) { $0.endPart() }
                case .known:
                    try outbox.stamp(&batch, nil)
                    return .failed(reason: "the collector knows another batch of this name", retryAfter: nil)
                case .refusedForGood(let status) where batch.stamp.map { $0.refusals < Self.patience } ?? false:
                    // Nobody has signed that: something between here and the collector may have said it.
                    try restamp(&batch, outbox) { $0.refusals += 1 }
                    return .failed(reason: "the collector refused the batch (\(status))", retryAfter: nil)
                case .refusedForGood, .reseal:
                    counters.add(.batchRefused, part.records.count)
                    try restamp(&batch, outbox) { $0.endPart() }
                case .keep(let mayHaveArrived, let reason, let retryAfter):
                    if isFirst, !mayHaveArrived { try outbox.stamp(&batch, nil) }
                    return .failed(reason: reason, retryAfter: retryAfter)
                }
            }
            try outbox.remove(batch)
        }
        await scribe.drain()
        return nil
    }

    /// What goes out in one request.
    private struct Part {
        let id: BatchID
        let records: [EdgeRecord]
        let stamp: Batch.Stamp
    }

    /// How often a refusal for good is taken for another's word.
    private static let patience = 4

    private func isDone(_ batch: Batch) -> Bool { batch.stamp.map { $0.done >= $0.parts } ?? false }

    private func restamp(
        _ batch: inout Batch, _ outbox: Outbox, _ change: (inout Batch.Stamp) -> Void
    ) throws(FileFault) {
        guard var stamp = batch.stamp else { return }
        change(&stamp)
        try outbox.stamp(&batch, stamp)
    }

    /// The next part, stamped before its first byte goes out; only what consent still covers is in it.
    private func part(of batch: inout Batch, _ outbox: Outbox) async throws(FileFault) -> Part {
        let stamp = batch.stamp ?? freshStamp(for: batch.records)
        if batch.stamp == nil { try outbox.stamp(&batch, stamp) }
        guard let id = BatchID(hex: stamp.id) else {
            throw FileFault(.damaged, at: batch.name, remedy: "its stamp is none of ours; remove it")
        }
        return Part(
            id: id.part(stamp.done, of: stamp.parts),
            records: await scribe.covered(stamp.part(stamp.done, of: batch.records)),
            stamp: stamp)
    }

    /// The name, time and parts under which records would go out now.
    func freshStamp(for records: [EdgeRecord]) -> Batch.Stamp {
        Batch.Stamp(
            id: BatchID.random().hex, time: clock.milliseconds.floorDivided(by: 60_000) * 60_000,
            ends: content.ends(of: records))
    }

    private func attempt(_ part: Part, _ contents: ProjectState.Contents) async -> Verdict {
        let bytes = content.bytes(part.records, part.stamp, contents.installation)
        var attempt = SendAttempt(
            bytes: bytes, id: part.id, transport: transport, settings: settings, files: files,
            now: clock.milliseconds / 1000)
        let (verdict, receipt, signer) = await attempt.run()
        guard attempt.hasGoneOut else { return verdict }
        let entry = SentEntry(
            sentAt: clock.milliseconds.floorDivided(by: 1000), batch: part.id.hex, records: part.records.count,
            outcome: verdict.outcome, bytes: bytes, receipt: receipt, signer: receipt == nil ? nil : signer)
        do {
            try contents.log.append(entry)
            logFault = nil
        } catch {
            logFault = error
        }
        return verdict
    }
}

/// What came of trying to send.
public enum Transmission: Sendable, Hashable {
    /// Everything that waited has arrived.
    case sent(records: Int)
    case nothing
    /// It is not time yet, or another process of the project is sending.
    case notDue
    /// It stays in the queue and goes out later. `retryAfter` is in seconds.
    case failed(reason: String, retryAfter: Int64?)
}
