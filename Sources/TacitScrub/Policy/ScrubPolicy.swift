/// What is done with each kind of finding.
///
/// ```swift
/// var policy = ScrubPolicy.standard
/// try policy.set(.partial(last: 4), for: .creditCard)     // [CREDIT_CARD:4242]
/// try policy.set(.keep, for: .ipAddress)
/// policy.allow(domain: "example.com")
/// ```
///
/// A floor can't be kept, whatever the policy says: payment cards, private keys, Authorization values.
public struct ScrubPolicy: Sendable {
    /// What is done with a finding.
    public enum Action: Sendable, Hashable {
        /// `[EMAIL]`
        case placeholder
        /// The caller removes the whole field; in running text, which has no field, as `placeholder`.
        case drop
        /// `[CREDIT_CARD:4242]`: the last letters and digits stay readable, four at most.
        case partial(last: Int)
        /// `[EMAIL:7f3a19c2d04b8e65]`: the same value gets the same code under the same key.
        case pseudonym
        /// The finding stays in the text and is not reported.
        case keep
    }

    /// Every finding becomes a placeholder.
    public static let standard = ScrubPolicy()

    private var actions: [Action]
    /// Makes the codes of `.pseudonym`.
    public private(set) var pseudonymizer: Pseudonymizer?
    /// Values that are let through wherever they are found, the floor excepted.
    private(set) var allowedValues: Set<[UInt8]> = []
    /// Mail domains, in lower case, whose addresses are let through.
    private(set) var allowedDomains: [[UInt8]] = []
    /// Network classes whose addresses are let through.
    private(set) var allowedAddresses: Set<AddressClass> = []
    /// Patterns and keys of the user's.
    var rules = CompiledRules()
    /// Whether names are looked for that no key announces: `Jane Doe` in free prose. It finds the names of many
    /// countries in Latin script, but by far not all, and takes some time; off, it costs nothing.
    public var findsNames = false
    /// How much is to be said about what was redacted.
    public var summary = RedactionRules.Summary.silent

    /// Every finding becomes a placeholder; `pseudonymizer` makes the codes for kinds that are set to `.pseudonym`.
    public init(pseudonymizer: Pseudonymizer? = nil) {
        actions = Array(repeating: .placeholder, count: Kind.allCases.count)
        self.pseudonymizer = pseudonymizer
    }

    /// What is done with this kind.
    public func action(for kind: Kind) -> Action { actions[kind.index] }

    /// Sets what is done with a kind; refuses what would contradict the floor or the rest of the policy.
    public mutating func set(_ action: Action, for kind: Kind) throws(ScrubPolicyError) {
        switch action {
        case .keep where kind.isOnTheFloor:
            throw .floor(kind)
        case .partial where kind == .privateKey:
            throw .partialPrivateKey
        case .partial(let last) where !(1...4).contains(last):
            throw .partialLength(kind, last)
        case .pseudonym where pseudonymizer == nil:
            throw .noPseudonymizer(kind)
        default:
            actions[kind.index] = action
        }
    }

    /// The same by the kind's label, for configuration files.
    public mutating func set(_ action: Action, forLabel label: String) throws(ScrubPolicyError) {
        guard let kind = Kind(label: label) else { throw .unknownKind }
        try set(action, for: kind)
    }

    /// Lets this exact value through, the floor excepted.
    public mutating func allow(value: String) { allowedValues.insert(Array(value.utf8)) }

    /// Lets mail addresses of this domain through.
    public mutating func allow(domain: String) {
        let name = domain.utf8.first == UInt8(ascii: "@") ? domain.utf8.dropFirst() : domain.utf8[...]
        allowedDomains.append(name.map(\.lowercased))
    }

    /// Lets addresses of this network class through.
    public mutating func allow(addresses: AddressClass) { allowedAddresses.insert(addresses) }
}

/// The part of the address space that an IP address lies in. Loopback and unspecified are never findings.
public enum AddressClass: String, Sendable, Hashable, CaseIterable {
    case global
    case privateUse = "private"
    case linkLocal = "link-local"
    case documentation
}

/// Makes codes for values under a key that the caller holds, so that this module needs no cryptography.
///
/// ```swift
/// let policy = ScrubPolicy(pseudonymizer: Pseudonymizer { kind, value in hmacSHA256Prefix(key, kind, value) })
/// ```
public struct Pseudonymizer: Sendable {
    let code: @Sendable (Kind, UnsafeRawBufferPointer) -> UInt64

    /// `code` must be a keyed hash (HMAC): a plain hash of a phone number or address is reversed in hours.
    public init(_ code: @escaping @Sendable (_ kind: Kind, _ value: UnsafeRawBufferPointer) -> UInt64) {
        self.code = code
    }
}
