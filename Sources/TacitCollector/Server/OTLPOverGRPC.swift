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
                let response = try await Workers.run { Result { () throws(RPCError) in try export(message, signal) } }
                return StreamingServerResponse(single: try response.get())
            }
        }
    }

    private func export(_ message: [UInt8], _ signal: Signal) throws(RPCError) -> ServerResponse<[UInt8]> {
        let share = budget.share()
        guard share.take(message.count) else {
            throw RPCError(code: .unavailable, message: "Too many bytes are in flight; try again shortly.")
        }
        do throws(IngestRefusal) {
            let answer = try message.withUnsafeBytes { bytes in
                Result { () throws(IngestRefusal) in try collector.ingest(bytes, signal: signal) }
            }.get()
            let response = ExportResponse(signal: signal, rejected: Int(answer.refused), message: answer.message)
            return ServerResponse(message: response.protobuf)
        } catch {
            switch error {
            case .malformed(let error): throw RPCError(code: .invalidArgument, message: error.description)
            case .tooLarge(let error): throw RPCError(code: .resourceExhausted, message: error.description)
            case .conflict: throw RPCError(code: .alreadyExists, message: IngestRefusal.conflictMessage)
            case .unavailable(let reason): throw RPCError(code: .unavailable, message: "Try again later: \(reason).")
            }
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
