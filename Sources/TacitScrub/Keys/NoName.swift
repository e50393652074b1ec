extension Scanner {
    /// What stands in the place of a person's name, and is none: the name of the field (`First name`, `Nachname`), a
    /// sentence about it (`This field is required`), or a path (`acme/widget`).
    func isNoName(_ value: Range<Int>) -> Bool {
        if let rule = keys.rule(for: value, in: text), rule.kind == .person, rule.form == .plain { return true }
        var words = 0
        var small = 0
        var hasCapitals = false
        var hasRemark = false
        var i = value.lowerBound
        while i < value.upperBound {
            let word = i
            while i < value.upperBound, text[i] != " " { i += 1 }
            words += 1
            if text[word].isLower, !Self.particles.contains(word..<i, in: text) { small += 1 }
            let last = text[i - 1]
            let end = last == "." || last == "," || last == "!" ? i - 1 : i
            // `Jan van Leer`, but `Nachname ist leer`.
            let mayBeName = text[word].isUpper
            if mayBeName { hasCapitals = true }
            if (mayBeName ? Self.plainRemarks : Self.remarksOnFields).contains(word..<end, in: text) {
                hasRemark = true
            }
            i += 1
        }
        if words == 1 {
            // `DOE/JANE` is how travel writes a name.
            return hasRemark || Self.singleRemarks.contains(value, in: text)
                || value.contains { text[$0] == "/" } && value.contains { text[$0].isLower }
        }
        return hasRemark || small > 1 && hasCapitals || isOfThing(value) && !isKnownName(value)
    }

    /// `last_name: This field is required`, `label.firstName=First name`: a word that begins what is said of a field.
    func isRemark(from start: Int, behind end: Int) -> Bool {
        if text.hasAnyCase("n/a", at: start) { return true }
        guard text[end] == " ", text[end + 1].isLetter, Self.beginningsOfRemarks.contains(start..<end, in: text)
        else { return false }
        return !text[end + 1].isUpper
    }

    private static let particles: WordSet = [
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "el", "al",
        "bin", "ibn", "ben", "af", "av", "zu", "zum", "zur", "ten", "ter", "y", "e", "und", "and", "bint", "st", "lo",
    ]

    /// Nobody is called so.
    private static let plainRemarks: WordSet = [
        "required", "mandatory", "invalid", "missing", "erforderlich", "pflichtfeld", "ungültig", "ungültige",
        "ungültiger",
        "ungültiges", "obligatoire", "obligatorio", "obligatoria", "requerido", "inválido",
    ]

    /// Words of messages of validation, in small letters.
    private static let remarksOnFields: WordSet = [
        "is", "be", "must", "should", "can't", "cannot", "not", "required", "mandatory", "blank", "empty", "invalid",
        "missing", "characters", "ist", "muss", "darf", "erforderlich", "pflichtfeld", "leer", "ungültig", "ungültige",
        "ungültiger", "ungültiges", "fehlt", "obligatoire", "requis", "requise", "vide", "invalide", "doit",
        "obligatorio", "requerido", "vacío", "inválido", "debe", "obbligatorio", "richiesto", "vuoto", "deve",
        "obrigatório", "vazio", "verplicht", "leeg", "ongeldig", "moet", "wymagane", "krävs", "påkrevd", "påkrævet",
        "pakollinen", "обязательно", "обязательное", "povinné", "zorunlu",
    ]

    /// Orders, types and words for nothing.
    private static let singleRemarks: WordSet = [
        "asc", "desc", "ascending", "descending", "text", "varchar", "keyword", "char", "input", "n/a", "必填", "必填项",
        "必須", "必須項目です", "未設定", "未填写", "필수", "없음", "なし", "無", "无",
    ]

    private static let beginningsOfRemarks: WordSet = [
        "this", "the", "that", "a", "an", "first", "last", "given", "family", "full", "new", "your", "field", "value",
        "please", "must", "should", "is", "enter", "no", "not", "invalid", "missing", "required", "dieses",
        "dieser", "diese", "das", "der", "die", "bitte", "ce", "cette", "este", "esta", "questo", "dit", "deze",
    ]
}
