#if Logging
    public import Logging
    public import TacitScrub

    extension Telemetry {
        /// A log handler that scrubs, and records an event for each line at level `error` or above.
        ///
        /// ```swift
        /// LoggingSystem.bootstrap { label in
        ///     telemetry.logHandler(StreamLogHandler.standardError(label: label), label: label) { level, _, code in
        ///         ErrorOccurred(code: code ?? "unknown", isFatal: level == .critical)
        ///     }
        /// }
        /// logger.error("can't charge jane@example.com", error: error)      // can't charge [EMAIL]
        /// ```
        ///
        /// Nothing of the line's text gets into the event: the app makes one of the level, the logger's label and the code of
        /// the logged error, which is that of a ``CodedError`` or the name of the error's type. Without consent it is not
        /// even asked to.
        ///
        /// - Parameters:
        ///   - base: what writes the lines.
        ///   - unmarked: see ``ScrubbingLogHandler/init(_:unmarked:scrubber:)``; `scrubber` too.
        ///   - limit: the most events a minute from one label; the others are counted.
        ///   - event: what is recorded; `nil` for nothing.
        public func logHandler<Event: TelemetryEvent>(
            _ base: any LogHandler, label: String, unmarked: Sensitivity = .public, scrubber: Scrubber? = nil,
            limit: Int = 20, event: @escaping @Sendable (Logger.Level, String, Code?) -> Event?
        ) -> ScrubbingLogHandler {
            let intake = Intake(self)
            let rate = scribe.tallies.rate(of: label, limit: limit)
            return ScrubbingLogHandler(
                base, redaction: LogRedaction(scrubber: scrubber ?? Scrubbed.scrubber, unmarked: unmarked),
                report: { [self] level, error in
                    guard intake.admits(Event.self) else { return }
                    guard rate.admits(at: intake.clock.now()) else { return intake.drop(.sampledOut) }
                    if let event = event(level, label, error.map(Code.init(of:))) { record(event) }
                })
        }
    }
#endif
