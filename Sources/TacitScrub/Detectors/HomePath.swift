extension Scanner {
    /// The user name in `/home/jane/…`, `/Users/jane/…`, `C:\Users\jane\…`, also with escaped backslashes.
    ///
    /// Not in `/Users/Shared`, and not in a URL's path such as `example.com/home/news`.
    func userName(after prefixEnd: Int, from prefix: Int) -> Match? {
        let before = text[prefix - 1]
        let backslash = text[prefix] == "\\"
        // `-L/Users/jane/lib`
        let isOption = before.isLetter && text[prefix - 2] == "-" && !text[prefix - 3].isWord
        if text.has("/user/", at: prefix) {
            guard isOfCluster(before: prefix) else { return nil }
        } else if before == "." || before.isWord && !isOption && !isRoot(before: prefix) {
            guard isOnRemoteHost(before: prefix) else { return nil }
        }
        var start = prefixEnd
        while backslash, start - prefixEnd < 3, text[start] == "\\" { start += 1 }
        var end = start
        var space: Int?
        let isEscaped = text[prefix] == "%"
        if text.has("All Users", at: start) { return nil }
        while end - start < 256,
            isNamePart(text[end]) && !(isEscaped && text[end] == "%")
                || (backslash && text[end] == " ")
        {
            if text[end] == " ", space == nil { space = end }
            end += 1
        }
        // A Windows name may hold a space, but only a path that goes on shows that the space belongs to it.
        if let space, text[end] != "\\" { end = space }
        while end > start, text[end - 1] == "." || text[end - 1] == " " { end -= 1 }
        // `/var/mail/jane` is a file.
        if text[end] == "/", text.has("/mail/", at: prefixEnd - 6) { return nil }
        guard end > start, !text.isSystemAccount(start..<end) else { return nil }
        return Match(.usernameInPath, start, end, .homePath)
    }

    private func isNamePart(_ b: UInt8) -> Bool {
        b.isWord || b == "." || b == "-" || b == "@" || b == "+" || b == "%"
    }

    /// Whether homes may lie below what stands before the prefix: a drive (`/mnt/c`, `/cygdrive/c`, `/c`), a share
    /// (`\\server`), or one of the places where systems mount them (`/export`, `/var`).
    private func isRoot(before prefix: Int) -> Bool {
        var i = prefix
        while prefix - i < 24, text[i - 1].isKey { i -= 1 }
        if text[prefix] == "\\" { return text[i - 1] == "\\" && text[i - 2] == "\\" }
        if text.has("/Volumes/Macintosh HD", at: prefix - 21) || isOnVolume(before: prefix) { return true }
        // `C%3A%5CUsers%5C`
        if text[prefix] == "%", text.escapedJoint(endingAt: prefix) != nil { return true }
        guard text[i - 1] == "/" else { return false }
        if prefix - i == 1 {
            let before = text[i - 2]
            return !before.isWord || text.has("/mnt", at: i - 5) || text.has("/cygdrive", at: i - 10)
        }
        guard !text[i - 2].isWord, text[i - 2] != "." else {
            return text.has("/System/Volumes/Data", at: i - 16)
        }
        return Self.roots.contains(i..<prefix, in: text)
    }

    /// `hdfs://nn:8020/user/`, `inode="/user/`: where Hadoop has homes.
    private func isOfCluster(before prefix: Int) -> Bool {
        if text.has("inode=\"", at: prefix - 7)
            || text.has("path=\"", at: prefix - 6) && text.has("hdfs", at: prefix - 11)
        {
            return true
        }
        return scheme(before: prefix).map { Self.clusters.contains($0, in: text) } ?? false
    }

    /// `vscode-remote://ssh-remote+host/home/`, `sftp://host/home/`: a path on another machine, not one of a site.
    private func isOnRemoteHost(before prefix: Int) -> Bool {
        scheme(before: prefix).map { Self.remotes.contains($0, in: text) } ?? false
    }

    /// The scheme of an address whose host ends at `end`.
    private func scheme(before end: Int) -> Range<Int>? {
        var i = end
        while end - i < 96, text[i - 1] > 0x20, text[i - 1] != "/", !text[i - 1].isQuote { i -= 1 }
        guard text[i - 1] == "/", text[i - 2] == "/", text[i - 3] == ":" else { return nil }
        let last = i - 3
        i = last
        while last - i < 16, text[i - 1].isAlphanumeric || text[i - 1] == "-" || text[i - 1] == "+" { i -= 1 }
        return i..<last
    }

    private static let clusters: WordSet = [
        "hdfs", "webhdfs", "swebhdfs", "viewfs", "wasb", "wasbs", "abfs", "abfss", "har", "adl", "maprfs", "alluxio",
    ]

    private static let remotes: WordSet = [
        "vscode-remote", "vscode-local", "vscode-userdata", "ssh", "sftp", "scp", "fish", "nfs", "smb", "cifs", "afp",
        "rsync", "git+ssh", "ssh+git", "svn+ssh", "sshfs", "file", "gateway", "zed", "hdfs",
    ]

    /// `/Volumes/Data/Users/`: a volume with a name of one word.
    private func isOnVolume(before prefix: Int) -> Bool {
        var i = prefix
        while prefix - i < 32, text[i - 1].isKey { i -= 1 }
        return text.has("/Volumes/", at: i - 9)
    }

    private static let roots: WordSet = [
        "export", "var", "usr", "data", "net", "nfs", "mnt", "srv", "rpool", "zroot", "sysroot", "host", "rootfs",
        "exports", "storage", "private", "hostfs",
    ]
}
