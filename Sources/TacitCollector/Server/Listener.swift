import ServiceLifecycle

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
            throw Failure(listener: self)
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String

        fileprivate init(listener: Listener) {
            description = """
                \(listener.name) can't listen on \(listener.endpoint): another program has the address, or it is not this \
                machine's; stop that program, or name another address with \(listener.option).
                """
        }
    }
}
