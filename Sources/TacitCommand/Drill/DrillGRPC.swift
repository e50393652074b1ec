import GRPCCore
import GRPCNIOTransportHTTP2
import TacitWire

/// One export over gRPC.
enum DrillGRPC {
    static func export(_ message: [UInt8], to port: Int, authority: String) async throws {
        let transport = try HTTP2ClientTransport.Posix(
            target: .dns(host: "localhost", port: port),
            transportSecurity: .tls { $0.trustRoots = .certificates([.file(path: authority, format: .pem)]) })
        try await withGRPCClient(transport: transport) { client in
            var options = CallOptions.defaults
            options.timeout = .seconds(20)
            try await client.unary(
                request: ClientRequest(message: message),
                descriptor: MethodDescriptor(fullyQualifiedService: Signal.logs.service, method: "Export"),
                serializer: AsTheyAre(), deserializer: AsTheyAre(), options: options
            ) { _ = try $0.message }
        }
    }

    /// Takes messages as they are.
    private struct AsTheyAre: MessageSerializer, MessageDeserializer {
        func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) throws -> Bytes { Bytes(message) }

        func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> [UInt8] {
            bytes.withUnsafeBytes { Array($0) }
        }
    }
}
