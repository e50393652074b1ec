import Logging
import Synchronization
import TacitScrub
import Testing

/// Scrubs what is logged before it reaches another handler: messages as text, metadata by their keys.
struct ScrubbingLogHandler<Base: LogHandler>: LogHandler {
    private var base: Base
    private let scrubber: Scrubber

    init(_ base: Base, scrubber: Scrubber = Scrubber()) {
        self.base = base
        self.scrubber = scrubber
    }

    func log(event: LogEvent) {
        var event = event
        event.message = "\(scrubber.scrub(event.message.description))"
        event.metadata = event.metadata.map(scrubbed)
        base.log(event: event)
    }

    var logLevel: Logger.Level {
        get { base.logLevel }
        set { base.logLevel = newValue }
    }

    var metadata: Logger.Metadata {
        get { base.metadata }
        set { base.metadata = scrubbed(newValue) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { base[metadataKey: key] }
        set { base[metadataKey: key] = newValue.map { scrubbed($0, key: key) } }
    }

    private func scrubbed(_ metadata: Logger.Metadata) -> Logger.Metadata {
        Dictionary(uniqueKeysWithValues: metadata.map { ($0, scrubbed($1, key: $0)) })
    }

    private func scrubbed(_ value: Logger.Metadata.Value, key: String) -> Logger.Metadata.Value {
        switch value {
        case .string(let text): .string(scrubber.scrub(text, key: key))
        case .stringConvertible(let text): .string(scrubber.scrub(text.description, key: key))
        case .dictionary(let metadata): .dictionary(scrubbed(metadata))
        case .array(let values): .array(values.map { scrubbed($0, key: key) })
        }
    }
}

/// The example of the documentation, which adopters copy.
@Suite("A log handler that scrubs lets nothing personal reach the handler behind it")
struct ScrubbingLogHandlerTests {
    @Test("messages, metadata of the call and of the logger, nested ones too")
    func scrubs() {
        let lines = Lines()
        var logger = Logger(label: "test") { _ in ScrubbingLogHandler(Recorder(lines: lines)) }
        logger[metadataKey: "db.password"] = "correct-horse"
        logger.info(
            "mail to jane@example.com",
            metadata: ["client": ["address": "198.51.100.7"], "tags": ["bob@example.org"], "count": "\(3)"])
        #expect(
            lines.all == [
                "mail to [EMAIL] client={address=[IP_ADDRESS]} count=3 db.password=[SECRET] tags=[[EMAIL]]"
            ])
    }

    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func append(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private struct Recorder: LogHandler {
        let lines: Lines
        var logLevel = Logger.Level.info
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            lines.append(([event.message.description] + Self.pairs(all)).joined(separator: " "))
        }

        private static func pairs(_ metadata: Logger.Metadata) -> [String] {
            metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }
        }

        private static func text(_ value: Logger.Metadata.Value) -> String {
            switch value {
            case .string(let text): text
            case .stringConvertible(let text): text.description
            case .dictionary(let metadata): "{\(pairs(metadata).joined(separator: ","))}"
            case .array(let values): "[\(values.map(text).joined(separator: ","))]"
            }
        }
    }
}
