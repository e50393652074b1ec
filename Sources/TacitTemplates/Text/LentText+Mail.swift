extension LentText {
    /// Takes a mail's header off, and answers where its subject stands, without "Re:" and "Fwd:".
    ///
    /// A header is a run of lines `Name: value` from the start, among them one that only mails have.
    func header() -> (body: Int, subject: Range<Int>?) {
        var place = 0
        while place < count, bytes[place] <= 0x20 { place += 1 }
        var isMail = false
        var subject: Range<Int>?
        var lines = 0
        while place < count {
            var end = place
            while end < count, bytes[end] != Mark.newline { end += 1 }
            if trimmed(place..<end).isEmpty { break }
            if lines == 0 || bytes[place] != Mark.space {
                guard let colon = nameEnd(place..<end) else { return (0, nil) }
                isMail = isMail || Self.mailNames.contains(self, place..<colon)
                if Self.subjects.contains(self, place..<colon) { subject = trimmed(colon + 1..<end) }
            }
            lines += 1
            place = end + 1
        }
        guard isMail, lines > 1 else { return (0, nil) }
        while let found = subject, let length = Self.replies.prefix(of: self, found) {
            subject = trimmed(found.lowerBound + length..<found.upperBound)
        }
        return (min(place, count), subject.flatMap { $0.isEmpty ? nil : $0 })
    }

    private static let subjects = WordSet("subject betreff objet asunto oggetto assunto onderwerp")
    private static let mailNames = WordSet(
        """
        subject betreff objet asunto oggetto assunto onderwerp from to date reply-to list-unsubscribe message-id \
        von an datum gesendet de para fecha da data
        """)
    private static let replies = PhraseSet(["re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "rv:"])

    private func nameEnd(_ line: Range<Int>) -> Int? {
        for index in line {
            let byte = folded[index]
            if byte == UInt8(ascii: ":") { return index > line.lowerBound ? index : nil }
            guard byte >= 0x61 && byte <= 0x7A || byte == UInt8(ascii: "-"), index - line.lowerBound < 40 else {
                return nil
            }
        }
        return nil
    }
}
