/// A function one of whose arguments is a password, as traces and programs show its call.
struct CallOfLogin: Sendable {
    let name: StaticString
    /// How many commas stand before the password.
    let commas: Int

    static let all = [
        CallOfLogin(name: "PDO->__construct(", commas: 2), CallOfLogin(name: "mysqli->__construct(", commas: 2),
        CallOfLogin(name: "new PDO(", commas: 2), CallOfLogin(name: "new mysqli(", commas: 2),
        CallOfLogin(name: "mysqli_connect(", commas: 2), CallOfLogin(name: "ldap_bind(", commas: 2),
        CallOfLogin(name: "ftp_login(", commas: 2), CallOfLogin(name: "db.auth(", commas: 1),
        CallOfLogin(name: "sp_addlogin ", commas: 1), CallOfLogin(name: "sp_password ", commas: 1),
    ]
}

extension Scanner {
    /// `new PDO('mysql:host=db', 'root', 'x7Kd…')`: the string behind so many commas that stand in no string.
    func secret(ofCall call: CallOfLogin, behind end: Int) -> Match? {
        var commas = 0
        var quote: UInt8 = 0
        var i = end
        while i - end < 240, !text[i].isLineEnd {
            let byte = text[i]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == "'" || byte == "\"" {
                if commas == call.commas { break }
                quote = byte
            } else if byte == "," {
                commas += 1
            } else if byte == ")" || commas == call.commas && byte != " " {
                return nil
            }
            i += 1
        }
        guard commas == call.commas, text[i] == "'" || text[i] == "\"" else { return nil }
        let value = i + 1
        var last = value
        while last - value < 128, text[last] != text[i], !text[last].isLineEnd { last += 1 }
        let range = value..<last
        guard text[last] == text[i], range.count >= 3, !text.isHarmless(range), !text.isReference(range),
            !holdsPlaceholder(range)
        else { return nil }
        return Match(.secret, value, last, RuleID("spoken.password"))
    }
}
