/// Reads a letter as it came (plain text, Markdown, the HTML of a mail, with a mail's header or without) into the blocks
/// that are worth reading.
enum NewsletterReader {
    static func read(
        _ input: UnsafeRawBufferPointer, in memory: UnsafeMutableRawBufferPointer
    ) -> (text: LentText, blocks: [Block]) {
        var text = LentText(input, in: memory)
        text.repair()
        text.fold()
        text.liftSubject()
        let isMarkup = text.looksLikeMarkup
        if isMarkup {
            text.removeMarkup()
            text.fold()
        }
        text.removeInlineMarks(isMarkdown: !isMarkup)
        text.fold()
        let blocks = BlockReader(text, isWrapped: !isMarkup, from: 0).blocks
        return (text, Boilerplate(text: text).removed(from: blocks))
    }
}

extension LentText {
    /// Puts a mail's subject in the place of its header, as the first heading.
    fileprivate mutating func liftSubject() {
        let (body, subject) = header()
        guard body > 0 else { return }
        var written = 0
        if let subject, subject.count <= 200 {
            // A name stood before the subject and a line end behind it: there is room for the marks.
            bytes[0] = Mark.heading
            bytes[1] = UInt8(ascii: "0")
            written = 2
            for index in subject {
                bytes[written] = bytes[index]
                written += 1
            }
            bytes[written] = Mark.newline
            written += 1
        }
        for index in body..<count {
            bytes[written] = bytes[index]
            written += 1
        }
        count = written
        fold()
    }
}
