/// A fixed beginning that a verifier stands behind. One that begins with a letter or digit is only found where a word
/// begins, unless it says otherwise: behind no letter or digit, as `Token` in `vaultToken`, or as `key` in `128key`.
struct Literal: Sendable {
    let prefix: StaticString
    let verifier: Verifier
    /// Whether the prefix, which is then given in lower case, may be written in any case.
    let anyCase: Bool
    /// Whether it is found within a word, too. For few and rare prefixes: they are looked for at every byte.
    let withinWords: Bool

    /// `prefix` has three bytes or more.
    init(_ prefix: StaticString, _ verifier: Verifier, anyCase: Bool = false, withinWords: Bool = false) {
        self.prefix = prefix
        self.verifier = verifier
        self.anyCase = anyCase
        self.withinWords = withinWords
        precondition(prefix.utf8CodeUnitCount >= 3)
    }
}

extension Scanner {
    /// Compares the literals whose third byte may be at `at`, and runs the verifier of the one that stands there.
    mutating func literal(thirdAt at: Int) -> Match? {
        let start = at - 2
        return literal(at: start, from: triggers.longLiteral(in: text, at: start))
            ?? literal(at: start, from: triggers.shortLiteral(in: text, at: start))
    }

    private mutating func literal(at start: Int, from first: Int) -> Match? {
        var number = first
        while number != 0 {
            if triggers.stands(number, in: text, at: start), let match = verify(triggers.literal(number), at: start) {
                return match
            }
            number = triggers.literal(after: number)
        }
        return nil
    }
}
