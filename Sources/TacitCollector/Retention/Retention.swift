import Logging
import Synchronization
import TacitSeal
import TacitSessions
import TacitStores

/// Removes what has reached its limit, on every engine, and certifies that it is gone.
///
/// ```swift
/// try await retention.pass(at: now)        // once a second: does what is due
/// retention.record                         // what was last removed, and when it looks again
/// ```
///
/// Keys go first, then the rows, a slice at a time, then their bytes: see ``SQLiteStore/overwrite()``. One pass at a time, which is
/// the collector's housekeeping; what comes in never waits for it.
final class Retention: Sendable {
    let limits: RetentionLimits
    private let store: any ReleaseStore
    private let sessions: Sessions?
    private let detail: SealedDetail?
    private let certifier: Certifier?
    private let log: Logger
    private let state = Mutex(State())

    private struct State {
        var schedule = RetentionSchedule()
        var record = RetentionRecord()
        var ended = EndedSessions()
        var isRecordStored = false
        var isCertifying = true

        var uncertified: [RetentionRecord.Uncertified] {
            get { record.uncertified ?? [] }
            set { record.uncertified = newValue.isEmpty ? nil : newValue }
        }
    }

    init(
        _ plan: RetentionPlan, store: any ReleaseStore, sessions: Sessions?, detail: SealedDetail?,
        certifier: Certifier?, log: Logger
    ) async throws {
        limits = plan.limits
        self.store = store
        self.sessions = sessions
        self.detail = detail
        self.certifier = certifier
        self.log = log
        let record = try await store.document(Self.document).flatMap { try? JSON.value(RetentionRecord.self, from: $0) }
        guard var record else { return }
        // Nothing is signed that somebody else may have written.
        if record.uncertified != nil, (try? await store.sealedDocument(Self.document)) == nil {
            record.uncertified = nil
        }
        if let waiting = record.uncertified {
            // A crash after a certificate was written, and before that was noted, makes no second one.
            let certified = (try? certifier?.log.read().entries) ?? []
            let left = waiting.filter { !certified.contains(where: $0.isCertified) }
            record.uncertified = left.isEmpty ? nil : left
        }
        state.withLock { [record] state in
            state.record = record
            state.schedule = RetentionSchedule(after: record.lastRun)
        }
    }

    /// Whether what goes is certified.
    var certifies: Bool { certifier != nil }

    var record: RetentionRecord { state.withLock(\.record) }

    /// Does what is due; throws where the store can't, and then does it at the next pass.
    ///
    /// - Parameter isLast: the process ends.
    func pass(at now: Int64, isLast: Bool = false) async throws {
        for work in state.withLock({ $0.schedule.due(at: now) }) {
            switch work {
            case .sessions: await endSessions(at: now)
            case .rows:
                await expireDetail(at: now)
                let removed = try await store.remove(.expired(limits, now: now))
                note(removed, for: .retention, at: now)
                // Running totals end with a window, not with a limit.
                state.withLock { $0.schedule.noteRemoval() }
                try await clean()
                noteReadings()
                state.withLock { $0.record.lastRun = now }
            case .cleaning: try await clean()
            }
            state.withLock { state in
                if work != .cleaning { state.schedule.isDone(work, at: now) }
                state.record.nextRun = state.schedule.next
                state.isRecordStored = false
            }
        }
        if let ended = state.withLock({ $0.ended.take(at: now, isLast: isLast) }) {
            note([ended], for: .retention, at: now)
        }
        certify()
        try await storeRecord()
    }

    /// What has ended since the last time, as those who purge sessions tell.
    func note(endedSessions count: Int, at now: Int64) { state.withLock { $0.ended.add(Int64(count), at: now) } }

    /// Ends what is over on the sessions' own engine, whatever it did by itself. One that fails is told of by who keeps it.
    private func endSessions(at now: Int64) async {
        guard let sessions, let count = try? await sessions.purge(now: now) else { return }
        note(endedSessions: count, at: now)
    }

