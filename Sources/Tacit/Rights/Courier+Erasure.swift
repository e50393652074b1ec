#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import TacitSeal

extension Courier {
    /// Remembers what the collector must be told, and tells it.
    func erase(_ erasure: PendingErasure) async throws(FileFault) -> ErasureAnswer {
        try files.save(files.erasures() + [erasure])
        return await tellErasures()
    }

    /// Tells the collector what it has yet to be told; the answer to the last of it.
    func tellErasures() async -> ErasureAnswer {
        var answer = ErasureAnswer.nothingToErase
        var left: [PendingErasure] = []
        let today = clock.day
        for erasure in files.erasures() where !erasure.isOver(on: today) {
            answer = await tell(erasure)
            if case .pending = answer { left.append(erasure) }
        }
        do { try files.save(left) } catch { return .pending(reason: error.description) }
        return answer
    }

    private func tell(_ erasure: PendingErasure) async -> ErasureAnswer {
        guard let installation = try? state.open().installation, let request = try? erasure.request(installation) else {
            return .pending(reason: "the key of this installation can't be read")
        }
        do throws(TransportError) {
            let answer = try await transport.send(
                OutgoingRequest(
                    .post, "/v1/erasure", headers: ["content-type": "application/json"], body: Array(request.json),
                    timeout: settings.timeout))
            if [404, 405, 501].contains(answer.status) { return .notSupported }
            guard answer.status == 200 else { return .pending(reason: "the collector answered \(answer.status)") }
            guard let receipt = try? ErasureReceipt(json: Data(answer.body)), receipt.statement.request == request.digest,
                let signing = files.keys()?.signing, (try? receipt.verify(by: signing)) != nil
            else { return .pending(reason: "the collector's receipt does not verify") }
            return .confirmed(
                contributions: Int(clamping: receipt.statement.contributions),
                windows: Int(clamping: receipt.statement.windows))
        } catch {
            return .pending(reason: "the collector can't be reached")
        }
    }
}

extension CourierFiles {
    private var erasuresPath: String { folder + "/erasures.json" }

    func erasures() -> [PendingErasure] {
        Files.read(erasuresPath).flatMap { try? JSONDecoder().decode([PendingErasure].self, from: Data($0)) } ?? []
    }

    func save(_ erasures: [PendingErasure]) throws(FileFault) {
        guard !erasures.isEmpty else { return try Files.remove(erasuresPath) }
        // Integers and texts always encode.
        try Files.replace(erasuresPath, with: try! JSONEncoder().encode(erasures))
    }
}
