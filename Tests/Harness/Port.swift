import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// Ports of loopback at which nothing listens, each given once.
///
/// They lie below those that the system gives away by itself, so that no stand-in of another test takes one that was just free.
package enum Port {
    private static let last = Mutex(20_000 + Int(getpid()) * 37 % 10_000)

    package static func free() async throws -> Int {
        for _ in 0..<1000 {
            let port = last.withLock { last in
                last = last < 32_000 ? last + 1 : 20_000
                return last
            }
            let listener = try? await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .bind(host: "127.0.0.1", port: port).get()
            guard let listener else { continue }
            try await listener.close()
            return port
        }
        throw Failed(what: "a free port")
    }
}
