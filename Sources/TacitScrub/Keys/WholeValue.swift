extension Scrubber {
    /// What the key of a field says about its value.
    enum Judgement {
        case whole(Match)
        case harmless
        case textDecides
    }

    func judge(_ text: Text, key: Text) -> Judgement {
        guard text.count > 0, let rule = plan.keys.rule(for: 0..<key.count, in: key) else { return .textDecides }
        var kind = rule.kind
        var start = 0
        switch rule.form {
        case .address:
            if isNoAddressOfAPerson(text) { return .harmless }
        case .version:
            return (0..<text.count).allSatisfy { text[$0].isDigit || text[$0] == "." } ? .harmless : .textDecides
        case .authorization:
            start = text.schemeEnd(at: 0)
        case .opaque where kind != .secret:
            let end = withScanner(of: text) {
                kind == .geoCoordinate ? $0.coordinateEnd(at: 0, decimals: 1) : $0.addressEnd(at: 0)
            }
            guard end == text.count else { return .textDecides }
        case .opaque:
            guard text.count >= 12, text.isOpaque(0..<text.count), !text.isUUID(0..<text.count) else {
                return .textDecides
            }
        case .name:
            let end = withScanner(of: text) { $0.nameEnd(at: 0, few: 2) }
            guard end == text.count, !withScanner(of: text, { $0.isOrganization(0..<text.count) }) else {
                return .textDecides
            }
        case .hardware:
            guard text.isHardwareAddress(0..<text.count, isNamed: true) else { return .textDecides }
        case .strange:
            guard text.isStrange(0..<text.count) else { return .textDecides }
        case .pair, .directory, .checked, .mailbox:
            return .textDecides
        case .cookie, .plain, .code, .phrase, .harmless:
            break
        }
        guard start < text.count, !text.isHarmless(start..<text.count),
            kind != .phone || !text.isMaskedPhone(start..<text.count)
        else { return .harmless }
        if rule.scope == .attribute, kind == .person {
            // A user may be named by a mail address.
            withScanner(of: text) { scanner in
                let match = scanner.next(upTo: text.count)
                if let match, match.kind == .email, match.end - match.start == text.count { kind = .email }
            }
        }
        let id = rule.form == .authorization ? RuleID.authorization : rule.rule
        return .whole(Match(kind, start, text.count, id))
    }

    /// `127.0.0.1`, `::1`, `localhost`, `0.0.0.0`, and the names of sockets.
    private func isNoAddressOfAPerson(_ text: Text) -> Bool {
        if text[0] == "/" || text.has("unix:", at: 0) || text.equalsAnyCase("localhost", 0..<text.count) {
            return true
        }
        var hasLetter = false
        for i in 0..<min(text.count, 64) where !text[i].isHex && text[i].isLetter { hasLetter = true }
        return !hasLetter && withScanner(of: text) { $0.next(upTo: text.count) == nil }
    }
}
