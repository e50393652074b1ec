extension Scanner {
    /// `email jane @ example.com`, from the first blank: behind the word, with another blank between.
    func spacedEmail(at blank: Int) -> Match? {
        var start = blank
        while blank - start < 64, text[start - 1].isKey || text[start - 1] == "+" { start -= 1 }
        guard start < blank, text[start - 1] == " ", let end = spacedEmailEnd(at: start) else { return nil }
        // `to: jane @ example.com`
        let isHeader = text[start - 2] == ":"
        let word = isHeader ? start - 2 : start - 1
        let isNamed = (["email", "e-mail", "mail", "correo", "courriel"] as [StaticString]).contains {
            text.hasAnyCase($0, at: word - $0.utf8CodeUnitCount)
        }
        let isOfHeader =
            isHeader
            && (["to", "from", "cc", "bcc", "sender", "user", "login", "contact"] as [StaticString]).contains {
                text.hasAnyCase($0, at: word - $0.utf8CodeUnitCount)
                    && !text[word - $0.utf8CodeUnitCount - 1].isLetter
            }
        return isNamed || isOfHeader ? Match(.email, start, end, .email) : nil
    }

    /// `E-Mail: jane @ example.com`: the end of an address with blanks around its sign.
    func spacedEmailEnd(at start: Int) -> Int? {
        var i = start
        while i - start < 64, text[i].isWord || text[i] == "." || text[i] == "+" || text[i] == "-" { i += 1 }
        guard i > start, text.has(" @ ", at: i) else { return nil }
        let domain = i + 3
        i = domain
        var dot: Int?
        while i - domain < 255, text[i].isAlphanumeric || text[i] == "-" || text[i] == "." {
            if text[i] == "." { dot = i }
            i += 1
        }
        guard let dot, i - dot > 2, dot > domain, (dot + 1..<i).allSatisfy({ text[$0].isLetter }) else {
            return nil
        }
        return i
    }
}
