import TacitSeal

/// What the system tells in files that it makes as they are read.
enum SystemText {
    private static let most = 16 << 20

    /// All of it. Such files say that they are empty, and who trusts a size, as Foundation does, gets the first page of them alone.
    static func read(_ path: String) -> String? {
        Files.beginning(of: path, bytes: most).map { String(decoding: $0, as: UTF8.self) }
    }
}
