import NIOCore
import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A listener whose failure says which address could not be had.
struct Listener: Service {
    /// What listens, and the option that moves it.
    let name: String
    let option: String
    let endpoint: CollectorConfiguration.Endpoint
    let service: any Service

    func run() async throws {
        do {
            try await service.run()
        } catch let error where !(error is CancellationError) {
            throw Failure(listener: self, error)
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String

        fileprivate init(listener: Listener, _ error: any Error) {
            let (reason, remedy) =
                switch (error as? IOError)?.errnoCode {
                case EADDRINUSE: ("another program has the address", "stop that program, or name another address")
                case EADDRNOTAVAIL: ("the address is not this machine's", "name one of its own")
                case EACCES, EPERM: ("the system does not allow it", "name a port from 1024 on")
                default: ("the address can't be had", "see whether another program has it, or name another")
                }
            description =
                "\(listener.name) can't listen on \(listener.endpoint): \(reason); \(remedy) with \(listener.option)."
        }
    }
}
