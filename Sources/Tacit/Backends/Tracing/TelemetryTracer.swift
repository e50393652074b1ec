#if Tracing
    public import Tracing

    /// A tracer whose finished spans become events that the app has mapped them to, and nothing else.
    /// ``Tacit/Telemetry/tracer(every:samples:alongside:_:)`` makes one.
    ///
    /// It makes no trace, span or parent identifiers. A trace joins what one person did across services and over time, which is
    /// just what must not be joined; figures of many people need durations, outcomes and codes alone.
    public struct TelemetryTracer: Tracer {
        /// A program that traces has telemetry for as long as it does.
        private let telemetry: Telemetry
        private let map: SpanMap
        private let other: (any Tracer)?

        init(_ telemetry: Telemetry, _ map: SpanMap, alongside other: (any Tracer)?) {
            self.telemetry = telemetry
            self.map = map
            self.other = other
        }

        public func startSpan<Instant: TracerInstant>(
            _ operationName: String, context: @autoclosure () -> InstrumentationContext, ofKind kind: SpanKind,
            at instant: @autoclosure () -> Instant, function: String, file fileID: String, line: UInt
        ) -> TelemetrySpan {
            var context = context()
            let start = instant()
            let span = other.map { tracer -> any Tracing.Span in
                tracer.startSpan(
                    operationName, context: context, ofKind: kind, at: start, function: function, file: fileID,
                    line: line)
            }
            if let span { context = span.context }
            guard map.tallies.intake.isOpen else {
                return TelemetrySpan(context: context, recording: nil, other: span)
            }
            let recording = SpanRecording(
                operationName, kind: kind, start: start.nanosecondsSinceEpoch, parent: context.recording, map: map)
            context.recording = recording
            return TelemetrySpan(context: context, recording: recording, other: span)
        }

        public func activeSpan(identifiedBy context: InstrumentationContext) -> TelemetrySpan? {
            let span = other.flatMap { tracer -> (any Tracing.Span)? in tracer.activeSpan(identifiedBy: context) }
            guard context.recording != nil || span != nil else { return nil }
            return TelemetrySpan(context: context, recording: context.recording, other: span)
        }

        /// What the tracer alongside puts in; without one, nothing.
        public func inject<Carrier, Inject: Injector>(
            _ context: InstrumentationContext, into carrier: inout Carrier, using injector: Inject
        ) where Inject.Carrier == Carrier {
            other?.inject(context, into: &carrier, using: injector)
        }

        /// What the tracer alongside reads; without one, nothing.
        public func extract<Carrier, Extract: Extractor>(
            _ carrier: Carrier, into context: inout InstrumentationContext, using extractor: Extract
        ) where Extract.Carrier == Carrier {
            other?.extract(carrier, into: &context, using: extractor)
        }

        /// Spans are written down with all else, by ``Tacit/Telemetry/flush(within:)``.
        public func forceFlush() {}
    }

    extension Telemetry {
        /// A tracer for swift-distributed-tracing.
        ///
        /// ```swift
        /// InstrumentationSystem.bootstrap(telemetry.tracer { map in
        ///     map.span(kind: .server) { RequestServed(duration: $0.duration, success: !$0.hasFailed) }
        ///     map.errors { code, _ in ErrorOccurred(code: code) }
        /// })
        /// ```
        ///
        /// Spans that are not mapped are dropped, and counted.
        ///
        /// - Parameters:
        ///   - interval: how long spans are drawn from before the sample is recorded; it is also when telemetry is flushed.
        ///   - samples: the most spans of one mapping that are recorded in an interval, drawn at random, and the most errors
        ///     in a minute. Counts belong to a counter of ``metrics(every:samples:_:)``.
        ///   - other: a tracer that the service's operator has for their own eyes: it gets every span, as it would alone, and
        ///     puts its context into outgoing requests. Without one, no context leaves the program.
        public func tracer(
            every interval: Duration = .seconds(60), samples: Int = 20, alongside other: (any Tracer)? = nil,
            _ map: (inout SpanMap) -> Void
        ) -> TelemetryTracer {
            var mapping = SpanMap(tallies(every: interval), samples: samples)
            map(&mapping)
            return TelemetryTracer(self, mapping, alongside: other)
        }
    }
#endif
