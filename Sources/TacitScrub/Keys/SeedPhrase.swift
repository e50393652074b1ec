extension Scanner {
    /// The words that restore a wallet (BIP 39): 12 to 24 words of three to eight small letters, with a blank between.
    func phrase(at start: Int, by rule: KeyRule) -> Match? {
        var i = start
        var words = 0
        var end = start
        while words < 24 {
            let word = i
            while i - word < 9, text[i].isLower { i += 1 }
            guard (3...8).contains(i - word), !text[i].isWord else { break }
            words += 1
            end = i
            guard text[i] == " " || text[i] == "," && text[i + 1] == " " else { break }
            i += text[i] == " " ? 1 : 2
        }
        return words >= 12 ? Match(rule.kind, start, end, rule.rule) : nil
    }
}
