import Foundation
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
/// What it can't take it refuses with file, line and remedy, and never with the value.
enum ScrubPolicyFile {
    static func policy(at path: String) throws -> ScrubPolicy {
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else { throw Failure("\(path): can't be read as UTF-8 text; name the policy's file.") }
        var reader = PolicyReader(path: path)
        return try reader.policy(text)
    }
}

private struct PolicyReader {
    let path: String
    private var policy = ScrubPolicy(pseudonymizer: PseudonymKey().pseudonymizer)

    init(path: String) { self.path = path }

    mutating func policy(_ text: String) throws -> ScrubPolicy {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            if case .duplicatedKeysInMapping(_, let context) = error {
                let mark = context.mark
                throw Failure("\(path):\(mark.line):\(mark.column): the key stands twice; keep one of them.")
            }
            throw Failure("\(path): is not YAML that can be read; check the indentation. (\(error.place))")
        }
        guard let root else { return policy }
        let names = ["pseudonyms", "default", "classes", "allow", "names", "redaction"]
        var members: [String: Node] = [:]
        try self.members(root, of: names) { _, key, value in members[key] = value }
        // In this order, wherever they stand: classes may become pseudonyms only under a key, and differ from the default.
        if let node = members["pseudonyms"] { try pseudonyms(node) }
        if let node = members["default"] { try byDefault(node) }
        if let node = members["classes"] { try classes(node) }
        if let node = members["allow"] { try allowances(node) }
        if let node = members["names"] { policy.findsNames = try truth(node) }
        if let node = members["redaction"] { try redaction(node) }
        return policy
    }

    private mutating func byDefault(_ node: Node) throws {
        let action = try action(node)
        for kind in Kind.allCases where !kind.isOnTheFloor || action != .keep {
            // A private key has no part that could be shown.
            guard kind != .privateKey || action != .partial(last: 4) else { continue }
            try naming(node) { try $0.set(action, for: kind) }
        }
    }

    private mutating func pseudonyms(_ node: Node) throws {
        var key: PseudonymKey?
        var period = PseudonymKey.Period.day
        try members(node, of: ["key_file", "rotate"]) { reader, name, value in
            guard let text = value.string else { throw reader.failure(value, "is no text", "put it in quotes") }
            if name == "key_file" {
                do {
                    key = try PseudonymKey(at: text)
                } catch {
                    throw Failure("\(reader.place(value)): \(error)")
                }
            } else {
                guard let known = PseudonymKey.Period(rawValue: text) else {
                    let names = PseudonymKey.Period.allCases.map(\.rawValue).joined(separator: ", ")
                    throw reader.failure(value, "is no period", "use \(names)")
                }
                period = known
            }
        }
        guard let key else { throw failure(node, "names no key", "add `key_file: PATH`, a file of 32 random bytes") }
        policy = ScrubPolicy(pseudonymizer: key.pseudonymizer(for: period, at: Date()))
    }

    private mutating func classes(_ node: Node) throws {
        try members(node, of: Kind.allCases.map { $0.label.lowercased() }) { reader, key, value in
            let action = try reader.action(value)
            try reader.naming(value) { try $0.set(action, forLabel: key.uppercased()) }
        }
    }

    private mutating func allowances(_ node: Node) throws {
        try members(node, of: ["values", "domains", "addresses"]) { reader, key, value in
            for (text, item) in try reader.texts(value) {
                switch key {
                case "values": reader.policy.allow(value: text)
                case "domains": reader.policy.allow(domain: text)
                default:
                    guard let addresses = AddressClass(rawValue: text) else {
                        let names = AddressClass.allCases.map(\.rawValue).joined(separator: ", ")
                        throw reader.failure(item, "is no class of addresses", "use \(names)")
                    }
                    reader.policy.allow(addresses: addresses)
                }
            }
        }
    }

    /// The vocabulary of the OpenTelemetry collector's redaction processor.
    private mutating func redaction(_ node: Node) throws {
        var rules = RedactionRules()
        var allowed: [(text: String, node: Node)] = []
        var ignored: [(text: String, node: Node)] = []
        let names = [
            "allow_all_keys", "allowed_keys", "ignored_keys", "blocked_key_patterns", "blocked_values",
            "allowed_values", "summary",
        ]
        try members(node, of: names) { reader, key, value in
            switch key {
            case "allow_all_keys": rules.allowAllKeys = try reader.truth(value)
            case "allowed_keys": rules.allowedKeys = try reader.texts(value).map(\.text)
            case "ignored_keys": ignored = try reader.texts(value)
            case "blocked_key_patterns": rules.blockedKeyPatterns = try reader.patterns(value)
            case "blocked_values": rules.blockedValues = try reader.patterns(value)
            case "allowed_values": allowed = try reader.texts(value)
            default:
                guard let summary = RedactionRules.Summary(rawValue: value.string ?? "") else {
                    let names = RedactionRules.Summary.allCases.map(\.rawValue).joined(separator: ", ")
                    throw reader.failure(value, "is no kind of summary", "use \(names)")
                }
                rules.summary = summary
            }
        }
        // One after the other, so that a contradiction has its line.
        for item in allowed { try naming(item.node) { try Self.tried(&$0, rules) { $0.allowedValues = [item.text] } } }
        for item in ignored { try naming(item.node) { try Self.tried(&$0, rules) { $0.ignoredKeys = [item.text] } } }
        rules.allowedValues = allowed.map(\.text)
        rules.ignoredKeys = ignored.map(\.text)
        try naming(node) { try $0.adopt(rules) }
    }

    /// Whether a policy takes the rules with one more; it stays as it is.
    private static func tried(
        _ policy: inout ScrubPolicy, _ rules: RedactionRules, _ add: (inout RedactionRules) -> Void
    ) throws {
        var rules = rules
        add(&rules)
        var copy = policy
        try copy.adopt(rules)
    }

    private mutating func patterns(_ node: Node) throws -> [String] {
        try texts(node).map { text, item in
            try naming(item) { _ in _ = try ScrubPattern(text) }
            return text
        }
    }

    // MARK: Nodes

    private mutating func members(
        _ node: Node, of names: [String], _ body: (inout PolicyReader, String, Node) throws -> Void
    ) throws {
        guard let mapping = node.mapping else { throw failure(node, "is no mapping", "write `key: value` lines") }
        for (key, value) in mapping {
            guard let name = key.string, names.contains(name) else {
                throw failure(key, "is not a key", "use one of \(names.joined(separator: ", "))")
            }
            try body(&self, name, value)
        }
    }

    private func texts(_ node: Node) throws -> [(text: String, node: Node)] {
        guard let items = node.sequence else { throw failure(node, "is no list", "write [a, b]") }
        return try items.map { item in
            guard let text = item.string else { throw failure(item, "is no text", "put it in quotes") }
            return (text, item)
        }
    }

    private func truth(_ node: Node) throws -> Bool {
        guard let flag = node.bool else { throw failure(node, "is no truth value", "use true or false") }
        return flag
    }

    private func action(_ node: Node) throws -> ScrubPolicy.Action {
        switch node.string {
        case "placeholder": return .placeholder
        case "drop": return .drop
        case "partial": return .partial(last: 4)
        case "pseudonym": return .pseudonym
        case "keep": return .keep
        default: throw failure(node, "is no action", "use placeholder, drop, partial, pseudonym or keep")
        }
    }

    /// What the policy refuses gets the place in the file.
    private mutating func naming(_ node: Node, _ change: (inout ScrubPolicy) throws -> Void) throws {
        do {
            try change(&policy)
        } catch {
            throw Failure("\(place(node)): \(error)")
        }
    }

    private func failure(_ node: Node, _ what: String, _ remedy: String) -> Failure {
        Failure("\(place(node)): \(what); \(remedy).")
    }

    private func place(_ node: Node) -> String { node.mark.map { "\(path):\($0.line):\($0.column)" } ?? path }
}

extension YamlError {
    /// Where the text stops making sense, without the text.
    fileprivate var place: String {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            "line \(mark.line), column \(mark.column)"
        default: "place unknown"
        }
    }
}
