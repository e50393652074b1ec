import Logging
import Synchronization
import TacitCatalog
import TacitSeal
import TacitSessions
import TacitStores

extension Collector {
    /// Purges, certifies what is gone, and goes on: windows that are open open anew, with other keys.
    ///
    /// What is in memory goes first, and no request that is being taken at this moment brings any of it back. Whatever fails is named
    /// in the outcome and stops nothing else.
    package func purge(_ purge: Purge) async -> PurgeOutcome { await self.purge(purge, endingOrder: false) }

    /// Carries out in memory, before anything else is done, what was done on the files while this process did not answer; on the
    /// files once more, as far as they could not be reached.
    func carryOutPurge() async {
        guard let order = purgeOrder, let hold = try? order.begin() else { return }
        defer { withExtendedLifetime(hold) {} }
        log.notice("purge", metadata: ["what": "\(Purge.emergency.words)", "done on the files": "true"])
        retention.takeUpNotes()
        for unreached in await purge(.emergency, endingOrder: true).unreached {
            log.error(
                "not all could be purged",
                metadata: [
                    "what": "\(unreached.what)", "reason": "\(unreached.reason)", "remedy": "\(unreached.remedy)",
                ])
        }
    }

    private func purge(_ purge: Purge, endingOrder: Bool) async -> PurgeOutcome {
        let now = clock.now
        var outcome = PurgeOutcome()
        let note = retention.notes?.note(of: purge.reason, at: now)
        // Those of an engine are gone already, and what came to it since may be another collector's.
        let areSessionsMeant = !endingOrder || configuration.sessions.store == .memory
        if purge.scopes.contains(.sessions) || purge == .expired, areSessionsMeant {
            await purgeSessions(purge, at: now, &outcome)
        }
        if purge.scopes.contains(.windows) { await purgeWindows(at: now, note, &outcome) }
        if purge.scopes.contains(.detail) || purge == .expired { await purgeDetail(purge, at: now, note, &outcome) }
        // One after the other with what closes windows: what it has taken out of memory and not yet written goes too.
        return await housekeeping.run { [outcome] work in
            var outcome = outcome
            if purge.scopes.contains(.exact) {
                for index in work.pending.indices {
                    work.pending[index].sealed = []
                    work.pending[index].steps = []
                }
            }
            if endingOrder { await self.endOrder(&outcome) }
            await self.purgeStore(purge, at: now, note, &outcome)
            return outcome
        }
    }

    /// Nothing is in memory any more that was there when the order was given; what was noted in the store meanwhile stays noted.
    private func endOrder(_ outcome: inout PurgeOutcome) async {
        do {
            try purgeOrder?.end()
            try await retention.takeUpRecord()
        } catch {
            outcome.unreached.append(.init("the order of the purge", error))
        }
    }

    private func purgeWindows(at now: Int64, _ note: ShreddingNote?, _ outcome: inout PurgeOutcome) async {
        guard let journal else {
            outcome.removed += replaceWindows(at: now) {}.deletions(KeyFingerprint())
            return
        }
        let (gone, destroyed) = await journal.purge(
            { forget in self.replaceWindows(at: now, forget) },
            noting: { gone, keys, fingerprint in note?.add(keys, removing: gone.deletions(fingerprint)) })
        journal.keepUp(with: windows.withLock(\.keys))
        outcome.add(destroyed, of: gone)
    }

    /// In one step: nothing is added to the windows in between.
    private func replaceWindows(at now: Int64, _ forget: () -> Void) -> [WindowID] {
        windows.withLock { windows in
            forget()
            batches.withLock { $0.purge() }
            unanswered.withLock { $0 = UnansweredRequests() }
            return windows.purge(now: now)
        }
    }

    private func purgeSessions(_ purge: Purge, at now: Int64, _ outcome: inout PurgeOutcome) async {
        guard let sessions else { return }
        do {
            let count =
                purge == .expired ? try await sessions.purge(now: now) : try await sessions.removeAll()
            if count > 0 { outcome.removed.append(.sessions(count)) }
        } catch {
            outcome.unreached.append(.sessions(error))
        }
    }

