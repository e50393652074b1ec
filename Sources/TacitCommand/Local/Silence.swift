import Foundation

/// `TACIT_ENABLED`, which silences every program, whatever is switched on.
enum Silence {
    /// As the library reads it; what is neither on nor off counts as off there, and here.
    static let spellingsOfOn: Set<String> = ["1", "true", "yes", "on", "y", "t", "enable", "enabled"]

    static func holds(in environment: [String: String]) -> Bool {
        let word = (environment["TACIT_ENABLED"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        return !word.isEmpty && !spellingsOfOn.contains(word)
    }

    static func check(_ environment: [String: String]) throws {
        guard !holds(in: environment) else {
            throw Failure("Nothing was written: TACIT_ENABLED is off here.\n  → unset it, or set it to true")
        }
    }
}
