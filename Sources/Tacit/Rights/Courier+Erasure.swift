import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Telling the collector what to take out.
extension Courier {
    /// Between two attempts that nobody asked for.
    private static let pause: Int64 = 600_000

    /// Remembers what the collector must be told, and tells it.
    func erase(_ erasure: PendingErasure) async throws(FileFault) -> ErasureAnswer {
        try files.changeErasures { $0.append(erasure) }
        // After what another process is sending: told before it, the collector would keep what comes then.
        let lock = await transmissionLock()
        defer { withExtendedLifetime(lock) {} }
        return await tellErasures()
    }

    /// Tells the collector what it has yet to be told; the answer to the last of it.
    ///
    /// - Parameter isForced: whether to try also what was tried a moment ago.
    @discardableResult
    func tellErasures(isForced: Bool = true) async -> ErasureAnswer {
        var answer = ErasureAnswer.nothingToErase
        var tried: [PendingErasure: PendingErasure?] = [:]
        let today = clock.day
        for erasure in files.erasures() {
            guard !erasure.isOver(on: today) else {
                tried[erasure] = .some(nil)
                continue
            }
            guard isForced || isTime(after: erasure.triedAt) else { continue }
            if let installation = try? state.open().installation, let request = try? erasure.request(installation) {
                answer = await ask(request, signer: nil).answer
            } else {
                answer = .pending(reason: "the key of this installation can't be read")
            }
            var left: PendingErasure?
            if case .pending = answer {
                left = erasure
                left?.triedAt = clock.milliseconds
            }
            tried[erasure] = .some(left)
        }
        guard !tried.isEmpty else { return answer }
        // What came in meanwhile stays as it is.
        do {
            try files.changeErasures { $0 = $0.compactMap { tried[$0] ?? $0 } }
        } catch {
            return .pending(reason: error.description)
        }
        return answer
    }

    /// Tells the collector of an erasure of all, if it has yet to be told.
    func tellErased(isForced: Bool) async -> ErasureAnswer? {
        guard var note = ErasureNote.read(in: state.folder), var pending = note.pending else { return nil }
        guard pending.isOpen(on: clock.day) else {
            note.pending = nil
            try? note.save(in: state.folder)
            return .nothingToErase
        }
        guard isForced || isTime(after: pending.triedAt) else { return nil }
        let (answer, receipt) = await ask(pending.request, signer: pending.signer)
        switch answer {
        case .pending:
            pending.triedAt = clock.milliseconds
            note.pending = pending
        case .confirmed(let contributions, let windows):
            (note.contributions, note.windows, note.pending) = (contributions, windows, nil)
            note.receipt = receipt.map { String(decoding: $0.json, as: UTF8.self) }
        case .notSupported, .impossible, .nothingToErase: note.pending = nil
        }
        do { try note.save(in: state.folder) } catch { return .pending(reason: error.description) }
        return answer
    }

    private func isTime(after tried: Int64?) -> Bool {
        guard let tried else { return true }
        return clock.milliseconds - tried >= Self.pause || clock.milliseconds < tried
    }

    /// Asks the collector to take something out.
    private func ask(
        _ request: ErasureRequest, signer: VerifyingKey?
    ) async -> (answer: ErasureAnswer, receipt: ErasureReceipt?) {
        do throws(TransportError) {
            let answer = try await transport.send(
                OutgoingRequest(
                    .post, "/v1/erasure", headers: ["content-type": "application/json"], body: Array(request.json),
                    timeout: settings.timeout))
            // One that has shown its keys is Tacit's: then something between here and there answers.
            if [404, 405, 501].contains(answer.status), signer == nil, files.keys() == nil {
                return (.notSupported, nil)
            }
            guard answer.status == 200 else {
                return (.pending(reason: "the collector answered \(answer.status)"), nil)
            }
            var signer = signer
            if signer == nil { signer = try await knownSigner() }
            guard let signer, let receipt = try? ErasureReceipt(json: Data(answer.body)),
                receipt.statement.request == request.digest, (try? receipt.verify(by: signer)) != nil
            else { return (.pending(reason: "the collector's receipt does not verify"), nil) }
            let statement = receipt.statement
            return (
                .confirmed(
                    contributions: Int(clamping: statement.contributions), windows: Int(clamping: statement.windows)),
                receipt
            )
        } catch {
            return (.pending(reason: "the collector can't be reached"), nil)
        }
    }

    /// The collector's signing key: the one that is kept, or else the one that it shows now, if it is the one that was set.
    private func knownSigner() async throws(TransportError) -> VerifyingKey? {
        if let known = files.keys()?.signing, isPinned(known) { return known }
        let answer = try await transport.send(OutgoingRequest(.get, "/v1/keys", timeout: settings.timeout))
        guard answer.status == 200, let keys = try? CollectorKeys(json: Data(answer.body)),
            (try? keys.verify(by: keys.signing)) != nil, isPinned(keys.signing)
        else { return nil }
        return keys.signing
    }

    private func isPinned(_ key: VerifyingKey) -> Bool { settings.collectorKey.map { $0 == key.id } ?? true }
}

extension CourierFiles {
    private var erasuresPath: String { folder + "/erasures.json" }

    var hasErasures: Bool { Files.exist(erasuresPath) }

    func erasures() -> [PendingErasure] {
        Files.read(erasuresPath).flatMap { try? JSONDecoder().decode([PendingErasure].self, from: Data($0)) } ?? []
    }

    /// Changes what is there at this moment, whoever else changes it too.
    func changeErasures(_ change: (inout [PendingErasure]) -> Void) throws(FileFault) {
        let lock = try FileLock.take(folder + "/erasures.lock")
        defer { withExtendedLifetime(lock) {} }
        var erasures = erasures()
        change(&erasures)
        guard !erasures.isEmpty else { return try Files.remove(erasuresPath) }
        // Integers and texts always encode.
        try Files.replace(erasuresPath, with: try! JSONEncoder().encode(erasures))
    }
}
