#if Logging
    public import Logging
    public import TacitScrub

    /// A log handler that lets nothing personal reach the handler behind it: messages, errors and metadata go through the
    /// scrubber, metadata by their keys, and what is marked ``Sensitivity/private`` is not shown at all.
    ///
    /// ```swift
    /// LoggingSystem.bootstrap { label in
    ///     ScrubbingLogHandler(StreamLogHandler.standardError(label: label))
    /// }
    /// Logger(label: "shop").info("order of jane@example.com")     // order of [EMAIL]
    /// ```
    ///
    /// It needs no telemetry and sends nothing. ``Tacit/Telemetry/logHandler(_:label:unmarked:scrubber:limit:event:)`` makes one
    /// that also counts errors.
    ///
    /// Labels, sources, files and functions stay: they are part of the program. Handlers beside this one, as of a multiplexer,
    /// see what it sees: wrap the multiplexer.
    public struct ScrubbingLogHandler: LogHandler {
        private var base: any LogHandler
        private let redaction: LogRedaction
        /// What came from the program, as it came; the handler behind has it scrubbed.
        private var held: Logger.Metadata
        public var metadataProvider: Logger.MetadataProvider?
        private let report: (@Sendable (Logger.Level, (any Error)?) -> Void)?

        /// - Parameters:
        ///   - base: what writes the lines. The metadata and the provider that it has already are taken over and scrubbed too.
        ///   - unmarked: how metadata count that are not marked; with ``Sensitivity/private`` only what is marked as
        ///     public is shown.
        ///   - scrubber: one with a policy of its own, in the place of the standard one.
        public init(
            _ base: any LogHandler, unmarked: Sensitivity = .public, scrubber: Scrubber? = nil
        ) {
            self.init(
                base, redaction: LogRedaction(scrubber: scrubber ?? Scrubbed.scrubber, unmarked: unmarked), report: nil)
        }

        init(
            _ base: any LogHandler, redaction: LogRedaction,
            report: (@Sendable (Logger.Level, (any Error)?) -> Void)?
        ) {
            self.base = base
            self.redaction = redaction
            self.report = report
            held = base.metadata
            metadataProvider = base.metadataProvider
            self.base.metadata = redaction.metadata(held)
            // Handlers that know no provider complain when one is set.
            if metadataProvider != nil { self.base.metadataProvider = nil }
        }

        public var logLevel: Logger.Level {
            get { base.logLevel }
            set { base.logLevel = newValue }
        }

        public var metadata: Logger.Metadata {
            get { held }
            set {
                held = newValue
                base.metadata = redaction.metadata(newValue)
            }
        }

        public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { held[key] }
            set {
                held[key] = newValue
                let safe = redaction.key(key)
                base[metadataKey: safe] = newValue.flatMap { redaction.metadata([key: $0])[safe] }
            }
        }

        public func log(event: LogEvent) {
            var event = event
            if let message = redaction.message(event.message.description) {
                event.message = Logger.Message(stringLiteral: message)
            }
            var fields = event.metadata ?? [:]
            if let provided = metadataProvider?.get(), !provided.isEmpty {
                fields = provided.merging(fields) { $1 }
            }
            let error = event.error
            if let error {
                // As swift-log's own handlers name them. The error itself stays behind: it may carry anything.
                fields["error.message"] = .string(String(describing: error))
                fields["error.type"] = .public(String(reflecting: type(of: error)))
                event.error = nil
            }
            if !fields.isEmpty { event.metadata = redaction.metadata(fields) }
            base.log(event: event)
            if let report, event.level >= .error { report(event.level, error) }
        }
    }
#endif
