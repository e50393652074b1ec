#if ServiceLifecycle
    public import ServiceLifecycle

    /// Telemetry as a service: it transmits when that is due, and writes down the rest when the program is asked to end.
    ///
    /// ```swift
    /// let telemetry = try Tacit.bootstrap(.shop, project: "shop")
    /// let app = Application(router: router, services: [TelemetryService(telemetry)])
    /// try await app.runService()
    /// ```
    ///
    /// The end is never delayed by more than the flush bound, 150 ms unless configured otherwise, not even by a transmission
    /// that is under way. What has not been sent by then lies in the queue, for the next start.
    public struct TelemetryService: Service {
        private let telemetry: Telemetry
        private let sendsAtEnd: Bool

        /// - Parameter sendsAtEnd: whether the end is a reason to send what waits, within the same bound: for programs whose
        ///   state folder does not outlive them.
        public init(_ telemetry: Telemetry, sendsAtEnd: Bool = false) {
            self.telemetry = telemetry
            self.sendsAtEnd = sendsAtEnd
        }

        public func run() async throws {
            let work = Task { [telemetry] in
                while !Task.isCancelled {
                    await telemetry.clock.sleep(Self.period)
                    guard !Task.isCancelled else { return }
                    _ = await telemetry.transmitIfDue()
                }
            }
            // Cancelled or asked to end: either way it is the end.
            try? await gracefulShutdown()
            work.cancel()
            if sendsAtEnd {
                await telemetry.transmit(within: telemetry.configuration.flushBound)
            } else {
                await telemetry.flush()
            }
        }

        /// How often it is looked whether a transmission is due.
        static let period: Duration = .seconds(60)
    }
#endif
