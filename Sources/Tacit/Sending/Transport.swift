/// Carries requests to a collector. The SDK has one over HTTP; tests have one in memory.
///
/// It gets an ``OutgoingRequest``, which only the SDK can make, from records that have been through consent, scrubber and
/// generalization: nothing else can be sent.
public protocol Transport: Sendable {
    /// Sends one request and returns the answer, whatever its status. Redirects are not followed.
    func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer
}

/// A request that may leave this machine.
public struct OutgoingRequest: Sendable, Hashable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    public let method: Method
    /// Below the collector's address: `/v1/logs`.
    public let path: String
    public let headers: [String: String]
    public let body: [UInt8]
    /// The OTLP message that is in the body, before compression and sealing; empty where there is none.
    public let message: [UInt8]
    /// How long the whole exchange may take.
    public let timeout: Duration

    init(
        _ method: Method, _ path: String, headers: [String: String] = [:], body: [UInt8] = [], message: [UInt8] = [],
        timeout: Duration
    ) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
        self.message = message
        self.timeout = timeout
    }
}

/// What a collector answered.
public struct TransportAnswer: Sendable, Hashable {
    public let status: Int
    /// Names in lower case.
    public let headers: [String: String]
    public let body: [UInt8]

    public init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Why there was no answer.
public struct TransportError: Error, Sendable, Hashable {
    public enum Reason: String, Sendable {
        /// No connection came about.
        case unreachable
        /// The collector's certificate was refused, or it does not speak TLS 1.3.
        case untrusted
        /// The connection ended, or took too long, after the request had begun to go out.
        case interrupted
        /// The answer is larger than any that a collector gives.
        case tooLarge
        /// There is no address to send to.
        case noEndpoint
        /// This build has no transport.
        case unavailable
    }

    public let reason: Reason
    /// Whether the collector may have taken the request all the same.
    public var mayHaveArrived: Bool { reason == .interrupted || reason == .tooLarge }

    public init(_ reason: Reason) { self.reason = reason }
}
