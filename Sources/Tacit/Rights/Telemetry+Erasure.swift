import TacitSeal

extension Telemetry {
    /// Erases everything that is kept of this project on this machine: decisions, queue, log, schedule and key; and asks the
    /// collector to take out of its open windows what this installation added.
    ///
    /// Recording ends at once. The key is destroyed whether or not the collector can be reached; what stays until it has
    /// answered, or its windows have closed, is a note with the request that was made before. Afterwards it is as if nobody
    /// had ever decided.
    @discardableResult
    public func erase() async -> ErasureOutcome {
        await scribe.stop(catalog.categories.map(\.name))
        let outcome = await courier.eraseAll(
            naming: state.declaration.settings.merging(configuration.settings) { $1 })
        state.close()
        await scribe.forget()
        return outcome
    }

    /// Whether the collector may have yet to be told something. No switch but consent is overruled for it.
    var owesReminders: Bool { switches.isAllowed && state.hasReminders }

    /// Tells the collector, if it is time, what it has yet to be told about erasures and withdrawals.
    func remind() async {
        guard owesReminders else { return }
        _ = await courier.tellErased(isForced: false)
        await courier.tellErasures(isForced: false)
    }
}

extension Courier {
    /// How often another process is given time to end its transmission, and how long each time.
    private static let patience = 150
    private static let pause: Duration = .milliseconds(100)

    fileprivate func eraseAll(naming settings: [String: String]) async -> ErasureOutcome {
        let lock = await transmissionLock()
        defer { withExtendedLifetime(lock) {} }
        let before = ErasureNote.read(in: state.folder)
        let (pending, answer) = request(settings)
        // What can't be listed is not taken for empty.
        let names = try? Files.names(in: state.folder)
        if names?.contains(where: { $0 != ErasureNote.name }) != false {
            var note = ErasureNote(erasedOn: clock.day, pending: pending.adding(before?.pending, on: clock.day))
            // Written before the key goes: a crash in between is made up for at the next start.
            do { try note.save(in: state.folder) } catch {}
            let left = ErasureNote.clear(state.folder)
            note.isComplete = left.isEmpty
            do { try note.save(in: state.folder) } catch {}
            let unkept = ErasureAnswer.impossible(reason: "the request to it could not be written down")
            let told = await tellErased(isForced: true) ?? (note.pending == nil ? answer : unkept)
            return ErasureOutcome(collector: told, receipt: ErasureNote.read(in: state.folder)?.receipt, left: left)
        }
        // It was erased before, or there never was anything: only the collector may have yet to be told.
        guard before != nil else { return ErasureOutcome(collector: .nothingToErase, receipt: nil, left: []) }
        let told = await tellErased(isForced: true) ?? .nothingToErase
        return ErasureOutcome(collector: told, receipt: ErasureNote.read(in: state.folder)?.receipt, left: [])
    }

    /// What must be asked of the collector, or why it need not or can't be.
    private func request(_ settings: [String: String]) -> (ErasureNote.Pending?, ErasureAnswer) {
        guard hasSent else { return (nil, .nothingToErase) }
        let erasure = PendingErasure(on: clock.day, categories: nil, reason: .erasure)
        guard let installation = try? state.open().installation, let request = try? erasure.request(installation) else {
            return (nil, .impossible(reason: "the key of this installation can't be read"))
        }
        return (
            ErasureNote.Pending(
                request: request, until: erasure.until, signer: files.keys()?.signing, settings: settings),
            .nothingToErase
        )
    }

    /// Whether anything may ever have gone out: also where a folder that would tell can't be listed.
    var hasSent: Bool {
        files.schedule().lastSuccess != nil || files.hasErasures
            || (try? Files.names(in: state.folder + "/log"))?.isEmpty != true
            || (try? Files.names(in: state.folder + "/batches"))?.contains { $0.hasSuffix(".stamp") } != false
    }

    /// Waits for another process that is sending: what it sends is to be erased too. One that hangs is not waited for.
    func transmissionLock() async -> FileLock? {
        guard state.exists else { return nil }
        for _ in 0..<Self.patience {
            do throws(FileFault) {
                if let lock = try FileLock.takeIfFree(files.lock) { return lock }
            } catch {
                return nil
            }
            await clock.sleep(Self.pause)
        }
        return nil
    }
}

extension ErasureNote.Pending? {
    /// With what an earlier erasure has yet to tell: it named an installation whose key is gone.
    fileprivate func adding(_ other: Self, on today: Int64) -> Self {
        guard let earlier = other, earlier.isOpen(on: today) else { return self }
        guard let self,
            let both = try? ErasureRequest(
                tokens: self.request.tokens + earlier.request.tokens, categories: nil, reason: .erasure)
        else { return self ?? earlier }
        return ErasureNote.Pending(
            request: both, until: max(self.until, earlier.until), signer: self.signer ?? earlier.signer,
            settings: self.settings)
    }
}
