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
            if mayDrop, match.drops || plan.action(for: match.kind) == .drop { drops = true }
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

    /// Hands over the findings that the policy agrees to, in order, until `body` returns false. Inlined, so that no
    /// closure holds a copy of the scrubber.
    @inline(__always)
    private func forEachMatch(
        in bytes: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer?, _ body: (Match) -> Bool
    ) {
        let text = Text(bytes)
        // Safe: `self`, which is lent for the whole call, holds its plan, and the floor is never freed.
        var scanned = Unmanaged.passUnretained(plan)
        if let key {
            if plan.asksForKeys, Placeholder.end(in: text, at: 0) != text.count {
                let verdict = plan.rules.verdict(for: Text(key))
                if verdict == .drop || (verdict == .block && text.count > 0) {
                    var whole = Match(.secret, 0, text.count, .blockedKey)
                    whole.drops = verdict == .drop
                    _ = body(whole)
                    return
                }
                if verdict == .ignore { scanned = .passUnretained(.floor) }
            }
            switch judge(text, key: Text(key)) {
            case .whole(let match):
                if scanned._withUnsafeGuaranteedRef({ $0.acts(on: match, in: text) }) {
                    _ = body(match)
                    return
                }
            case .harmless:
                return
            case .textDecides:
                break
            }
        }
        withScanner(of: text, by: scanned) { scanner in
            while let match = scanner.next(upTo: text.count) {
                if !body(match) { return }
            }
        }
    }

    /// Lends a scanner, whose working space is on the stack.
    @inline(__always)
    func withScanner<R>(
        of text: Text, by plan: Unmanaged<PolicyPlan>? = nil, state: Scanner.State = Scanner.State(),
        isFinal: Bool = true, _ body: (inout Scanner) -> R
    ) -> R {
        // Not `self`: a closure that holds it would copy it. Safe: `self`, which lives until the end, holds its plan,
        // and the caller any other.
        let plan = plan ?? Unmanaged.passUnretained(self.plan)
        defer { withExtendedLifetime(self) {} }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { storage in
            var scanner = Scanner(text, by: plan, in: storage, state: state, isFinal: isFinal)
            return body(&scanner)
        }
    }

    /// Writes what takes the place of a finding.
    func append(_ match: Match, of bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        let value = UnsafeRawBufferPointer(rebasing: bytes[match.start..<match.end])
        switch plan.action(for: match.kind) {
        case .placeholder, .drop, .keep:
            Placeholder.append(match.kind, to: &output)
        case .partial(let last):
            Placeholder.append(match.kind, last: last, of: value, to: &output)
        case .pseudonym:
            if let pseudonymizer = plan.policy.pseudonymizer {
                let code = CanonicalValue(match.kind, value).withBytes { pseudonymizer.code(match.kind, $0) }
                Placeholder.append(match.kind, code: code, to: &output)
            } else {
                Placeholder.append(match.kind, to: &output)
            }
        }
    }

    /// How often a verifier runs over these bytes; each run is bounded.
    package func verifications(of bytes: UnsafeRawBufferPointer) -> Int {
        withScanner(of: Text(bytes)) { scanner in
            while scanner.next(upTo: bytes.count) != nil {}
            return scanner.verifications
        }
    }
}
