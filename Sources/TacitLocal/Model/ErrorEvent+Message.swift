import TacitScrub

extension ErrorEvent {
    /// More of a message than that is not looked at.
    private static let mostBytes = 65_536
    /// How far before that end a message is cut, so that no number or address that lies across it is seen in part.
    private static let margin = 128
    private static let mostCharacters = 200

    /// What stays of a message: scrubbed first and cut then, so that no cut hides from the scrubber what it would have found.
    static func kept(_ message: String) -> String {
        let scrubbed = Name.scrubber.scrub(bounded(message))
        guard scrubbed.count > mostCharacters || Name.scrubber.scrub(scrubbed) != scrubbed else { return scrubbed }
        var kept = scrubbed.prefix(mostCharacters)
        // A cut may make something that looks personal out of what does not; the scrubber must find nothing in what stays.
        while !kept.isEmpty, Name.scrubber.scrub(String(kept)) != kept { kept = withoutLastWord(kept) }
        return String(kept)
    }

    private static func bounded(_ message: String) -> String {
        guard message.utf8.count > mostBytes else { return message }
        return String(
            withoutLastWord(Substring(String(decoding: message.utf8.prefix(mostBytes - margin), as: UTF8.self))))
    }

    private static func withoutLastWord(_ text: Substring) -> Substring {
        text.lastIndex { $0.isWhitespace }.map { text[..<$0] } ?? ""
    }
}
