package import TacitWire

/// What a client is told when its request was taken.
package struct IngestAnswer: Sendable {
    package let received: Int64
    /// How many items were refused; 0 leaves `partial_success` unset.
    package let refused: Int64
    /// By rule, with a remedy where there is one; never a value.
    package let message: String

    init(received: Int64, refused: RefusedItems) {
        self.received = received
        self.refused = refused.count
        message = refused.rules.met.map { "\($0.count) by \($0.rule.id): \($0.rule.meaning)" }.joined(separator: " ")
    }
}

/// Why a whole request was refused.
package enum IngestRefusal: Error, Sendable {
    case malformed(WireError)
    /// More items than the limit.
    case tooLarge(WireError)
    /// Nothing is lost: the client keeps the request and sends it again.
    case unavailable(String)
}
