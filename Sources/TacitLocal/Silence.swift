/// `TACIT_ENABLED`, which silences every program, whatever is switched on.
package enum Silence {
    /// The words that leave it on, as the rest of Tacit reads them; any other word counts as off.
    package static let spellingsOfOn: Set<String> = ["1", "true", "yes", "on", "y", "t", "enable", "enabled"]

    package static func holds(in environment: [String: String]) -> Bool {
        let word = trimmed(environment["TACIT_ENABLED"] ?? "").lowercased()
        return !word.isEmpty && !spellingsOfOn.contains(word)
    }

    private static func trimmed(_ text: String) -> String {
        let rest = text.drop(while: \.isWhitespace)
        return String(
            rest.prefix(
                rest.lastIndex { !$0.isWhitespace }.map { rest.distance(from: rest.startIndex, to: $0) + 1 } ?? 0))
    }
}
