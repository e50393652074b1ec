#if Logging
    import Logging
    import Synchronization
    import Tacit
    import TacitTestKit
    import Testing

    @Suite("A log line is scrubbed before any handler sees it")
    struct LoggingTests {
        private let lines = Lines()

        private func logger(
            _ recorder: (Lines) -> LineRecorder = { LineRecorder(lines: $0) }, unmarked: Sensitivity = .public
        ) -> Logger {
            let recorder = recorder(lines)
            return Logger(label: "test") { _ in ScrubbingLogHandler(recorder, unmarked: unmarked) }
        }

        @Test("messages, and metadata of the call and of the logger, nested ones and personal keys too")
        func scrubs() {
            var logger = logger()
            logger[metadataKey: "db.password"] = "correct-horse"
            logger.info(
                "mail to jane@example.com",
                metadata: [
                    "client": ["address": "198.51.100.7", "ports": ["a@example.org", "443"]],
                    "by": ["bob@example.org": "1"], "count": "\(3)",
                ])
            #expect(
                lines.all == [
                    "mail to [EMAIL] by={[EMAIL]=1} client={address=[IP_ADDRESS],ports=[[EMAIL],443]} count=3 db.password=[SECRET]"
                ])
        }

        @Test("what is marked private is not shown, however harmless it looks, also within an array or a dictionary")
        func honoursPrivate() {
            logger().info(
                "order",
                metadata: [
                    "a": .private("blue"), "b": "\("green", sensitivity: .private)",
                    "c": ["d": .private(7), "e": [.private("red")]], "f": .public("open"), "g": "plain",
                ])
            #expect(lines.all == ["order a=[PRIVATE] b=[PRIVATE] c={d=[PRIVATE],e=[[PRIVATE]]} f=open g=plain"])
        }

        @Test("one private part makes a text private, whatever the other parts are marked as, in either order")
        func privateWins() {
            logger().info(
                "order",
                metadata: [
                    "a": "\("blue", sensitivity: .private) of \("shop", sensitivity: .public)",
                    "b": "\("shop", sensitivity: .public) of \("blue", sensitivity: .private)",
                ])
            #expect(lines.all == ["order a=[PRIVATE] b=[PRIVATE]"])
        }

        @Test("what is marked public goes through the scrubber all the same")
        func scrubsPublic() {
            logger().info("order", metadata: ["to": .public("jane@example.com"), "n": "\(4, sensitivity: .public)"])
            #expect(lines.all == ["order n=4 to=[EMAIL]"])
        }

        @Test("with unmarked metadata taken for private, only what is marked public is shown")
        func deniesByDefault() {
            var logger = logger(unmarked: .private)
            logger[metadataKey: "region"] = "north"
            logger.info("order", metadata: ["shop": .public("books"), "n": "4", "list": ["1", .public("2")]])
            #expect(lines.all == ["order list=[[PRIVATE],2] n=[PRIVATE] region=[PRIVATE] shop=books"])
        }

        @Test("then an error is shown by its type alone")
        func hidesErrors() {
            logger(unmarked: .private).error("no", error: ChargeFailed(customer: "jane"))
            #expect(lines.all == ["no error.message=[PRIVATE] error.type=TacitTests.ChargeFailed"])
        }

        @Test("what the wrapped handler had on its own, and its provider's metadata, are scrubbed too")
        func takesOver() {
            logger({ lines in
                var recorder = LineRecorder(lines: lines)
                recorder.metadata = ["owner": "jane@example.com"]
                recorder.metadataProvider = .init { ["peer": "198.51.100.7", "mood": .private("glad")] }
                return recorder
            }).info("hello")
            #expect(lines.all == ["hello mood=[PRIVATE] owner=[EMAIL] peer=[IP_ADDRESS]"])
        }

        @Test("an error is shown by its type and its scrubbed description; the handler behind gets nothing else of it")
        func scrubsErrors() {
            logger().error("no", error: ChargeFailed(customer: "jane@example.com"))
            #expect(
                lines.all == ["no error.message=can't charge [EMAIL] error.type=TacitTests.ChargeFailed"])
        }

        @Test("the program reads back the metadata that it set, and removing takes it from the handler behind")
        func readsBack() {
            var logger = logger()
            logger[metadataKey: "to"] = "jane@example.com"
            #expect(logger[metadataKey: "to"] == "jane@example.com")
            logger[metadataKey: "to"] = nil
            logger[metadataKey: "bob@example.org"] = "x"
            logger[metadataKey: "bob@example.org"] = nil
            logger.info("hello")
            #expect(lines.all == ["hello"])
        }

        @Test("a value that gives another text each time is asked once")
        func asksOnce() {
            logger().info("hello", metadata: ["v": .stringConvertible(Fickle())])
            #expect(lines.all == ["hello v=first"])
        }
    }

    @Suite("A log line gives telemetry what the app makes of its level and its error's code, and no text")
    struct LoggedFaultTests {
        private func log(_ service: ShopService, _ body: (Logger) -> Void, lines: Lines = Lines()) {
            body(
                Logger(label: "shop") { label in
                    service.telemetry.logHandler(LineRecorder(lines: lines), label: label) { level, _, code in
                        .fault(code: code ?? "unknown", isFatal: level == .critical)
                    }
                })
        }

        @Test("errors and critical lines are recorded, with the code of the error or the name of its type")
        func records() async throws {
            try await ShopService.with { service in
                log(service) { logger in
                    logger.error("a", error: ChargeFailed(customer: "jane@example.com"))
                    logger.critical("b", error: KnownFault(customer: "jane@example.com"))
                    logger.error("c")
                    logger.warning("d", error: ChargeFailed(customer: "jane@example.com"))
                }
                let sent = await service.sent()
                #expect(sent.map { $0["error.type"] } == ["ChargeFailed", "SHOP-1001", "unknown"])
                #expect(sent.map { $0["fatal"] } == ["false", "true", "false"])
            }
        }

        @Test("nothing that was planted in a message, metadata or an error is sent, queued or logged")
        func keepsPlantedValuesIn() async throws {
            let planted = ["jane@example.com", "198.51.100.7", "4111111111111111", "correct-horse", "marigold"]
            try await ShopService.with { service in
                let lines = Lines()
                log(
                    service,
                    { logger in
                        var logger = logger
                        logger[metadataKey: "password"] = "correct-horse"
                        for value in planted.dropLast(2) {
                            logger.error(
                                "failed for \(value)", error: ChargeFailed(customer: value),
                                metadata: [
                                    "who": "\(value)", "deep": [["at": ["\(value)"]]], "name": .private("marigold"),
                                    "also": .public(value),
                                ])
                        }
                    }, lines: lines)
                #expect(await service.sent().count == 3)
                for value in planted {
                    #expect(service.contains(noValue: value))
                    #expect(!lines.all.joined().contains(value))
                }
            }
        }

        @Test("without consent the app is not asked for an event, and there is still nothing on the disk")
        func isSilentWithoutConsent() async throws {
            try await ShopService.with(consents: false) { service in
                let asked = Atomic(0)
                let logger = Logger(label: "shop") { label in
                    service.telemetry.logHandler(LineRecorder(lines: Lines()), label: label) { _, _, _ in
                        asked.wrappingAdd(1, ordering: .relaxed)
                        return Fault(code: "x")
                    }
                }
                logger.error("no", error: ChargeFailed(customer: "jane@example.com"))
                #expect(await service.sent().isEmpty)
                #expect(asked.load(ordering: .relaxed) == 0)
                #expect(service.isEmpty)
            }
        }

        @Test("a flood of errors is cut to so many a minute, however many loggers they come from")
        func limits() async throws {
            try await ShopService.with { service in
                for _ in 0..<100 { log(service) { logger in for _ in 0..<10 { logger.error("no") } } }
                service.clock.advance(by: .seconds(61))
                log(service) { logger in logger.error("no") }
                #expect(await service.sent().count == 21)
            }
        }
    }

    final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func append(_ line: String) { lines.withLock { $0.append(line) } }
    }

    /// What a handler writes that knows nothing of privacy.
    struct LineRecorder: LogHandler {
        let lines: Lines
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]
        var metadataProvider: Logger.MetadataProvider?

        init(lines: Lines) { self.lines = lines }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            var all = metadata
            all.merge(metadataProvider?.get() ?? [:]) { $1 }
            all.merge(event.metadata ?? [:]) { $1 }
            if let error = event.error { all["raw"] = "\(error)" }
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

    private final class Fickle: CustomStringConvertible, Sendable {
        private let asked = Atomic(0)
        var description: String {
            asked.wrappingAdd(1, ordering: .relaxed).oldValue == 0 ? "first" : "jane@example.com"
        }
    }
#endif
