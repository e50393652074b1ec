import Foundation
import TacitCollector
import TacitScrub
import Yams

/// Reads a scrubbing policy; see docs/scrub.md.
///
/// ```yaml
/// default: placeholder
/// classes: {email: pseudonym, credit_card: partial}
/// allow: {domains: [example.com], addresses: [private]}
/// ```
///
/// What it can't take it refuses, all of it at once, with file, line, rule and remedy, and never with the value.
enum ScrubPolicyFile {
    static func policy(at path: String) throws -> ScrubPolicy {
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else { throw Failure("\(path): can't be read as UTF-8 text; name the policy's file.") }
        var reader = PolicyReader(path: path)
        return try reader.policy(text)
    }
}

private struct PolicyReader {
    private let path: String
    private var policy = ScrubPolicy(pseudonymizer: PseudonymKey().pseudonymizer)
    private var shadowed: [String: (key: String, line: Int)] = [:]
    private var faults: [(line: Int, column: Int, words: String)] = []

    init(path: String) { self.path = path }

    mutating func policy(_ text: String) throws -> ScrubPolicy {
        do {
            let tree = try ConfigurationText(text)
            shadowed = tree.shadowed
            if let root = tree.root { read(root) }
        } catch {
            faults = [(error.line, error.column, "\(error.problem); correct the line, or the one before it.")]
        }
        guard faults.isEmpty else {
            let lines = faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
            throw Failure(lines.map { "\(path):\($0.line):\($0.column): \($0.words)" }.joined(separator: "\n"))
        }
        return policy
    }

    private mutating func read(_ root: Node) {
        let names = ["pseudonyms", "default", "classes", "allow", "names", "redaction"]
        var members: [String: Node] = [:]
        self.members(root, of: names) { _, key, value in members[key] = value }
        // In this order, wherever they stand: classes may become pseudonyms only under a key, and differ from the default.
        if let node = members["pseudonyms"] { pseudonyms(node) }
        if let node = members["default"] { byDefault(node) }
        if let node = members["classes"] { classes(node) }
        if let node = members["allow"] { allowances(node) }
        if let node = members["names"] { policy.findsNames = truth(node) }
        if let node = members["redaction"] { redaction(node) }
    }

    private mutating func byDefault(_ node: Node) {
        guard let action = action(node) else { return }
        for kind in Kind.allCases where !kind.isOnTheFloor || action != .keep {
            // A private key has no part that could be shown.
            guard kind != .privateKey || action != .partial(last: 4) else { continue }
            takes(node) { try $0.set(action, for: kind) }
        }
    }

    private mutating func pseudonyms(_ node: Node) {
        var key: PseudonymKey?
        var period = PseudonymKey.Period.day
        let before = faults.count
        members(node, of: ["key_file", "rotate"]) { reader, name, value in
            guard let text = reader.text(value) else { return }
            if name == "key_file" {
                reader.takes(value) { _ in key = try PseudonymKey(at: text) }
            } else if let known = PseudonymKey.Period(rawValue: text) {
                period = known
            } else {
                let names = PseudonymKey.Period.allCases.map(\.rawValue).joined(separator: ", ")
                reader.note(value, "is no period", "use \(names)")
            }
        }
        if let key {
            policy = ScrubPolicy(pseudonymizer: key.pseudonymizer(for: period, at: Date()))
        } else if faults.count == before {
            note(node, "names no key", "add `key_file: PATH`, a file of 32 random bytes")
        }
    }

    private mutating func classes(_ node: Node) {
        members(node, of: Kind.allCases.map { $0.label.lowercased() }) { reader, key, value in
            guard let action = reader.action(value) else { return }
            reader.takes(value) { try $0.set(action, forLabel: key.uppercased()) }
        }
    }

    private mutating func allowances(_ node: Node) {
        members(node, of: ["values", "domains", "addresses"]) { reader, key, value in
            for (text, item) in reader.texts(value) {
                switch key {
                case "values": reader.policy.allow(value: text)
                case "domains": reader.policy.allow(domain: text)
                default:
                    guard let addresses = AddressClass(rawValue: text) else {
                        let names = AddressClass.allCases.map(\.rawValue).joined(separator: ", ")
                        reader.note(item, "is no class of addresses", "use \(names)")
                        continue
                    }
                    reader.policy.allow(addresses: addresses)
                }
            }
        }
    }

