public import Logging
import Metrics

/// A library that logs and measures as any library does. It knows nothing of telemetry: the program that it is part of
/// decides what becomes of both.
public struct Greeting: Sendable {
    private let logger: Logger
    private let greetings = Counter(label: "greetings")

    public init(logger: Logger = Logger(label: "greeting")) { self.logger = logger }

    public func text(for name: String) throws -> String {
        guard !name.isEmpty else {
            logger.error("nobody to greet", metadata: ["name": "\(name)"])
            throw NobodyToGreet()
        }
        greetings.increment()
        logger.info("greeting \(name)")
        return "Hello, \(name)!"
    }

    public struct NobodyToGreet: Error {}
}
