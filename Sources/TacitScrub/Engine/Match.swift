/// What a verifier hands to the engine; becomes a `Finding` once the policy has agreed.
struct Match {
    let start: Int
    let end: Int
    let rule: RuleID
    let kind: Kind
    /// Set for IP addresses, so that a policy can let a class through.
    var addressClass: AddressClass?

    init(_ kind: Kind, _ start: Int, _ end: Int, _ rule: RuleID, addressClass: AddressClass? = nil) {
        self.kind = kind
        self.start = start
        self.end = end
        self.rule = rule
        self.addressClass = addressClass
    }
}

/// How far verifiers look. These bounds make the engine linear and let a stream work in constant memory.
enum Reach {
    /// No verifier reads further to the left of its trigger than this.
    static let left = 512
    /// A shape must show itself within so many bytes.
    static let shape = 1024
    /// A finding is at most this long; a longer value becomes several findings that touch.
    static let finding = 16_384
    /// No verifier reads further to the right of its trigger than this.
    static let right = finding + 2 * shape
}
