/// What scrubbing came to.
public enum ScrubOutcome: Sendable, Hashable {
    /// Nothing was found, nothing was written: the input can go on as it is.
    case clean
    /// The scrubbed text was appended.
    case scrubbed
    /// The policy wants the whole field gone; nothing was written.
    case dropped

    public var isClean: Bool { self == .clean }
}

extension Scrubber {
    /// Appends the scrubbed bytes to `output`, unless nothing was found: then `output` stays as it is.
    ///
    /// ```swift
    /// switch scrubber.scrub(value, key: key, into: &output) {
    /// case .clean: forward(value)
    /// case .scrubbed: forward(output)
    /// case .dropped: break
    /// }
    /// ```
    ///
    /// Any bytes are accepted; what is no UTF-8 passes through untouched around findings.
    @discardableResult
    public func scrub(
        _ bytes: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer? = nil, into output: inout [UInt8]
    ) -> ScrubOutcome {
        scrub(bytes, key: key, into: &output, mayDrop: key != nil)
    }

    func scrub(
        _ bytes: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer?, into output: inout [UInt8], mayDrop: Bool
    ) -> ScrubOutcome {
        let start = output.count
        var copied = 0
        var drops = false
        var isClean = true
        forEachMatch(in: bytes, key: key) { match in
            if isClean { output.reserveCapacity(start + bytes.count + 16) }
            isClean = false
            output.append(contentsOf: bytes[copied..<match.start])
            append(match, of: bytes, to: &output)
            copied = match.end
            if mayDrop, policy.action(for: match.kind) == .drop { drops = true }
            return !drops
        }
        if drops {
            output.removeSubrange(start...)
            return .dropped
        }
        if isClean { return .clean }
        output.append(contentsOf: bytes[copied...])
        return .scrubbed
    }

    /// What is found in these bytes, or in the value of the field `key`.
    public func findings(in bytes: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer? = nil) -> [Finding] {
        var found: [Finding] = []
        forEachMatch(in: bytes, key: key) { match in
            found.append(Finding(kind: match.kind, range: match.start..<match.end, rule: match.rule))
            return true
        }
        return found
    }

    /// Whether anything is found. Stops at the first finding.
    public func isClean(_ bytes: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer? = nil) -> Bool {
        var clean = true
        forEachMatch(in: bytes, key: key) { _ in
            clean = false
            return false
        }
        return clean
    }

    /// Hands over the findings that the policy agrees to, in order, until `body` returns false.
    private func forEachMatch(
        in bytes: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer?, _ body: (Match) -> Bool
    ) {
        let text = Text(bytes)
        if let key {
            switch judge(text, key: Text(key)) {
            case .whole(let match):
                if acts(on: match, in: text) {
                    _ = body(match)
                    return
                }
            case .harmless:
                return
            case .textDecides:
                break
            }
        }
        var scanner = Scanner(text, triggers: triggers, keys: keys)
        while let match = scanner.next(upTo: text.count) {
            guard acts(on: match, in: text) else {
                scanner.letThrough(match)
                continue
            }
            if !body(match) { return }
        }
    }

    /// Writes what takes the place of a finding.
    func append(_ match: Match, of bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        let value = UnsafeRawBufferPointer(rebasing: bytes[match.start..<match.end])
        switch policy.action(for: match.kind) {
        case .placeholder, .drop, .keep:
            Placeholder.append(match.kind, to: &output)
        case .partial(let last):
            Placeholder.append(match.kind, last: last, of: value, to: &output)
        case .pseudonym:
            if let pseudonymizer = policy.pseudonymizer {
                Placeholder.append(match.kind, code: pseudonymizer.code(match.kind, value), to: &output)
            } else {
                Placeholder.append(match.kind, to: &output)
            }
        }
    }

    /// Whether the policy wants this finding out of the text. The floor always goes.
    func acts(on match: Match, in text: Text) -> Bool {
        if match.rule.isOnTheFloor || match.kind.isOnTheFloor { return true }
        if policy.action(for: match.kind) == .keep { return false }
        if let found = match.addressClass, policy.allowedAddresses.contains(found) { return false }
        let range = match.start..<match.end
        for value in policy.allowedValues where value.count == range.count {
            if zip(value, range).allSatisfy({ $0 == text[$1] }) { return false }
        }
        guard match.kind == .email else { return true }
        for domain in policy.allowedDomains where domain.count < range.count {
            let start = match.end - domain.count
            guard text[start - 1] == 0x40 else { continue }
            if zip(domain, start..<match.end).allSatisfy({ $0 == Byte.lowercased(text[$1]) }) { return false }
        }
        return true
    }
}
