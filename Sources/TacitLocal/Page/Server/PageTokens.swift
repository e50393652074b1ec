package import TacitSeal

/// The one-time tokens that open the page. One waits at a time, in `page.token`; a new one takes its place.
///
/// The file holds the token itself. Who can read it, in a folder of mode 0700, can read all that the page shows, so a
/// digest would hide nothing from them; and once used the token is gone.
package struct PageTokens: Sendable {
    private let path: String

    package init(folder: String) { path = folder + "/page.token" }

    /// Makes a token that opens the page once.
    package func issue() throws(FileFault) -> String {
        let token = Self.random()
        try Files.replace(path, with: Array(token.utf8))
        return token
    }

    /// Whether the token opens the page. It does so once: where its file can't be removed it opens nothing.
    package func redeem(_ token: String) -> Bool {
        guard let held = Files.read(path), held.count == 32, Self.isSame(held, Array(token.utf8)) else { return false }
        do throws(FileFault) {
            try Files.remove(path)
            return true
        } catch {
            return false
        }
    }

    /// 128 bits of the system's randomness, in hexadecimal.
    static func random() -> String {
        var source = SystemRandomNumberGenerator()
        return Hex.text((0..<16).map { _ in UInt8.random(in: 0...255, using: &source) })
    }

    /// Compares without telling, by the time it takes, how much agrees.
    static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }

    static func isSame(_ left: String, _ right: String) -> Bool { isSame(Array(left.utf8), Array(right.utf8)) }
}
