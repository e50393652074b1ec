/// A policy as the engine asks it: one reference, shared by all that scrub by it.
final class PolicyPlan: @unchecked Sendable {
    // Sendable: written once, in `init`.

    let policy: ScrubPolicy
    let rules: CompiledRules
    /// Whether the rules have to be asked what a key means.
    let asksForKeys: Bool
    /// The same for every policy; here, so that a scrubber is a single reference.
    let triggers = TriggerTable.standard
    let keys = KeyTable.standard
    /// Says where a blocked value or a name in prose may begin; `nil` where neither is looked for.
    let marker: PatternMarker?
    /// By the index of a kind.
    private let actions: [ScrubPolicy.Action]
    private let values: Set<[UInt8]>
    private let domains: [[UInt8]]
    private let addresses: Set<AddressClass>
    private let allowsNothing: Bool
    private let findsNames: Bool

    /// Takes out what no policy keeps, and nothing else.
    static let floor = PolicyPlan(ScrubPolicy.standard, actions: Kind.allCases.map { _ in .keep })

    convenience init(_ policy: ScrubPolicy) {
        self.init(policy, actions: Kind.allCases.map { policy.action(for: $0) })
    }

    private init(_ policy: ScrubPolicy, actions: [ScrubPolicy.Action]) {
        self.policy = policy
        self.actions = actions
        rules = policy.rules
        asksForKeys = rules.asksForKeys
        values = policy.allowedValues
        domains = policy.allowedDomains
        addresses = policy.allowedAddresses
        findsNames = policy.findsNames
        allowsNothing =
            values.isEmpty && domains.isEmpty && addresses.isEmpty && !actions.contains(.keep)
            && rules.allowedValues.isEmpty
        let findsNames = findsNames
        marker =
            rules.blockedValues.isEmpty && !findsNames
            ? nil : PatternMarker(rules.blockedValues) { findsNames && ProseName.mayBegin(with: $0) }
    }

    func action(for kind: Kind) -> ScrubPolicy.Action { actions[kind.index] }

    /// Whether the policy wants this finding out of the text. The floor always goes.
    func acts(on match: Match, in text: Text) -> Bool {
        if allowsNothing || match.rule.isOnTheFloor || match.kind.isOnTheFloor { return true }
        if actions[match.kind.index] == .keep, match.rule != .blockedValue { return false }
        if let found = match.addressClass, addresses.contains(found) { return false }
        let range = match.start..<match.end
        if !values.isEmpty, values.contains(Array(text.bytes(range))) { return false }
        if !rules.allowedValues.isEmpty {
            let value = text.view(from: match.start, to: match.end)
            if rules.allowedValues.contains(where: { $0.matchesAll(of: value) }) { return false }
        }
        return match.kind != .email || !isAllowedDomain(range, in: text)
    }

    /// What a pattern of the user's finds at `start`, or the name that begins there.
    func blockedValue(in text: Text, at start: Int) -> Match? {
        let end = rules.blockedValues.compactMap { $0.end(in: text, at: start) }.max()
        if let end { return Match(.secret, start, end, .blockedValue) }
        return findsNames ? ProseName.match(in: text, at: start) : nil
    }

    private func isAllowedDomain(_ range: Range<Int>, in text: Text) -> Bool {
        domains.contains { domain in
            let start = range.upperBound - domain.count
            return start > range.lowerBound && text[start - 1] == "@"
                && zip(domain, start..<range.upperBound).allSatisfy { $0 == text[$1].lowercased }
        }
    }
}
