#if Tracing
    import Synchronization
    public import Tracing

    /// A span of ``TelemetryTracer``. It has no identifier. While nothing may be recorded it is only the context it was given,
    /// and the span of the tracer alongside, where there is one: that gets all, as it would alone.
    public struct TelemetrySpan: Tracing.Span {
        public let context: InstrumentationContext
        let recording: SpanRecording?
        let other: (any Tracing.Span)?

        public var operationName: String {
            get { recording?.read { $0.name } ?? other?.operationName ?? "" }
            nonmutating set {
                recording?.change { $0.name = newValue }
                other?.operationName = newValue
            }
        }

        public var attributes: SpanAttributes {
            get { recording?.read { $0.attributes } ?? other?.attributes ?? [:] }
            nonmutating set {
                recording?.change { $0.attributes = newValue }
                other?.attributes = newValue
            }
        }

        public var isRecording: Bool { recording?.read { !$0.hasEnded } ?? other?.isRecording ?? false }

        /// Of the status its code counts; the message is not kept.
        public func setStatus(_ status: SpanStatus) {
            recording?.change { $0.status = status.code }
            other?.setStatus(status)
        }

        /// Events of a span are not collected.
        public func addEvent(_ event: SpanEvent) { other?.addEvent(event) }

        /// Links are not collected.
        public func addLink(_ link: SpanLink) { other?.addLink(link) }

        /// Of the error its code counts; what it carries is not looked at, and the attributes are not kept.
        public func recordError<Instant: TracerInstant>(
            _ error: any Error, attributes: SpanAttributes, at instant: @autoclosure () -> Instant
        ) {
            recording?.fail(Code(of: error))
            other?.recordError(error, attributes: attributes, at: instant())
        }

        public func end<Instant: TracerInstant>(at instant: @autoclosure () -> Instant) {
            let instant = instant()
            recording?.end(at: instant.nanosecondsSinceEpoch)
            other?.end(at: instant)
        }
    }

    /// What is remembered of a span until it ends.
    final class SpanRecording: Sendable {
        struct State {
            var name: String
            var attributes: SpanAttributes = [:]
            var status: SpanStatus.Code?
            var code: Code?
            var hasEnded = false
            /// The error that a span within this one has reported already, and that may come by here.
            var reported: Code?
        }

        private let map: SpanMap
        private let kind: SpanKind
        private let start: UInt64
        private let parent: SpanRecording?
        private let state: Mutex<State>

        init(_ name: String, kind: SpanKind, start: UInt64, parent: SpanRecording?, map: SpanMap) {
            self.map = map
            self.kind = kind
            self.start = start
            self.parent = parent
            state = Mutex(State(name: name))
        }

        func read<Value: Sendable>(_ value: (State) -> Value) -> Value { state.withLock { value($0) } }

        /// What comes after the end is not heard.
        func change(_ change: (inout State) -> Void) { state.withLock { if !$0.hasEnded { change(&$0) } } }

        func fail(_ code: Code) {
            let isKnown = state.withLock { state in
                guard !state.hasEnded else { return true }
                state.code = code
                defer { state.reported = code }
                return state.reported == code
            }
            parent?.change { $0.reported = code }
            if !isKnown { map.reportError?(code, kind) }
        }

        func end(at instant: UInt64) {
            let end = state.withLock { state -> SpanEnd? in
                guard !state.hasEnded else { return nil }
                state.hasEnded = true
                return SpanEnd(
                    name: state.name, kind: kind,
                    duration: .nanoseconds(Int64(clamping: instant > start ? instant - start : 0)),
                    hasFailed: state.status.map { $0 == .error } ?? (state.code != nil), code: state.code,
                    attributes: state.attributes)
            }
            if let end { map.finish(end) }
        }
    }

    extension InstrumentationContext {
        private enum Key: InstrumentationContextKey {
            typealias Value = SpanRecording
        }

        /// The span around what happens now, within this process: it never becomes text.
        var recording: SpanRecording? {
            get { self[Key.self] }
            set { self[Key.self] = newValue }
        }
    }
#endif
