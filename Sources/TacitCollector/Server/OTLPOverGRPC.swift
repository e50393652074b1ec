import GRPCCore
import GRPCNIOTransportHTTP2
import TacitWire

/// OTLP/gRPC: the `Export` call of the three services.
///
/// Messages reach the walker as the bytes that came; there is no second decoder.
struct OTLPOverGRPC: RegistrableRPCService {
    let collector: Collector
    let budget: BodyBudget

    func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
        for signal in Signal.allCases {
            router.registerHandler(
                forMethod: MethodDescriptor(fullyQualifiedService: signal.service, method: "Export"),
                deserializer: BytesCoder(), serializer: BytesCoder()
            ) { request, _ in
                let request = try await ServerRequest(stream: request)
                let message = request.message
                let share = budget.share()
                guard share.take(message.count) else {
                    throw RPCError(code: .unavailable, message: "Too many bytes are in flight; try again shortly.")
                }
                do throws(IngestRefusal) {
                    let answer = try await answer(message, signal)
                    try await collector.keep(answer)
                    let response = ExportResponse(
                        signal: signal, rejected: Int(answer.refused), message: answer.message)
                    return StreamingServerResponse(single: ServerResponse(message: response.protobuf))
                } catch {
                    throw RPCError(error)
                }
            }
        }
    }

    private func answer(_ message: [UInt8], _ signal: Signal) async throws(IngestRefusal) -> IngestAnswer {
        let taken: Result<IngestAnswer, IngestRefusal>
        do {
            taken = try await Workers.run {
                message.withUnsafeBytes { bytes in
                    Result { () throws(IngestRefusal) in try collector.ingest(bytes, signal: signal) }
                }
            }
        } catch {
            throw .unavailable("the collector is stopping")
        }
        return try taken.get()
    }
}

extension RPCError {
    fileprivate init(_ refusal: IngestRefusal) {
        switch refusal {
        case .malformed(let error): self.init(code: .invalidArgument, message: error.description)
        case .tooLarge(let error): self.init(code: .resourceExhausted, message: error.description)
        case .conflict: self.init(code: .alreadyExists, message: IngestRefusal.conflictMessage)
        case .unavailable(let reason): self.init(code: .unavailable, message: "Try again later: \(reason).")
        }
    }
}

/// Takes messages as they are.
private struct BytesCoder: MessageSerializer, MessageDeserializer {
    func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) throws -> Bytes { Bytes(message) }

    func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> [UInt8] {
        bytes.withUnsafeBytes { Array($0) }
    }
}