    private func purgeDetail(
        _ purge: Purge, at now: Int64, _ note: ShreddingNote?, _ outcome: inout PurgeOutcome
    ) async {
        guard let sealedDetail else { return }
        outcome.add(
            purge == .expired
                ? await sealedDetail.expire(at: now, noting: note) : await sealedDetail.purge(noting: note))
    }

    private func purgeStore(
        _ purge: Purge, at now: Int64, _ note: ShreddingNote?, _ outcome: inout PurgeOutcome
    ) async {
        outcome.add(
            await retention.remove(
                purge.removal(retention.limits, now: now), with: outcome.removed, for: purge.reason, at: now, note))
        do { try await retention.clean() } catch {
            outcome.unreached.append(.init("what the store's files still hold of what was removed", error))
        }
        let certificates = retention.certify()
        outcome.certificates = certificates.map(PurgeOutcome.Certificate.init)
        if retention.certifies, !outcome.removed.isEmpty, retention.record.uncertified != nil {
            outcome.unreached.append(.waitingCertificate)
        }
    }
}

extension Purge {
    func removal(_ limits: RetentionLimits, now: Int64) -> Removal {
        self == .expired ? .expired(limits, now: now) : .all(Set(scopes.flatMap(\.stored)), limits)
    }
}

extension Deletion {
    /// Sessions have no span: that they are gone says when.
    static func sessions(_ count: Int) -> Deletion {
        Deletion(.sessions, dataClass: "sessions", records: Int64(count))
    }
}

extension PurgeOutcome.Unreached {
    static let waitingCertificate = Self(
        "the certificate", reason: "what was removed from the store still waits for it",
        remedy: "a collector, or the next purge, writes it as soon as the store's files can be rewritten; the log says "
            + "why they can't")

    static func sessions(_ error: any Error) -> Self {
        Self(
            "sessions", reason: "\(error)",
            remedy: "make their engine answer and purge again; until then they end by themselves, within a day")
    }
}

extension PurgeOutcome {
    mutating func add(_ outcome: Removal.Outcome) {
        removed += outcome.removed
        if let fault = outcome.fault { unreached.append(.init("figures in the store", fault)) }
    }

    /// - Parameter windows: those that were open.
    mutating func add(_ destroyed: JournalFiles.Destroyed, of windows: [WindowID] = []) {
        removed += windows.deletions(destroyed.keys)
        guard let fault = destroyed.fault else { return }
        unreached.append(
            .init("the journal", reason: "\(fault.code.rawValue): \(fault.place)", remedy: fault.remedy))
    }

    mutating func add(_ destroyed: DetailFolder.Destroyed) {
        removed += destroyed.removed
        guard let fault = destroyed.fault else { return }
        unreached.append(
            .init("sealed detail", reason: "\(fault.code.rawValue): \(fault.place)", remedy: fault.remedy))
    }
}

extension [WindowID] {
    /// All windows of a length together; the keys of all are named with the first.
    func deletions(_ keys: KeyFingerprint) -> [Deletion] {
        var deletions = Dictionary(grouping: self, by: \.length).sorted { $0.key.seconds < $1.key.seconds }.map {
            length, windows in
            let span = (windows.map(\.start).min() ?? 0)..<(windows.map(\.end).max() ?? 0)
            return Deletion(
                .windows, dataClass: "windows", length: length, span: span, records: Int64(windows.count))
        }
        // What lay on the disk of windows that were not open.
        if deletions.isEmpty, keys.count > 0 {
            deletions = [Deletion(.windows, dataClass: "windows", records: 0)]
        }
        if !deletions.isEmpty {
            deletions[0].keys = keys.count
            deletions[0].fingerprint = keys.text
        }
        return deletions
    }
}
