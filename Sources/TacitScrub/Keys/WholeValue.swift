extension Scrubber {
    /// What the key of a field says about its value.
    enum Judgement {
        case whole(Match)
        case harmless
        case textDecides
    }

    func judge(_ text: Text, key: Text) -> Judgement {
        guard text.count > 0, let rule = keys.rule(for: 0..<key.count, in: key) else { return .textDecides }
        let scanner = Scanner(text, triggers: triggers, keys: keys)
        var kind = rule.kind
        var start = 0
        switch rule.form {
        case .address:
            if isNoAddressOfAPerson(text) { return .harmless }
        case .version:
            return (0..<text.count).allSatisfy { Byte.isDigit(text[$0]) || text[$0] == 0x2E } ? .harmless : .textDecides
        case .authorization:
            start = scanner.schemeEnd(at: 0)
        case .cookie, .plain, .harmless:
            break
        }
        guard start < text.count, !scanner.isHarmless(start..<text.count) else { return .harmless }
        if rule.scope == .attribute, kind == .person {
            // A user may be named by a mail address.
            var scanner = Scanner(text, triggers: triggers, keys: keys)
            if let match = scanner.next(upTo: text.count), match.kind == .email, match.end - match.start == text.count {
                kind = .email
            }
        }
        let id = rule.form == .authorization ? RuleID.authorization : rule.rule
        return .whole(Match(kind, start, text.count, id))
    }

    /// `127.0.0.1`, `::1`, `localhost`, `0.0.0.0`, and the names of sockets.
    private func isNoAddressOfAPerson(_ text: Text) -> Bool {
        if text[0] == 0x2F || text.equalsAnyCase("localhost", 0..<text.count) { return true }
        var hasLetter = false
        for i in 0..<min(text.count, 64) where !Byte.isHex(text[i]) && Byte.isLetter(text[i]) { hasLetter = true }
        var scanner = Scanner(text, triggers: triggers, keys: keys)
        return !hasLetter && scanner.next(upTo: text.count) == nil
    }
}
