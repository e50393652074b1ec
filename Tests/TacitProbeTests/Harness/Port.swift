import NIOCore
import NIOPosix

/// Ports of loopback that were free a moment ago.
enum Port {
    static func free() async throws -> Int {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        defer { listener.close(promise: nil) }
        guard let port = listener.localAddress?.port else { throw Failed(what: "a free port") }
        return port
    }
}