    /// The vocabulary of the OpenTelemetry collector's redaction processor.
    private mutating func redaction(_ node: Node) {
        var rules = RedactionRules()
        var allowed: [(text: String, node: Node)] = []
        var ignored: [(text: String, node: Node)] = []
        let names = [
            "allow_all_keys", "allowed_keys", "ignored_keys", "blocked_key_patterns", "blocked_values",
            "allowed_values", "summary",
        ]
        members(node, of: names) { reader, key, value in
            switch key {
            case "allow_all_keys": rules.allowAllKeys = reader.truth(value)
            case "allowed_keys": rules.allowedKeys = reader.texts(value).map(\.text)
            case "ignored_keys": ignored = reader.texts(value)
            case "blocked_key_patterns": rules.blockedKeyPatterns = reader.patterns(value)
            case "blocked_values": rules.blockedValues = reader.patterns(value)
            case "allowed_values": allowed = reader.texts(value)
            default:
                guard let summary = RedactionRules.Summary(rawValue: value.string ?? "") else {
                    let names = RedactionRules.Summary.allCases.map(\.rawValue).joined(separator: ", ")
                    return reader.note(value, "is no kind of summary", "use \(names)")
                }
                rules.summary = summary
            }
        }
        // One after the other, so that each contradiction has its line.
        let sound = rules
        rules.allowedValues = allowed.filter { item in
            takes(item.node) { try Self.tried($0, sound) { $0.allowedValues = [item.text] } }
        }.map(\.text)
        rules.ignoredKeys = ignored.filter { item in
            takes(item.node) { try Self.tried($0, sound) { $0.ignoredKeys = [item.text] } }
        }.map(\.text)
        takes(node) { try $0.adopt(rules) }
    }

    /// Whether a policy takes the rules with one more.
    private static func tried(
        _ policy: ScrubPolicy, _ rules: RedactionRules, _ add: (inout RedactionRules) -> Void
    ) throws {
        var (policy, rules) = (policy, rules)
        add(&rules)
        try policy.adopt(rules)
    }

    private mutating func patterns(_ node: Node) -> [String] {
        texts(node).filter { text, item in takes(item) { _ in _ = try ScrubPattern(text) } }.map(\.text)
    }

    // MARK: Nodes

    private mutating func members(
        _ node: Node, of names: [String], _ body: (inout PolicyReader, String, Node) -> Void
    ) {
        guard let mapping = node.mapping else { return note(node, "is no mapping", "write `key: value` lines") }
        for (key, value) in mapping {
            if let name = key.string, shadowed[name] != nil {
                note(key, "the key stands twice", "keep one of them")
            } else if let name = key.string, names.contains(name) {
                body(&self, name, value)
            } else {
                note(key, "is not a key", "use one of \(names.joined(separator: ", "))")
            }
        }
    }

    private mutating func texts(_ node: Node) -> [(text: String, node: Node)] {
        guard let items = node.sequence else {
            note(node, "is no list", "write [a, b]")
            return []
        }
        return items.compactMap { item in text(item).map { ($0, item) } }
    }

    private mutating func text(_ node: Node) -> String? {
        if node.string == nil { note(node, "is no text", "put it in quotes") }
        return node.string
    }

    private mutating func truth(_ node: Node) -> Bool {
        if node.bool == nil { note(node, "is no truth value", "use true or false") }
        return node.bool ?? false
    }

    private mutating func action(_ node: Node) -> ScrubPolicy.Action? {
        switch node.string {
        case "placeholder": return .placeholder
        case "drop": return .drop
        case "partial": return .partial(last: 4)
        case "pseudonym": return .pseudonym
        case "keep": return .keep
        default:
            note(node, "is no action", "use placeholder, drop, partial, pseudonym or keep")
            return nil
        }
    }

    // MARK: Faults

    /// Whether the policy takes a change; one that it refuses is noted with its place in the file.
    @discardableResult
    private mutating func takes(_ node: Node, _ change: (inout ScrubPolicy) throws -> Void) -> Bool {
        do {
            try change(&policy)
            return true
        } catch {
            note(node, "\(error)")
            return false
        }
    }

    private mutating func note(_ node: Node, _ what: String, _ remedy: String) { note(node, "\(what); \(remedy).") }

    private mutating func note(_ node: Node, _ words: String) {
        faults.append((node.mark?.line ?? 1, node.mark?.column ?? 1, words))
    }
}
