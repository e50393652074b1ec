import Synchronization
public import Tacit

/// A collector in memory: it keeps every request, and answers as it is told.
///
/// ```swift
/// let sink = TelemetrySink()
/// let telemetry = try Tacit.bootstrap(.shop, project: "shop", configuration: .init(), transport: sink)
/// …
/// #expect(sink.contains(noValue: "ada@example.com"))
/// ```
public final class TelemetrySink: Transport {
    private struct Contents {
        var requests: [OutgoingRequest] = []
        var answer: @Sendable (OutgoingRequest) throws(TransportError) -> TransportAnswer
    }

    private let contents: Mutex<Contents>

    /// - Parameter answer: what is said to each request; without it, what a plain OpenTelemetry collector says that takes all.
    public init(
        answer: @escaping @Sendable (OutgoingRequest) throws(TransportError) -> TransportAnswer = TelemetrySink.takesAll
    ) {
        contents = Mutex(Contents(answer: answer))
    }

    /// The answers of a collector that speaks OTLP and nothing more.
    public static let takesAll: @Sendable (OutgoingRequest) throws(TransportError) -> TransportAnswer = { request in
        TransportAnswer(status: request.path == "/v1/logs" ? 200 : 404)
    }

    /// What is said from now on.
    public func answer(_ answer: @escaping @Sendable (OutgoingRequest) throws(TransportError) -> TransportAnswer) {
        contents.withLock { $0.answer = answer }
    }

    public func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
        let answer = contents.withLock { contents in
            contents.requests.append(request)
            return contents.answer
        }
        return try answer(request)
    }

    /// Every request so far, in the order in which they were sent.
    public var requests: [OutgoingRequest] { contents.withLock { $0.requests } }

    /// The messages that were sent, as OTLP has them.
    public var messages: [SentMessage] {
        requests.filter { !$0.message.isEmpty }.compactMap { SentMessage(otlp: $0.message) }
    }

    /// The records that were sent, in their order.
    public var records: [SentMessage.Record] { messages.flatMap(\.records) }

    /// Whether the value is in no byte that was sent: not as it is, and not in base64, in hexadecimal or percent-encoded.
    public func contains(noValue value: String) -> Bool {
        let forms = PlantedValue(value).forms
        return requests.allSatisfy { request in
            let texts =
                [request.body, request.message, Array(request.path.utf8)]
                + request.headers.flatMap { [Array($0.key.utf8), Array($0.value.utf8)] }
            return !texts.contains { text in forms.contains { PlantedValue.isFound($0, in: text) } }
        }
    }
}
