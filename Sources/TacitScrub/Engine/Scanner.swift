/// One pass over a text: finds the next trigger byte, lets its verifier run outward, and goes on behind what was found.
///
/// Every verifier is bounded (`Reach`), and a run of one character class is left as a whole, so time is linear in the
/// length of the text whatever it holds. Nothing is allocated.
struct Scanner {
    /// What a scan must know to go on where another one stopped. Offsets are those of the text.
    struct State {
        /// The next byte to look at.
        var cursor = 0
        /// The end of the last finding or placeholder: nothing to the left of it is looked at again.
        var floor = 0
        /// A placeholder ends at `floor`. What touches a placeholder is part of what was scrubbed before.
        var floorIsPlaceholder = false
        /// Up to here runs a Cookie header, whose pairs are secret unless their name is known as harmless.
        var cookieEnd = 0
        /// The rest of a value that was longer than one finding may be.
        var continuation: Continuation?

        /// Follows a text whose beginning was cut off or put back.
        mutating func shift(by offset: Int) {
            cursor += offset
            floor = max(0, floor + offset)
            cookieEnd = max(0, cookieEnd + offset)
        }
    }

    /// A value that goes on behind the finding that was reported last.
    struct Continuation {
        let kind: Kind
        let rule: RuleID
        let terminator: ValueTerminator
    }

    let text: Text
    let triggers: TriggerTable
    let keys: KeyTable
    var state: State
    /// Whether the text ends where it ends; otherwise more may come.
    let isFinal: Bool
    /// Where something begins whose end has not come yet.
    var unfinished: Int?
    /// Where the last finding was triggered, and the floor it stood on.
    private var last = (trigger: 0, floor: 0, floorIsPlaceholder: false)

    init(_ text: Text, triggers: TriggerTable, keys: KeyTable, state: State = State(), isFinal: Bool = true) {
        self.isFinal = isFinal
        self.text = text
        self.triggers = triggers
        self.keys = keys
        self.state = state
    }

    /// The next finding whose trigger lies before `limit`. Findings come in order and don't overlap.
    mutating func next(upTo limit: Int) -> Match? {
        if state.cursor < limit, let rest = state.continuation, let match = goOn(with: rest) { return match }
        while true {
            let at = text.firstIndex(from: state.cursor, to: limit, in: triggers.actions)
            guard at < limit, at < text.count else {
                state.cursor = max(state.cursor, min(limit, text.count))
                return nil
            }
            state.cursor = at + 1
            let candidate = verify(at: at)
            if let unfinished {
                state.cursor = unfinished
                self.unfinished = nil
                return nil
            }
            guard let match = candidate, admits(match) else { continue }
            last = (at, state.floor, state.floorIsPlaceholder)
            state.floor = match.end
            state.floorIsPlaceholder = false
            state.cursor = max(state.cursor, match.end)
            return match
        }
    }

    /// Looks into a finding that the policy lets through: a kept secret may hold a card, which no policy keeps.
    mutating func letThrough(_ match: Match) {
        guard match.end - match.start <= Reach.shape, match.end > last.trigger, state.floor == match.end else { return }
        state.cursor = last.trigger + 1
        state.floor = last.floor
        state.floorIsPlaceholder = last.floorIsPlaceholder
    }

    /// Whether groups with colons go on at a colon: with hex digits, or with what was scrubbed out.
    func groupsGoOn(at i: Int) -> Bool {
        text[i] == 0x3A && (Byte.isHex(text[i + 1]) || Placeholder.end(in: text, at: i + 1) != nil)
    }

    /// The byte at `index` for a verifier that looks to its left: behind the last finding or placeholder nothing is to
    /// be seen, so that a text looks the same before and after its findings were replaced.
    @inline(__always) func left(_ index: Int) -> UInt8 { index < state.floor ? 0 : text[index] }

    private mutating func verify(at: Int) -> Match? {
        let action = triggers.action(of: text[at])
        if action.contains(.digit) { return number(at: at) }
        if action.contains(.anchor), let match = literal(endingAt: at) { return match }
        if action.contains(.equals) { return keyedValue(separator: at) }
        if action.contains(.colon) { return colon(at: at) }
        if action.contains(.at) { return email(at: at, width: 1) }
        if action.contains(.percent) { return text.has("%40", at: at) ? email(at: at, width: 3) : nil }
        guard action.contains(.byte) else { return nil }
        switch text[at] {
        case 0x2D: return hardwareAddress(dash: at)
        case 0x5B: return passPlaceholder(at: at)
        default: return bareAuthorization(at: at)
        }
    }

    private mutating func colon(at: Int) -> Match? {
        if text[at + 1] == 0x2F, text[at + 2] == 0x2F { return urlPassword(colon: at) }
        if let address = colonAddress(at: at) { return address }
        // `12:34:56`: digits on both sides are a time or a ratio.
        return Byte.isDigit(left(at - 1)) && Byte.isDigit(text[at + 1]) ? nil : keyedValue(separator: at)
    }

    /// A finding lies behind the last one and doesn't touch a placeholder: what is joined to a placeholder was judged
    /// together with it when the text was scrubbed before, so scrubbing again changes nothing.
    private func admits(_ match: Match) -> Bool {
        guard match.start >= state.floor, match.end > match.start else { return false }
        if state.floorIsPlaceholder, match.start == state.floor { return false }
        return !(text[match.end] == 0x5B && Placeholder.end(in: text, at: match.end) != nil)
    }

    private mutating func passPlaceholder(at: Int) -> Match? {
        guard let end = Placeholder.end(in: text, at: at) else { return nil }
        state.floor = end
        state.floorIsPlaceholder = true
        state.cursor = end
        return nil
    }

    private mutating func goOn(with rest: Continuation) -> Match? {
        state.continuation = nil
        let start = state.cursor
        let end = valueEnd(from: start, terminator: rest.terminator, kind: rest.kind, rule: rest.rule)
        guard end > start else { return nil }
        state.floor = end
        state.cursor = end
        return Match(rest.kind, start, end, rest.rule)
    }
}
