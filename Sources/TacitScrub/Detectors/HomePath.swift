extension Scanner {
    /// The user name in `/home/jane/…`, `/Users/jane/…`, `C:\Users\jane\…`, also with escaped backslashes.
    ///
    /// Not in `/Users/Shared`, and not in a URL's path such as `example.com/home/news`.
    func userName(after prefixEnd: Int, from prefix: Int) -> Match? {
        let before = left(prefix - 1)
        let backslash = text[prefix] == 0x5C
        if Byte.isWord(before) || before == 0x2E { return nil }
        var start = prefixEnd
        if backslash, text[start] == 0x5C { start += 1 }
        var end = start
        var space: Int?
        while end - start < 256, isNamePart(text[end]) || (backslash && text[end] == 0x20) {
            if text[end] == 0x20, space == nil { space = end }
            end += 1
        }
        // A Windows name may hold a space, but only a path that goes on shows that the space belongs to it.
        if let space, text[end] != 0x5C { end = space }
        while end > start, text[end - 1] == 0x2E || text[end - 1] == 0x20 { end -= 1 }
        guard end > start, !isSharedHome(start..<end) else { return nil }
        return Match(.usernameInPath, start, end, .homePath)
    }

    private func isNamePart(_ b: UInt8) -> Bool {
        Byte.isWord(b) || b == 0x2E || b == 0x2D || b == 0x40 || b == 0x2B || b == 0x25
    }

    private func isSharedHome(_ range: Range<Int>) -> Bool {
        for name in Self.sharedHomes where text.equalsAnyCase(name, range) { return true }
        return false
    }

    private static let sharedHomes: [StaticString] = [
        "shared", "public", "default", "all users", "guest", "linuxbrew", "runner", "root",
    ]
}
