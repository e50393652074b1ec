/// On or off, as people spell it.
///
/// ```swift
/// Flag("No")        // .off
/// Flag(" 1 ")       // .on
/// Flag("")          // .unset
/// Flag("maybe")     // .unreadable
/// ```
enum Flag: Sendable, Hashable {
    case on
    case off
    /// Nothing is said; an empty text says nothing either.
    case unset
    /// Something is said that is neither. It counts as off.
    case unreadable

    static let spellingsOfOn: Set<String> = ["1", "true", "yes", "on", "y", "t", "enable", "enabled"]
    static let spellingsOfOff: Set<String> = [
        "0", "false", "no", "off", "n", "f", "disable", "disabled", "never", "none",
    ]

    init(_ text: String?) {
        let word = text.map { $0.trimmed.lowercased() } ?? ""
        if word.isEmpty {
            self = .unset
        } else if Self.spellingsOfOn.contains(word) {
            self = .on
        } else {
            self = Self.spellingsOfOff.contains(word) ? .off : .unreadable
        }
    }

    /// What the words for on and off are, for a remedy.
    static let expected = "on or off (1, true, yes or 0, false, no)"
}

extension StringProtocol {
    /// Without the white space at both ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