    /// Days of sealed detail whose time is over. What can't be destroyed now is tried again at the next pass.
    private func expireDetail(at now: Int64) async {
        guard let destroyed = await detail?.expire(at: now) else { return }
        note(destroyed.removed, for: .retention, at: now)
        guard let fault = destroyed.fault else { return }
        log.error(
            "sealed detail that has reached its limit could not be destroyed; it is tried again in an hour",
            metadata: ["place": "\(fault.place)", "remedy": "\(fault.remedy)"])
    }

    /// Notes where the log of readings ends, which others write: one that is sound and goes on from where it ended before.
    private func noteReadings() {
        guard let detail, let certifier else { return }
        let before = state.withLock(\.record.readings)
        guard let content = try? detail.readings.read(), let last = content.entries.last,
            detail.readings.check(content, trusting: [certifier.key.verifyingKey], head: before).holds
        else { return }
        state.withLock { $0.record.readings = DetailReadingLog.Head(last) }
    }

    // MARK: Removing

    /// Notes what is gone, to be certified once its bytes are.
    func note(_ removed: [Deletion], for reason: Deletions.Reason, at now: Int64) {
        guard !removed.isEmpty else { return }
        state.withLock { state in
            state.uncertified.append(.init(removed: removed, reason: reason, at: now))
            state.isRecordStored = false
            // Others are in no file of the store.
            if removed.contains(where: \.kind.isStored) {
                state.schedule.noteRemoval()
            }
        }
    }

    /// Leaves nothing of what was removed in the store's files.
    func clean() async throws {
        guard state.withLock(\.schedule.isUnclean) else { return }
        // Where the process ends before the certificate is written, the next one writes it.
        try await storeRecord()
        let clock = ContinuousClock()
        let start = clock.now
        guard try await store.overwrite() else { return }
        state.withLock { $0.schedule.isDone(.cleaning, at: 0) }
        log.debug("store rewritten", metadata: ["time": "\(clock.now - start)"])
    }

    /// Certifies what has no certificate and lies in no file any more. What can't be certified now is tried again.
    ///
    /// - Returns: the certificates.
    @discardableResult
    func certify() -> [DeletionCertificate] {
        let waiting = state.withLock { state in
            defer { if !state.schedule.isUnclean { state.uncertified = [] } }
            return state.schedule.isUnclean ? [] : state.uncertified
        }
        var certificates: [DeletionCertificate] = []
        for (number, deletion) in waiting.enumerated() {
            let count = deletion.removed.reduce(0) { $0 + $1.records }
            do {
                let certificate = try certifier?.certify(deletion.removed, for: deletion.reason, at: deletion.at)
                if let certificate { certificates.append(certificate) }
                log.info(
                    "removed for good",
                    metadata: [
                        "records": "\(count)", "reason": "\(deletion.reason.rawValue)",
                        "certificate": "\(certificate?.number ?? 0)",
                    ])
                state.withLock { state in
                    state.record.note(count, for: deletion.reason, at: deletion.at, certificate)
                    state.isRecordStored = false
                    state.isCertifying = true
                }
            } catch {
                state.withLock { state in
                    state.uncertified = waiting[number...] + state.uncertified
                    if state.isCertifying {
                        log.error(
                            "what was removed can't be certified; it is tried again", metadata: ["reason": "\(error)"])
                    }
                    state.isCertifying = false
                }
                break
            }
        }
        return certificates
    }

    private func storeRecord() async throws {
        let record = state.withLock { $0.isRecordStored || $0.record == RetentionRecord() ? nil : $0.record }
        guard let record else { return }
        try await store.setDocument(Self.document, to: JSON.text(record))
        state.withLock { $0.isRecordStored = true }
    }

    /// The name under which the record lies in the store.
    static let document = "retention"
}
