/// What becomes of a batch after an attempt to send it.
enum Verdict: Equatable {
    /// It arrived, and was answered for; so many of its records were refused by the collector's rules.
    case taken(refused: Int)
    /// A batch of this name was taken before, with other bytes: where it may have arrived, the app was updated between two
    /// attempts.
    case known
    /// The collector says that it will never take it; with 413 because of its size, and half of it may fit.
    case refusedForGood(status: Int)
    /// The sealing key is gone: get the new one and try again at once.
    case reseal
    /// It stays, and goes out again later; under its old name where it may have arrived.
    case keep(mayHaveArrived: Bool, reason: String, retryAfter: Int64?)

    /// What an answer to `POST /v1/logs` or `/v1/sealed` means, before its body is looked at.
    init(status: Int, retryAfter: Int64? = nil) {
        switch status {
        case 200: self = .taken(refused: 0)
        case 409: self = .known
        case 410: self = .reseal
        case 400, 413, 422: self = .refusedForGood(status: status)
        case 300..<400:
            self = .keep(mayHaveArrived: false, reason: "the collector answered with a redirect", retryAfter: nil)
        case 401, 403:
            self = .keep(mayHaveArrived: false, reason: "the collector wants a permission", retryAfter: nil)
        case 404, 405, 415, 501:
            self = .keep(mayHaveArrived: false, reason: "no collector answers at this address", retryAfter: nil)
        case 429, 503:
            self = .keep(mayHaveArrived: false, reason: "the collector is busy", retryAfter: retryAfter)
        default:
            self = .keep(mayHaveArrived: true, reason: "the collector answered \(status)", retryAfter: retryAfter)
        }
    }

    /// How the transparency log says it.
    var outcome: SentEntry.Outcome {
        switch self {
        case .taken: .taken
        case .known, .refusedForGood, .reseal: .refused
        case .keep(let mayHaveArrived, _, _): mayHaveArrived ? .unanswered : .refused
        }
    }

    init(_ error: TransportError) {
        let reason =
            switch error.reason {
            case .unreachable: "the collector can't be reached"
            case .untrusted: "the collector's certificate was refused"
            case .interrupted: "the connection ended before the answer"
            case .tooLarge: "the answer was too large"
            case .noEndpoint: "no endpoint is configured (`endpoint`, or TACIT_ENDPOINT)"
            case .unavailable: "this build has no transport"
            }
        self = .keep(mayHaveArrived: error.mayHaveArrived, reason: reason, retryAfter: nil)
    }
}
