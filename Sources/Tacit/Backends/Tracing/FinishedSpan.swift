#if Tracing
    public import Tracing

    /// What an app learns of a span that has ended, to make an event of it. There is no identifier in it, no text of an error,
    /// and of its name and attributes only what the catalog declares.
    public struct FinishedSpan: Sendable {
        public let kind: SpanKind
        public let duration: Duration
        /// Whether its status is an error, or there is none and an error was recorded.
        public let hasFailed: Bool
        /// The code of the last error that was recorded.
        public let code: Code?
        /// The attributes, and the span's name as `$name`.
        public let labels: DeclaredLabels
    }
#endif
