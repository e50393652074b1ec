extension Scanner {
    /// Behind a word that names it: an account number of six to 26 digits, a routing number with its check sum
    /// (American Bankers Association), a sort code (`20-00-00`).
    ///
    /// Not digits that no such word stands before.
    func bankNumber(_ groups: Groups, words: inout WordsBefore) -> Match? {
        var n = 1
        for k in 1...min(groups.count, 5) where groups.ends(k) && groups.isUniform(k) {
            if groups.isDigits(0..<groups.length(k)) { n = k } else { break }
        }
        let length = groups.length(n)
        guard (6...26).contains(length), groups.ends(n), groups.isDigits(0..<length) else {
            return nil
        }
        let contexts = words.contexts(in: self, before: groups.start)
        guard contexts.all.contains(.account) || contexts.all.contains(.routing) || contexts.near.contains(.someAccount)
        else { return nil }
        if length == 6, n <= 3, contexts.all.contains(.routing) {
            return Match(.bankAccount, groups.start, groups.end(n), RuleID("bank.sort-code"))
        }
        if length == 9, contexts.all.contains(.routing), isRoutingNumber(groups.compact) {
            return Match(.bankAccount, groups.start, groups.end(n), RuleID("bank.routing"))
        }
        guard
            contexts.near.contains(.account) || contexts.near.contains(.someAccount)
                || length <= 17 && (contexts.all.contains(.account) || contexts.near.contains(.routing)) && length >= 7
        else { return nil }
        return Match(.bankAccount, groups.start, groups.end(n), RuleID("bank.account"))
    }

    private func isRoutingNumber(_ n: Compact) -> Bool { CheckDigits.weighted(n, "371371371") % 10 == 0 }
}
