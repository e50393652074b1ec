import Crypto
import TacitSeal
import TacitWire

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One attempt to bring one batch to its collector: sealed where the collector offers a key, plain OTLP where it has none.
struct SendAttempt {
    let bytes: [UInt8]
    let id: BatchID
    let transport: any Transport
    let settings: Courier.Settings
    let files: CourierFiles
    /// Seconds since 1970 UTC.
    let now: Int64
    /// Whether the bytes have left this machine, or may have.
    private(set) var hasGoneOut = false

    init(
        bytes: [UInt8], id: BatchID, transport: any Transport, settings: Courier.Settings, files: CourierFiles,
        now: Int64
    ) {
        self.bytes = bytes
        self.id = id
        self.transport = transport
        self.settings = settings
        self.files = files
        self.now = now
    }

    mutating func run() async -> (Verdict, Receipt?, VerifyingKey?) {
        do throws(TransportError) {
            guard settings.sealing != .off else { return (try await plain(), nil, nil) }
            var keys = files.keys().flatMap { isTrusted($0) ? $0 : nil }
            // A key that was fetched before may be gone by now: then once more with a new one.
            for _ in 0..<2 {
                if keys?.sealingKey(at: now) == nil {
                    switch try await fetch() {
                    case .keys(let fresh): keys = fresh
                    case .none where settings.sealing == .auto && files.keys() == nil:
                        return (try await plain(), nil, nil)
                    case .none: return (Self.keep("the collector offers no key to seal to"), nil, nil)
                    case .verdict(let verdict): return (verdict, nil, nil)
                    }
                }
                guard let offered = keys, let key = offered.sealingKey(at: now) else { break }
                let (verdict, receipt) = try await sealed(to: key, signedBy: offered.signing)
                guard verdict == .reseal else { return (verdict, receipt, offered.signing) }
                keys = nil
            }
            return (Self.keep("the collector's key to seal to is over; its clock or this one is wrong"), nil, nil)
        } catch {
            return (Verdict(error), nil, nil)
        }
    }

    private static func keep(_ reason: String, mayHaveArrived: Bool = false) -> Verdict {
        .keep(mayHaveArrived: mayHaveArrived, reason: reason, retryAfter: nil)
    }

    private mutating func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
        do throws(TransportError) {
            let answer = try await transport.send(request)
            hasGoneOut = true
            return answer
        } catch {
            hasGoneOut = hasGoneOut || error.mayHaveArrived
            throw error
        }
    }

    // MARK: Plain

    private mutating func plain() async throws(TransportError) -> Verdict {
        let answer = try await send(
            OutgoingRequest(
                .post, "/v1/logs",
                headers: [
                    "content-type": "application/x-protobuf", "content-encoding": "gzip", "idempotency-key": id.hex,
                ],
                body: Gzip.compress(bytes), message: bytes, timeout: settings.timeout))
        let verdict = Verdict(status: answer.status, retryAfter: answer.retryAfter)
        // Nothing was sealed, so there is no key that could be gone: something in between has said it.
        guard verdict != .reseal else { return Self.keep("no collector answers at this address") }
        guard answer.status == 200 else { return verdict }
        guard let response = ExportResponse(logs: answer.body) else {
            return Self.keep("the collector's answer is no OTLP", mayHaveArrived: true)
        }
        return .taken(refused: response.rejected)
    }

    // MARK: Sealed

    private mutating func sealed(
        to key: SealingPublicKey, signedBy signing: VerifyingKey
    ) async throws(TransportError) -> (Verdict, Receipt?) {
        guard let batch = try? SealedBatch(sealing: Gzip.compress(bytes), id: id, to: key) else {
            return (Self.keep("this system can't seal"), nil)
        }
        let answer = try await send(
            OutgoingRequest(
                .post, "/v1/sealed", headers: ["content-type": SealedBatch.contentType], body: Array(batch.bytes),
                message: bytes, timeout: settings.timeout))
        let verdict = Verdict(status: answer.status, retryAfter: answer.retryAfter)
        guard answer.status == 200 else { return (verdict, nil) }
        guard let receipt = try? Receipt(json: Data(answer.body)), (try? receipt.verify(by: signing)) != nil,
            receipt.statement.batch == id, receipt.statement.digest == Array(SHA256.hash(data: bytes))
        else { return (Self.keep("the collector's receipt does not verify", mayHaveArrived: true), nil) }
        return (.taken(refused: Int(clamping: receipt.statement.refused)), receipt)
    }

    // MARK: Keys

    private enum Fetched {
        case keys(CollectorKeys)
        /// No Tacit collector.
        case none
        case verdict(Verdict)
    }

    private func fetch() async throws(TransportError) -> Fetched {
        let answer = try await transport.send(OutgoingRequest(.get, "/v1/keys", timeout: settings.timeout))
        if [404, 405, 501].contains(answer.status) { return .none }
        guard answer.status == 200 else {
            let verdict = Verdict(status: answer.status, retryAfter: answer.retryAfter)
            guard case .keep(_, let reason, let retryAfter) = verdict else {
                return .verdict(Self.keep("the collector gives no keys (\(answer.status))"))
            }
            return .verdict(.keep(mayHaveArrived: false, reason: reason, retryAfter: retryAfter))
        }
        guard let keys = try? CollectorKeys(json: Data(answer.body)), (try? keys.verify(by: keys.signing)) != nil else {
            return .verdict(Self.keep("the collector's keys don't verify"))
        }
        guard isTrusted(keys) else { return .verdict(Self.keep("the collector has another signing key than it had")) }
        do { try files.save(keys) } catch { return .verdict(Self.keep("the collector's keys can't be kept")) }
        return .keys(keys)
    }

    private func isTrusted(_ keys: CollectorKeys) -> Bool {
        if let pinned = settings.collectorKey { return keys.signing.id == pinned }
        return files.keys().map { $0.signing.id == keys.signing.id } ?? true
    }
}

extension TransportAnswer {
    /// Seconds.
    var retryAfter: Int64? { headers["retry-after"].flatMap { Int64($0) } }
}
