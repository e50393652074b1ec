#if Tracing
    public import Tracing

    /// Which spans become which events of the catalog. What is not named here is not collected.
    ///
    /// ```swift
    /// map.span("export") { ExportDone(duration: $0.duration, success: !$0.hasFailed) }
    /// map.span(kind: .server) { RequestServed(duration: $0.duration, route: $0.labels["$name", field: "route"] ?? .other) }
    /// map.errors { code, _ in ErrorOccurred(code: code) }
    /// ```
    ///
    /// The first that fits is taken. A closure returns `nil` where nothing is to be recorded.
    public struct SpanMap: Sendable {
        struct Entry: Sendable {
            let name: String?
            let kind: SpanKind?
            let finish: @Sendable (SpanEnd) -> Void

            func fits(_ end: SpanEnd) -> Bool { (name ?? end.name) == end.name && (kind ?? end.kind) == end.kind }
        }

        let tallies: Tallies
        let samples: Int
        private(set) var entries: [Entry] = []
        private(set) var reportError: (@Sendable (Code, SpanKind) -> Void)?

        init(_ tallies: Tallies, samples: Int) {
            self.tallies = tallies
            self.samples = samples
        }

        /// Spans of a name, of a kind, or of both.
        public mutating func span<Event: TelemetryEvent>(
            _ name: String? = nil, kind: SpanKind? = nil, to event: @escaping @Sendable (FinishedSpan) -> Event?
        ) {
            let sample = Reservoir<Event>(limit: samples, in: tallies)
            let fields = tallies.intake.fields(of: Event.self)
            entries.append(Entry(name: name, kind: kind) { end in sample.offer { event(end.finished(fields)) } })
        }

        /// Errors that spans record or that end them. An error that passes through several spans is one.
        public mutating func errors<Event: TelemetryEvent>(
            to event: @escaping @Sendable (Code, SpanKind) -> Event?
        ) {
            let rate = RateLimit(samples, every: .seconds(60))
            reportError = { [intake = tallies.intake] code, kind in
                guard intake.admits(Event.self) else { return }
                guard rate.admits(at: intake.clock.now()) else { return intake.drop(.sampledOut) }
                if let event = event(code, kind) { intake.record(event) }
            }
        }

        /// Records what the app has mapped the span to.
        func finish(_ end: SpanEnd) {
            guard let entry = entries.first(where: { $0.fits(end) }) else { return tallies.intake.drop(.unmapped) }
            entry.finish(end)
        }
    }

    /// A span as it ended, in this process and for the length of a call.
    struct SpanEnd {
        let name: String
        let kind: SpanKind
        let duration: Duration
        let hasFailed: Bool
        let code: Code?
        let attributes: SpanAttributes

        func finished(_ fields: [FieldDefinition]) -> FinishedSpan {
            let labels = DeclaredLabels(
                { [name, attributes] label in label == "$name" ? name : attributes.get(label)?.declaredText },
                fields: fields)
            return FinishedSpan(kind: kind, duration: duration, hasFailed: hasFailed, code: code, labels: labels)
        }
    }

    extension SpanAttribute {
        /// As a value of a closed enumeration may be written.
        fileprivate var declaredText: String? {
            switch self {
            case .string(let text): text
            case .int32(let number): "\(number)"
            case .int64(let number): "\(number)"
            case .bool(let truth): "\(truth)"
            default: nil
            }
        }
    }
#endif
