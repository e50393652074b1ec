package import Logging
package import TacitKeys
import TacitSeal
import TacitSessions
import TacitStores

/// A purge of the files of a state folder, where no collector answers.
///
/// What a process has in its memory goes with the process alone, and is named. Keys go first; each step that fails is named and stops
/// none of the others.
package struct FolderPurge: Sendable {
    private let state: String
    private let keys: KeySource
    /// Sessions as they are configured; `nil` where the configuration can't be read.
    private let sessions: SessionSettings?
    /// A process has the folder, and does not answer.
    private let isClaimed: Bool
    private let log: Logger

    package init(state: String, keys: KeySource, sessions: SessionSettings?, isClaimed: Bool, log: Logger) {
        self.state = state
        self.keys = keys
        self.sessions = sessions
        self.isClaimed = isClaimed
        self.log = log
    }

    /// - Parameter now: in seconds since 1970.
    package func run(_ purge: Purge, now: Int64) async -> PurgeOutcome {
        var outcome = PurgeOutcome()
        let hold = giveOrder(purge, &outcome)
        defer { withExtendedLifetime(hold) {} }
        // Without the ring nothing could be certified either.
        let notes = (try? ring()).map { ShreddingNotes(in: state, ring: $0) }
        notes?.finish()
        let note = notes?.note(of: purge.reason, at: now)
        if purge.scopes.contains(.windows) { purgeJournal(note, &outcome) }
        if purge.scopes.contains(.detail) { purgeDetail(note, &outcome) }
        if purge.scopes.contains(.sessions) || purge == .expired { await purgeSessions(purge, now: now, &outcome) }
        await purgeStore(purge, now: now, notes, note, &outcome)
        return outcome
    }

    /// Before anything goes: what the process writes until then goes with the rest, and afterwards it writes nothing of it.
    private func giveOrder(_ purge: Purge, _ outcome: inout PurgeOutcome) -> FileLock? {
        // In any other case nobody purges the files of one that runs.
        guard isClaimed, purge == .emergency else { return nil }
        do throws(FileFault) {
            return try PurgeOrder(in: state).give()
        } catch {
            outcome.unreached.append(
                .init(
                    "what the collector writes when it goes on", reason: "\(error.code.rawValue): \(error.place)",
                    remedy: "end its process, and purge again: it could not be told to write nothing of it"))
            return nil
        }
    }

    /// What a process holds that does not answer.
    private func unreached(_ what: String) -> PurgeOutcome.Unreached {
        .init(
            "\(what) in the memory of the collector", reason: "it runs and does not answer",
            remedy: "end its process, and it ends with it; if it goes on, it removes that before it writes anything")
    }

    private func purgeJournal(_ note: ShreddingNote?, _ outcome: inout PurgeOutcome) {
        outcome.add(
            JournalFiles.destroy(in: StateFolder.journal(in: state)) { keys, fingerprint in
                note?.add(keys, removing: [WindowID]().deletions(fingerprint))
            })
        if isClaimed { outcome.unreached.append(unreached("open windows")) }
    }

    private func purgeDetail(_ note: ShreddingNote?, _ outcome: inout PurgeOutcome) {
        outcome.add(DetailFolder(in: state).destroyAll(noting: note))
        if isClaimed, DetailFolder(in: state).exists { outcome.unreached.append(unreached("sealed detail")) }
    }

    private func purgeSessions(_ purge: Purge, now: Int64, _ outcome: inout PurgeOutcome) async {
        guard let sessions else {
            outcome.unreached.append(
                .init(
                    "sessions", reason: "the configuration can't be read, so that nobody knows where they lie",
                    remedy: "put it right, or name it with --config, and purge again"))
            return
        }
        guard sessions.isEnabled else { return }
        guard sessions.store != .memory else {
            if isClaimed, purge != .expired { outcome.unreached.append(unreached("sessions")) }
            return
        }
        do {
            guard let sessions = try await Sessions.open(sessions, log: log) else { return }
            let count = purge == .expired ? try await sessions.purge(now: now) : try await sessions.removeAll()
            if count > 0 { outcome.removed.append(.sessions(count)) }
            await sessions.store.close()
        } catch {
            outcome.unreached.append(.sessions(error))
        }
    }

    // MARK: The store, and certificates

    private func purgeStore(
        _ purge: Purge, now: Int64, _ notes: ShreddingNotes?, _ note: ShreddingNote?, _ outcome: inout PurgeOutcome
    ) async {
        let database = StateFolder.database(in: state)
        do {
            guard Files.exist(database) else { return certify(purge, now: now, note, &outcome) }
            let store = try SQLiteStore(path: database, keys: keys, as: .purge)
            let report = try await Report.read(from: store, now: now)
            let limits = report.retention?.limits ?? RetentionLimits()
            if purge == .expired {
                outcome.add(
                    DetailFolder(in: state).expire(limits.detail.seconds, at: report.generatedAt, noting: note))
            }
            let certifier = Result { try self.certifier() }
            let retention = try await Retention(
                limits, store: store, certifier: try? certifier.get(), notes: notes, log: log)
            let removal = purge.removal(limits, now: report.generatedAt)
            outcome.add(await retention.remove(removal, with: outcome.removed, for: purge.reason, at: now, note))
            await overwrite(retention, &outcome)
            await certify(with: retention, certifier, &outcome)
        } catch {
            outcome.unreached.append(.init("figures in the store", error))
            certify(purge, now: now, note, &outcome)
        }
    }

    private func overwrite(_ retention: Retention, _ outcome: inout PurgeOutcome) async {
        let what = "what the store's files still hold of what was removed"
        do {
            guard try await !retention.clean(), outcome.removed.contains(where: \.kind.isStored) else { return }
            outcome.unreached.append(
                .init(
                    what, reason: "somebody reads from them", remedy: "end those who do, and purge again"))
        } catch {
            outcome.unreached.append(.init(what, error))
        }
    }

    /// Certifies what lies in no file any more. What does waits in the store, for a collector or the next purge.
    private func certify(
        with retention: Retention, _ certifier: Result<Certifier, any Error>, _ outcome: inout PurgeOutcome
    ) async {
        switch certifier {
        case .success:
            outcome.certificates = retention.certify().map(PurgeOutcome.Certificate.init)
            if !outcome.removed.isEmpty, retention.record.uncertified != nil {
                outcome.unreached.append(.waitingCertificate)
            }
        case .failure(let error):
            guard !outcome.removed.isEmpty else { break }
            outcome.unreached.append(
                .init(
                    "the certificate", reason: "\(error)", remedy: "put that right, and purge again: it follows"))
        }
        // Where that can't be written, who certifies next finds in the log what was certified.
        try? await retention.storeRecord()
    }

    /// Certifies what was removed where there is no store, or none that can be used: nothing of it lay there.
    private func certify(_ purge: Purge, now: Int64, _ note: ShreddingNote?, _ outcome: inout PurgeOutcome) {
        guard !outcome.removed.isEmpty else { return }
        do {
            let removed = RetentionRecord.Uncertified(removed: outcome.removed, reason: purge.reason, at: now)
            outcome.certificates = try certifier().certify([removed], after: nil).map(PurgeOutcome.Certificate.init)
            note?.remove()
        } catch {
            outcome.unreached.append(
                .init(
                    "the certificate", reason: "\(error)",
                    remedy: "what is gone is gone, and nothing says so with a signature"))
        }
    }

    private func certifier() throws -> Certifier {
        let key = try SigningKey(file: StateFolder.signingKey(in: state), ring: ring(), creating: false)
        return Certifier(log: DeletionLog(in: state), key: key)
    }

    private func ring() throws -> KeyRing { try KeyRingFile(in: state).open(with: keys).ring }
}
