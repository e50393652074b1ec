/// Names that may stand in a complaint.
enum ShownName {
    /// A key as it may be shown. What doesn't look like one could be anything, a secret too: those have digits.
    static func key(_ key: String) -> String? {
        shown(key, alphabet: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-")
    }

    /// The name of a variable, as it may be shown.
    static func variable(_ variable: String) -> String? {
        shown(variable, alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
    }

    private static func shown(_ name: String, alphabet: String) -> String? {
        !name.isEmpty && name.utf8.count <= 48 && name.utf8.allSatisfy(alphabet.utf8.contains) ? name : nil
    }
}
