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
    private let folder: String?
    /// Where it is noted what is about to be shredded; `nil` where no keys lie in files.
    let notes: ShreddingNotes?
    private let log: Logger
    private let state = Mutex(State())

    private struct State {
        var schedule = RetentionSchedule()
        var record = RetentionRecord()
        var ended = EndedSessions()
        var isRecordStored = false
        var isCertifying = true
        /// What they say is in the record, and not yet in the store.
        var notes: [ShreddingNote] = []

        var uncertified: [RetentionRecord.Uncertified] {
            get { record.uncertified ?? [] }
            set { record.uncertified = newValue.isEmpty ? nil : newValue }
        }
    }

    init(
        _ limits: RetentionLimits, store: any ReleaseStore, sessions: Sessions? = nil, detail: SealedDetail? = nil,
        certifier: Certifier?, state folder: String? = nil, notes: ShreddingNotes? = nil, log: Logger
    ) async throws {
        self.limits = limits
        self.store = store
        self.sessions = sessions
        self.detail = detail
        self.certifier = certifier
        self.folder = folder
        self.notes = notes
        self.log = log
        try await takeUpRecord()
        takeUpNotes()
        state.withLock { $0.schedule = RetentionSchedule(after: $0.record.lastRun) }
    }

    /// Goes on from what the store says, which an earlier run wrote, or a purge of the files meanwhile. What waits here for its
    /// certificate goes on waiting, unless it has one by now.
    func takeUpRecord() async throws {
        let text = try await store.document(Self.document)
        guard let stored = text.flatMap({ try? JSON.value(RetentionRecord.self, from: $0) }) else { return }
        // Nothing is signed that somebody else may have written.
        let isOwn = (try? await store.sealedDocument(Self.document)) != nil
        // A crash after a certificate was written, and before that was noted, makes no second one.
        let certified = (try? certifier?.log.read().entries) ?? []
        state.withLock { state in
            let waiting = (isOwn ? stored.uncertified ?? [] : []).compactMap { $0.without(certified) }
            let own = state.uncertified.compactMap { $0.without(certified)?.without(waiting) }
            let lastRun = state.record.lastRun
            state.record = stored
            state.record.lastRun = lastRun ?? stored.lastRun
            state.uncertified = waiting + own
            state.isRecordStored = state.record == stored
            // Somebody else has removed something.
            state.schedule.noteRemoval()
        }
    }

    /// Ends what a process had begun to shred that ended in between, and has it certified.
    func takeUpNotes() {
        // Where the log can't be read they wait.
        guard let notes, let certified = try? certifier?.log.read().entries ?? [] else { return }
        let left = notes.takeUp()
        guard !left.isEmpty else { return }
        state.withLock { state in
            state.uncertified += left.compactMap { $0.removal.without(certified)?.without(state.uncertified) }
            state.notes += left
            state.isRecordStored = false
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
                removeLeftCopies()
                await expireDetail(at: now)
                let outcome = await remove(.expired(limits, now: now), for: .retention, at: now)
                // Running totals end with a window, not with a limit.
                state.withLock { $0.schedule.noteRemoval() }
                try await clean()
                if let fault = outcome.fault {
                    // What went is certified, although not all of it did.
                    certify()
                    throw fault
                }
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

    /// What expires in the store would stay in the copy of it that a backup has left which was cut off.
    private func removeLeftCopies() {
        do {
            if let folder { try Backup.sweep(folder) }
        } catch {
            log.error(
                "what a backup has left that was cut off could not be removed; it is tried again in an hour",
                metadata: ["reason": "\(error)"])
        }
    }

    /// Days of sealed detail whose time is over. What can't be destroyed now is tried again at the next pass.
    private func expireDetail(at now: Int64) async {
        let note = notes?.note(of: .retention, at: now)
        guard let destroyed = await detail?.expire(at: now, noting: note) else { return }
        self.note(destroyed.removed, for: .retention, at: now, note)
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

    /// Removes from the store, and notes what went to be certified once its bytes are gone. Each slice is noted in the store with its
    /// own removal: whatever happens halfway, nothing is gone that no certificate will name.
    ///
    /// - Parameters:
    ///   - gone: what is gone already, and belongs to the same removal.
    ///   - shredding: the note of its keys.
    func remove(
        _ removal: Removal, with gone: [Deletion] = [], for reason: Deletions.Reason, at now: Int64,
        _ shredding: ShreddingNote? = nil
    ) async -> Removal.Outcome {
        let note = Removal.Note(Self.document) { [record] removed in
            var record = record
            record.note(.init(removed: gone + removed, reason: reason, at: now))
            return JSON.text(record)
        }
        let outcome = await store.remove(removal, noting: note)
        self.note(gone + outcome.removed, for: reason, at: now, shredding)
        return outcome
    }

    /// Removes what is kept for running totals that can't go on: of other metrics than these, or of these under other terms.
    func endTotals(except metrics: [String: ReleaseTerms], at now: Int64) async throws {
        let ended = try await store.endedTotals(except: metrics)
        guard !ended.isEmpty else { return }
        let outcome = await remove(.totals(of: ended, limits), for: .retention, at: now)
        if let fault = outcome.fault { throw fault }
    }

    /// Notes what is gone, to be certified once its bytes are.
    private func note(
        _ removed: [Deletion], for reason: Deletions.Reason, at now: Int64, _ shredding: ShreddingNote? = nil
    ) {
        guard !removed.isEmpty else { return }
        state.withLock { state in
            state.record.note(.init(removed: removed, reason: reason, at: now))
            if let shredding { state.notes.append(shredding) }
            state.isRecordStored = false
            // Others are in no file of the store.
            if removed.contains(where: \.kind.isStored) {
                state.schedule.noteRemoval()
            }
        }
    }

    /// Leaves nothing of what was removed in the store's files; `false` where somebody who reads holds that back just now.
    @discardableResult
    func clean() async throws -> Bool {
        guard state.withLock(\.schedule.isUnclean) else { return true }
        // Where the process ends before the certificate is written, the next one writes it.
        try await storeRecord()
        let clock = ContinuousClock()
        let start = clock.now
        guard try await store.overwrite() else { return false }
        state.withLock { $0.schedule.isDone(.cleaning, at: 0) }
        log.debug("store rewritten", metadata: ["time": "\(clock.now - start)"])
        return true
    }

    /// Certifies what has no certificate and lies in no file any more. What can't be certified now is tried again.
    ///
    /// - Returns: the certificates.
    @discardableResult
    func certify() -> [DeletionCertificate] {
        let waiting = state.withLock { state in
            let all = state.uncertified
            let isUnclean = state.schedule.isUnclean
            state.uncertified = all.compactMap { $0.only { isUnclean && $0.kind.isStored } }
            return all.compactMap { $0.only { !(isUnclean && $0.kind.isStored) } }
        }
        guard !waiting.isEmpty else { return [] }
        do {
            let certificates = try certifier?.certify(waiting, after: record.log) ?? []
            for deletion in waiting {
                let count = deletion.removed.reduce(0) { $0 + $1.records }
                let certificate = certificates.last { $0.at == deletion.at && $0.content.reason == deletion.reason }
                log.info(
                    "removed for good",
                    metadata: [
                        "records": "\(count)", "reason": "\(deletion.reason.rawValue)",
                        "certificate": "\(certificate?.number ?? 0)",
                    ])
                state.withLock { $0.record.note(count, for: deletion.reason, at: deletion.at) }
            }
            state.withLock { state in
                if let last = certificates.last { state.record.log = DeletionLog.Head(last) }
                state.isRecordStored = false
                state.isCertifying = true
            }
            return certificates
        } catch {
            state.withLock { state in
                state.uncertified = waiting + state.uncertified
                if state.isCertifying {
                    log.error(
                        "what was removed can't be certified; it is tried again", metadata: ["reason": "\(error)"])
                }
                state.isCertifying = false
            }
            return []
        }
    }

    func storeRecord() async throws {
        let (record, notes) = state.withLock { ($0.isRecordStored ? nil : $0.record, $0.notes) }
        guard let record, record != RetentionRecord() else { return }
        try await store.setDocument(Self.document, to: JSON.text(record))
        for note in notes { note.remove() }
        state.withLock { state in
            state.isRecordStored = true
            state.notes.removeAll { note in notes.contains { $0 === note } }
        }
    }

    /// The name under which the record lies in the store.
    static let document = "retention"
}
