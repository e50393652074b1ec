/// Which argument of a command is a secret, where no option says so.
enum CommandArguments: Sendable {
    /// `vault login x7Kd…`
    case first
    /// `add_user jane hunter2`
    case second
    /// `alias set store https://s3.example.com key secret`, where the second is a URL, a host
    /// with its port, or a variable.
    case fourth
    /// The third if `-b` stands among the options, with `-n` the second: `htpasswd -b file jane hunter2`.
    case batchPassword
    /// The one behind the share: `net use Z: \\srv\share hunter2 /user:jane`.
    case share
}

extension Scanner {
    /// The secret among the arguments of a command that takes it without an option. `end` is behind the name of the
    /// command.
    ///
    /// Not options, and not what stands for a value: `*`, `$PASSWORD`, `<password>`.
    func argumentSecret(behind end: Int, _ arguments: CommandArguments, from start: Int) -> Match? {
        guard !text[start - 1].isWord else { return nil }
        var number = 0
        var isBatch = false
        var hasFile = true
        var isBehindShare = false
        var secret: Range<Int>?
        var i = end
        while i - end < 256, secret == nil {
            while i - end < 256, text[i] == " " { i += 1 }
            if text[i].isQuote { i += 1 }
            let argument = i..<argumentEnd(at: i)
            guard !argument.isEmpty, text[i] != ">", text[i] != "&" else { break }
            i = argument.upperBound
            if text[i].isQuote { i += 1 }
            let isOption = text[argument.lowerBound] == "-" || text[argument.lowerBound] == "/"
            if isOption {
                if argument.contains(where: { text[$0] == "b" }) { isBatch = true }
                if argument.contains(where: { text[$0] == "n" }) { hasFile = false }
                continue
            }
            number += 1
            switch arguments {
            case .first: if number == 1 { secret = argument }
            case .second: if number == 2 { secret = argument }
            case .fourth:
                if number == 2, !argument.contains(where: { text[$0] == ":" || text[$0] == "$" }) { return nil }
                if number == 4 { secret = argument }
            case .batchPassword: if isBatch, number == (hasFile ? 3 : 2) { secret = argument }
            case .share:
                if isBehindShare { secret = argument }
                isBehindShare = text[argument.lowerBound] == "\\"
            }
        }
        guard let secret, secret.count >= 4, isArgument(secret), !text.isHarmless(secret), !text.isReference(secret),
            text[secret.lowerBound] != "*", !holdsPlaceholder(secret),
            text.isStrange(secret) || arguments != .second && arguments != .first
        else { return nil }
        return Match(.secret, secret.lowerBound, secret.upperBound, RuleID("command.secret"))
    }

    /// What a shell hands to a command that reads a secret: `gh auth login --with-token <<< x7Kd…`.
    func hereString(behind end: Int, from start: Int) -> Match? {
        guard text[end] != "<", text[start - 1] == " " else { return nil }
        var value = end
        while value - end < 4, text[value] == " " { value += 1 }
        if text[value].isQuote { value += 1 }
        let range = value..<argumentEnd(at: value)
        guard range.count >= 4, isArgument(range), text.isStrange(range), !text.isHarmless(range),
            !text.isReference(range), !holdsPlaceholder(range)
        else { return nil }
        var i = start
        let limit = max(state.floor, start - 80)
        while i > limit, !text[i - 1].isLineEnd {
            i -= 1
            for word in ["token", "stdin", "passw", "secret", "login", "key"] as [StaticString]
            where text.has(word, at: i) {
                return Match(.secret, value, range.upperBound, RuleID("command.secret"))
            }
        }
        return nil
    }

    /// The passphrase of a function that encrypts: `pgp_sym_decrypt(column, 'x7Kd…')`.
    func secondArgument(behind end: Int) -> Match? {
        var i = end
        while i - end < 96, text[i] != ",", !text[i].isLineEnd { i += 1 }
        guard text[i] == "," else { return nil }
        i += 1
        if text[i] == " " { i += 1 }
        guard text[i] == "'" || text[i] == "\"" else { return nil }
        let value = i + 1
        var last = value
        while last - value < 128, text[last] != text[i], !text[last].isLineEnd { last += 1 }
        let range = value..<last
        guard text[last] == text[i], range.count >= 4, !text.isHarmless(range), !text.isReference(range),
            !holdsPlaceholder(range)
        else { return nil }
        return Match(.secret, value, last, RuleID("spoken.password"))
    }

    /// What `echo` hands to a command that reads a password: `echo hunter2 | sudo -S`, `echo jane:hunter2 | chpasswd`.
    /// `start` is within the command that reads.
    func pipedSecret(before start: Int) -> Match? {
        var pipe = start
        let limit = max(state.floor, start - 80)
        while pipe > limit, text[pipe - 1] != "|", !text[pipe - 1].isLineEnd { pipe -= 1 }
        guard pipe > limit, text[pipe - 1] == "|" else { return nil }
        var last = pipe - 1
        while last > max(state.floor, pipe - 64), text[last - 1] == " " { last -= 1 }
        if last > state.floor, text[last - 1].isQuote { last -= 1 }
        var first = last
        while last - first < 128, first > state.floor, !text[first - 1].isBlank, !text[first - 1].isQuote {
            first -= 1
        }
        var i = first
        while i > max(state.floor, first - 4), text[i - 1] == " " || text[i - 1].isQuote { i -= 1 }
        guard text.has("echo", at: i - 4) || text.has("printf", at: i - 6) || text.has("-n", at: i - 2) else {
            return nil
        }
        // Of `name:password`, the password.
        if text.has("chpasswd", at: start), let colon = (first..<last).first(where: { text[$0] == ":" }) {
            first = colon + 1
        }
        let secret = first..<last
        guard secret.count >= 3, isArgument(secret), !text.isHarmless(secret), !holdsPlaceholder(secret) else {
            return nil
        }
        return Match(.secret, first, last, RuleID("command.secret"))
    }

    /// The password in `user/password@host`, as Oracle's tools and drivers take it. `end` is behind the command or
    /// scheme.
    func oraclePassword(behind end: Int) -> Match? {
        var i = end
        while i - end < 64, text[i].isWord || text[i] == ":" || text[i] == " " || text[i] == "-" { i += 1 }
        guard text[i] == "/", text[i - 1].isWord else { return nil }
        let password = i + 1
        i = password
        while i - password < 64, !text[i].isBlank, !text[i].isQuote, text[i] != "@", text[i] != "/" {
            i += 1
        }
        guard i - password >= 3, text[i] == "@", isArgument(password..<i), !text.isHarmless(password..<i) else {
            return nil
        }
        return Match(.secret, password, i, RuleID("command.secret"))
    }
}
