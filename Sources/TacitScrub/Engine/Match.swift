/// What a verifier hands to the engine; becomes a `Finding` once the policy has agreed.
struct Match {
    private(set) var start: Int
    private(set) var end: Int
    let rule: RuleID
    let kind: Kind
    /// Set for IP addresses, so that a policy can let a class through.
    var addressClass: AddressClass?
    /// A placeholder of an earlier scrubbing: it stays, but ends the view as a finding does.
    var isPlaceholder = false
    /// The policy wants the field gone, whatever the kind.
    var drops = false

    init(_ kind: Kind, _ start: Int, _ end: Int, _ rule: RuleID, addressClass: AddressClass? = nil) {
        self.kind = kind
        self.start = start
        self.end = end
        self.rule = rule
        self.addressClass = addressClass
    }

    /// Takes the whole of characters that a verifier's bound has cut: what is left of one would be no text any more.
    mutating func takeWholeCharacters(in text: Text) {
        if let character = text.character(around: start) { start = character.lowerBound }
        if let character = text.character(around: end), character.lowerBound < end { end = character.upperBound }
    }
}

/// How far verifiers look. These bounds make the engine linear and let a stream work in constant memory.
enum Reach {
    /// No verifier reads further to the left of its trigger than this.
    static let left = 512
    /// A shape must show itself within so many bytes.
    static let shape = 1024
    /// What a rejection may depend on to the right of its trigger; nor does it depend on what lies behind the line end.
    static let rejection = 2048
    /// A finding is at most this long; a longer value becomes several findings that touch.
    static let finding = 16_384
    /// No verifier reads further to the right of its trigger than this.
    static let right = finding + 2 * rejection
    /// How far to the left one finding can make others appear, each by ending the view of the one before it.
    static let cascade = 32_768
}
