/// `TACIT_ENABLED`, which silences every program, whatever is switched on.
package enum Silence {
    /// The words that leave it on, as the rest of Tacit reads them; any other word counts as off.
    package static let spellingsOfOn: Set<String> = ["1", "true", "yes", "on", "y", "t", "enable", "enabled"]

    package static func holds(in environment: [String: String]) -> Bool {
        let words = environment["TACIT_ENABLED", default: ""].split(whereSeparator: \.isWhitespace)
        return !words.isEmpty && !(words.count == 1 && spellingsOfOn.contains(words[0].lowercased()))
    }
}
