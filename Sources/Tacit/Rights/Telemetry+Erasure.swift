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
        if state.exists {
            var note = ErasureNote(erasedOn: clock.day, pending: pending ?? before?.pending)
            // Written before the key goes: a crash in between is made up for at the next start.
            do { try note.save(in: state.folder) } catch {}
            let left = ErasureNote.clear(state.folder)
            note.isComplete = left.isEmpty
            do { try note.save(in: state.folder) } catch {}
            let told = await tellErased(isForced: true) ?? answer
            return ErasureOutcome(collector: told, receipt: ErasureNote.read(in: state.folder)?.receipt, left: left)
        }
        // It was erased before, or there never was anything: only the collector may have yet to be told.
        guard before != nil else { return ErasureOutcome(collector: .nothingToErase, receipt: nil, left: []) }
        let told = await tellErased(isForced: true) ?? .nothingToErase
        return ErasureOutcome(
            collector: told, receipt: ErasureNote.read(in: state.folder)?.receipt,
            left: ErasureNote.clear(state.folder))
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

    /// Whether anything may ever have gone out.
    private var hasSent: Bool {
        !Files.names(in: state.folder + "/log").isEmpty
            || Files.names(in: state.folder + "/batches").contains { $0.hasSuffix(".stamp") }
    }

    /// Waits for another process that is sending: what it sends is to be erased too. One that hangs is not waited for.
    private func transmissionLock() async -> FileLock? {
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
