/// What the redaction processor of the OpenTelemetry Collector is configured with, in its own words.
///
/// ```swift
/// var rules = RedactionRules()
/// rules.allowAllKeys = true                            // allow_all_keys
/// rules.blockedKeyPatterns = [".*token.*"]             // blocked_key_patterns
/// rules.blockedValues = ["4[0-9]{12}(?:[0-9]{3})?"]    // blocked_values
/// rules.allowedValues = [".+@mycompany\\.com"]         // allowed_values
/// try policy.adopt(rules)
/// ```
///
/// The detectors go on working beside them, and the floor stays whatever is allowed.
public struct RedactionRules: Sendable, Hashable {
    /// How much is said about what was redacted.
    public enum Summary: String, Sendable, Hashable, CaseIterable {
        /// Keys and counts.
        case debug
        /// Counts.
        case info
        case silent
    }

    /// Whether keys that are not listed may stay. Otherwise their fields are dropped.
    public var allowAllKeys = false
    /// The keys whose fields stay where not all keys may.
    public var allowedKeys: [String] = []
    /// The keys whose values only the floor is taken out of.
    public var ignoredKeys: [String] = []
    /// A value whose key one of these patterns is found in is taken out whole.
    public var blockedKeyPatterns: [String] = []
    /// What one of these patterns matches is taken out of any text.
    public var blockedValues: [String] = []
    /// What one of these patterns matches from end to end is let through.
    public var allowedValues: [String] = []
    public var summary = Summary.silent

    public init() {}
}

extension ScrubPolicy {
    /// Adds the rules to the policy; refuses patterns that are not understood, and rules that contradict each other.
    public mutating func adopt(_ rules: RedactionRules) throws(ScrubPolicyError) {
        // Patterns that were blocked or allowed before stay.
        var compiled = self.rules
        compiled.allowedKeys =
            rules.allowAllKeys ? nil : Set((rules.allowedKeys + rules.ignoredKeys).map { Array($0.utf8) })
        compiled.ignoredKeys = Set(rules.ignoredKeys.map { Array($0.utf8) })
        for pattern in rules.blockedKeyPatterns { compiled.blockedKeys.append(try ScrubPattern(pattern)) }
        for pattern in rules.blockedValues { compiled.blockedValues.append(try ScrubPattern(pattern)) }
        for pattern in rules.allowedValues {
            if rules.blockedValues.contains(pattern) { throw .blockedAndAllowed }
            compiled.allowedValues.append(try ScrubPattern(pattern))
        }
        for key in rules.ignoredKeys {
            var name = key
            let isBlocked = name.withUTF8 { bytes in
                let text = Text(UnsafeRawBufferPointer(bytes))
                return compiled.blockedKeys.contains { $0.isFound(in: text) }
            }
            if isBlocked { throw .ignoredAndBlocked }
        }
        self.rules = compiled
        summary = rules.summary
    }

    /// Takes what the pattern matches out of any text, as a `SECRET`.
    public mutating func block(_ pattern: ScrubPattern) { rules.blockedValues.append(pattern) }

    /// Lets a finding through that the pattern matches from end to end, the floor excepted.
    public mutating func allow(_ pattern: ScrubPattern) { rules.allowedValues.append(pattern) }
}

/// The rules in the form that they are asked in.
struct CompiledRules: Sendable {
    /// `nil` where every key may stay.
    var allowedKeys: Set<[UInt8]>?
    var ignoredKeys: Set<[UInt8]> = []
    var blockedKeys: [ScrubPattern] = []
    var blockedValues: [ScrubPattern] = []
    var allowedValues: [ScrubPattern] = []

    var asksForKeys: Bool { allowedKeys != nil || !ignoredKeys.isEmpty || !blockedKeys.isEmpty }

    /// What a key means by these rules alone.
    enum Verdict {
        case drop
        case block
        case ignore
        case decideElsewhere
    }

    func verdict(for key: Text) -> Verdict {
        let name = Array(key.bytes(key.lower..<key.count))
        if ignoredKeys.contains(name) { return .ignore }
        if let allowedKeys, !allowedKeys.contains(name) { return .drop }
        return blockedKeys.contains { $0.isFound(in: key) } ? .block : .decideElsewhere
    }
}
