package import TacitWire

/// What a client is told when its request was taken.
package struct IngestAnswer: Sendable {
    package let received: Int64
    /// How many items were refused; 0 leaves `partial_success` unset.
    package let refused: Int64
    /// By rule, how many items were refused.
    package let reasons: [(rule: Rule, count: Int64)]
    /// When it was taken.
    package let receivedAt: Int64
    /// Where the journal has it; `nil` where nothing had to be written down.
    var place: Journal.Place?
    /// By what it is known when it comes again without an identity.
    var digest: BatchMemory.Digest?

    init(received: Int64, refused: RefusedItems, at now: Int64) {
        self.received = received
        self.refused = refused.count
        reasons = refused.rules.met
        receivedAt = now
    }

    init(received: Int64, refused: Int64, reasons: [(rule: Rule, count: Int64)], receivedAt: Int64) {
        self.received = received
        self.refused = refused
        self.reasons = reasons
        self.receivedAt = receivedAt
    }

    /// By rule, with a remedy where there is one; never a value.
    package var message: String {
        reasons.map { "\($0.count) by \($0.rule.id): \($0.rule.meaning)" }.joined(separator: " ")
    }
}

/// Why a whole request was refused.
package enum IngestRefusal: Error, Sendable {
    case malformed(WireError)
    /// More items than the limit.
    case tooLarge(WireError)
    /// Another batch of this identity was taken.
    case conflict
    /// Nothing is lost: the client keeps the request and sends it again.
    case unavailable(String)
}

extension IngestRefusal {
    static let conflictMessage =
        "A batch of this identity but with other content was taken before; send what is new under an identity of its own."
}
