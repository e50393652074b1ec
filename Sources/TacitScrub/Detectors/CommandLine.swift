extension Scanner {
    /// The value of an option whose name is a key: `--db-password x`, `-storepass x`, `["--token", "x"]`.
    ///
    /// Not another option, not what stands for a value (`$TOKEN`, `<token>`), and not `--password=x`, which is a pair.
    func optionSecret(at start: Int) -> Match? {
        var i = start + 2
        if text[i] == "-" { i += 1 }
        let name = i
        guard text[name].isLetter else { return nil }
        while i - name < 64, text[i].isKey { i += 1 }
        guard
            let rule = keys.rule(for: name..<i, in: text).flatMap({ $0.form == .pair ? ruleOfParameter(at: start) : $0 }
            ),
            rule.kind == .secret || rule.kind == .privateKey, !text.hasAnyCase("no-", at: name)
        else { return nil }
        // A quote and a comma end the name where the arguments are a list.
        let behind = i
        while i - behind < 8, text[i] == " " || text[i] == "," || text[i].isQuote || text[i] == "\\" { i += 1 }
        let value = i
        // `the '--password' option`
        if text[behind].isQuote, !(behind..<value).contains(where: { text[$0] == "," }) { return nil }
        guard value > behind else { return nil }
        let end = argumentEnd(at: value)
        let range = value..<end
        guard range.count >= 4, isArgument(range), !text.isHarmless(range), !text.isReference(range) else { return nil }
        if Self.words.contains(range, in: text) { return nil }
        switch rule.form {
        case .opaque: guard range.count >= 16, text.isOpaque(range), !text.isName(range) else { return nil }
        case .plain, .strange, .authorization, .code:
            guard rule.rule == .password || text.isStrange(range) || range.count >= 8 && !text.isName(range) else {
                return nil
            }
        default: return nil
        }
        return Match(.secret, value, end, RuleID("command.secret"))
    }

    /// `--name /prod/db/password --value x`: what the option before an option for a value names.
    private func ruleOfParameter(at start: Int) -> KeyRule? {
        var i = start
        while start - i < 80, text[i - 1].isKey { i -= 1 }
        let name = i..<start
        while start - i < 96, text[i - 1].isKey || text[i - 1] == "/" { i -= 1 }
        guard !name.isEmpty, text.has("--name ", at: i - 7) || text.has("--key ", at: i - 6) else { return nil }
        return keys.rule(for: name, in: text)
    }

    /// What stands behind the name of an option in a sentence.
    private static let words: WordSet = [
        "with", "option", "options", "flag", "argument", "arguments", "parameter", "from", "when", "file", "prompt",
        "switch", "must", "should", "will", "which", "instead", "only", "then", "cannot", "without", "here", "together",
        "does", "that", "this", "were", "have", "also", "value", "your", "using", "into",
    ]

    /// The value of a short option that takes a secret of some commands: `curl -u name:x`, `mysql -px`,
    /// `ldapsearch -w x`.
    func commandLineSecret(behind end: Int, from start: Int) -> Match? {
        var value = end
        while value - end < 3, text[value] == " " { value += 1 }
        let backslashes = text[value] == "\\" ? 1 : 0
        if text[value + backslashes].isQuote { value += backslashes + 1 }
        let i = argumentEnd(at: value)
        guard i > value, isArgument(value..<i) else { return nil }
        // `--user` is `-u`; `/p:` is one of Windows.
        let option: UInt8 =
            switch text[start + 1] {
            case "/": 0x3A
            case "-": text[start] == "-" ? UInt8(ascii: "u") : text[start + 2]
            default: 0x75
            }
        switch option {
        case "u": return userAndPassword(value..<i, from: start)
        case "U":
            guard isCommand(["curl", "smbclient", "rpcclient", "smbmap", "net "], before: start) else { return nil }
            return userAndPassword(value..<i, from: start)
        case "p" where text[start + 3] == "w":
            guard isCommand(["plink", "pscp", "psftp", "putty", "addprinc", "kadmin"], before: start) else {
                return nil
            }
        case "p":
            guard isOfPassword(behind: end, from: start), i - value >= 4, text.isStrange(value..<i) else { return nil }
        case "w":
            // Who binds may have been found, and hides the command.
            let isOfDirectory = (start - 48..<start).contains { text.has("dc=", at: $0) }
            guard isOfDirectory || isCommand(["ldap", "security "], before: start) else { return nil }
        case "a":
            guard isCommand(["redis-cli", "influx "], before: start) else { return nil }
        case "P":
            guard
                isCommand(
                    ["sqlcmd", "tsql", "bcp ", "mosquitto", "zip ", "unzip ", "isql", "ipmitool", "ssh-keygen"],
                    before: start)
            else { return nil }
        case "k":
            guard isCommand(["openssl"], before: start) else { return nil }
        case "N":
            guard isCommand(["ssh-keygen"], before: start) else { return nil }
        case "A", "X", "c":
            guard isCommand(["snmp"], before: start), i - value >= 4 else { return nil }
        case ":":
            guard isCommand(["xfreerdp", "mstsc", "rdesktop", "wfreerdp", "runas", "cmdkey"], before: start) else {
                return nil
            }
        default: return nil
        }
        guard i - value >= 3, !text.isHarmless(value..<i) else { return nil }
        return Match(.secret, value, i, RuleID("command.secret"))
    }

    /// `-u name:password`, as of curl, or `name%password`; the name alone is none.
    private func userAndPassword(_ range: Range<Int>, from start: Int) -> Match? {
        // `idevicesyslog -u 72131b…`: which telephone is meant.
        if range.count == 40 || range.count == 25, range.allSatisfy({ text[$0].isHex || text[$0] == "-" }),
            isCommand(["idevice", "ios", "xcrun", "xcodebuild", "tidevice"], before: start)
        {
            return Match(.deviceID, range.lowerBound, range.upperBound, RuleID("device.spoken"))
        }
        guard let sign = range.first(where: { text[$0] == ":" || text[$0] == "%" }), sign > range.lowerBound,
            range.upperBound - sign > 3, text[sign + 1] != "$", text[sign + 1] != "/"
        else { return nil }
        let password = sign + 1..<range.upperBound
        guard !text.isHarmless(password), !text[range.lowerBound].isDigit || text.isStrange(password),
            isCommand(["curl", "wget", "http ", "https ", "user", "smb", "rpcclient"], before: start)
                || text.isStrange(password)
        else { return nil }
        return Match(.secret, range.lowerBound, range.upperBound, RuleID("command.user"))
    }

    /// `mysql -psecret`, where `-p 3306` is a port; and of a few commands `-p secret`.
    private func isOfPassword(behind end: Int, from start: Int) -> Bool {
        if text[end] == " " || text[end].isQuote {
            return isCommand(
                [
                    "sshpass", "docker login", "podman login", "registry login", "helm login", "az login", "oc login",
                    "mysql -p'", "mongo", "useradd", "usermod", "cqlsh", "twine upload", "skopeo login",
                    "buildah login", "nerdctl login", "crane auth login", "pgcli", "mycli", "impala-shell", "beeline",
                ], before: start)
        }
        return isCommand(
            ["mysql", "mariadb", "psql", "mongo", "redis-cli", "sshpass", "docker login", "ftp", "7z "], before: start)
    }

    func argumentEnd(at start: Int) -> Int {
        var i = start
        while i - start < 256, !text[i].isBlank, !text[i].isQuote, text[i] != ";", text[i] != "|",
            text[i] < 0x80, text[i] != "\\" || !text[i + 1].isQuote
        {
            i += 1
        }
        return i
    }

    /// Whether an argument is no option, variable, placeholder or file.
    func isArgument(_ range: Range<Int>) -> Bool {
        switch text[range.lowerBound] {
        case "-", "$", "<", "[", "/", ".", "@", "(", "{": false
        default: !range.isEmpty
        }
    }

    /// Whether one of the commands stands on the line, at most 120 bytes before.
    private func isCommand(_ names: [StaticString], before start: Int) -> Bool {
        var i = start + 4
        let limit = start - 120
        while i > limit, !text[i].isLineEnd || i >= start {
            for name in names where text.has(name, at: i) { return true }
            i -= 1
        }
        return false
    }
}
