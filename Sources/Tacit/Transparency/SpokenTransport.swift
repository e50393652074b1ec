import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Says what goes out as it goes, in readable form: `TACIT_VERBOSE=true`, or `--telemetry-verbose`.
///
/// ```
/// telemetry: POST https://telemetry.example.com/v1/sealed, 2310 bytes
///   from  service.name=shop  tacit.contributor=5f1c…
///   feature.used  2026-03-01T12:00Z  feature=export
/// telemetry: answered 200
/// ```
struct SpokenTransport: Transport {
    let transport: any Transport
    let endpoint: String
    let say: @Sendable (String) -> Void

    func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
        let size = request.body.isEmpty ? "" : ", \(request.body.count) bytes"
        say(
            (["telemetry: \(request.method.rawValue) \(endpoint)\(request.path)\(size)"] + lines(of: request)).joined(
                separator: "\n"))
        do throws(TransportError) {
            let answer = try await transport.send(request)
            say("telemetry: answered \(answer.status)")
            return answer
        } catch {
            say("telemetry: not answered (\(error.reason.rawValue))")
            throw error
        }
    }

    /// The message where there is one; the body where it is text already.
    private func lines(of request: OutgoingRequest) -> [String] {
        let text =
            request.message.isEmpty
            ? (request.body.isEmpty ? nil : String(validating: request.body, as: UTF8.self))
            : SentMessage(otlp: request.message)?.text
        return text.map { $0.split(separator: "\n").map { "  \($0)" } } ?? []
    }

    /// Writes a line to standard error.
    static let toStandardError: @Sendable (String) -> Void = { text in
        Files.write((text + "\n").utf8, to: STDERR_FILENO)
    }
}
