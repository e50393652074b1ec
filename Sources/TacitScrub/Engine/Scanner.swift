import Synchronization

/// One pass over a text: finds the next marked place, lets its verifier run outward, and goes on behind what was found.
///
/// What was found, and every placeholder, is a barrier: verifiers see the text between two barriers and nothing else.
/// Before a finding is handed out, the text before it is looked at again as what it then is, a text that ends there.
/// So the text between the findings is free of findings by itself, and scrubbing it again changes nothing.
///
/// Every verifier is bounded (`Reach`), so time is linear in the length of the text whatever it holds. Nothing is
/// allocated unless something is found.
struct Scanner: ~Copyable {
    /// What a scan must know to go on where another one stopped. Offsets are those of the text.
    struct State {
        /// The next byte to look at.
        var cursor = 0
        /// The end of the last barrier: nothing to the left of it is looked at again.
        var floor = 0
        /// The line of the last Cookie header, whose pairs are secret unless their name is known as harmless.
        var cookie: CookieLine?
        /// The rest of a value that was longer than one finding may be.
        var continuation: Continuation?
        /// Rows whose columns were named, until something else comes.
        var columns: NamedColumns?
        /// Where the last rows began. Nothing before it begins any more.
        fileprivate var rowsStart = 0
        /// What was found at the end of the last barrier.
        fileprivate(set) var last: Kind?
        /// Whether nothing of the text was looked at yet.
        fileprivate var isNew = true

        /// Follows a text whose beginning was cut off or put back.
        mutating func shift(by offset: Int) {
            cursor += offset
            floor = max(0, floor + offset)
            cookie?.shift(by: offset)
            columns?.shift(by: offset)
            rowsStart = max(0, rowsStart + offset)
        }

        /// Where the text that is looked at ends, if it ends before the barriers do: with a cell.
        var edge: Int? { columns?.isCut == true ? columns?.next : nil }
    }

    /// A value that goes on behind the finding that was reported last.
    struct Continuation {
        let kind: Kind
        let rule: RuleID
        let terminator: ValueTerminator
    }

    /// What was found, but waits until the text before it was looked at again.
    private struct Pending {
        let match: Match
        let continuation: Continuation?
    }

    /// What waits, the next barrier last. It stands apart from the rest, so that most texts need no memory for them.
    private struct Stack {
        private(set) var last: Pending?
        private var rest: [Pending] = []

        var isEmpty: Bool { last == nil }

        mutating func push(_ pending: Pending) {
            if let last { rest.append(last) }
            last = pending
        }

        mutating func pop() -> Pending? {
            defer { last = rest.isEmpty ? nil : rest.removeLast() }
            return last
        }
    }

    /// The view between two barriers.
    private(set) var text: Text
    let triggers: TriggerTable
    let keys: KeyTable
    // Safe: a scanner lives within the call of `withScanner` that was handed the plan.
    private let plan: Unmanaged<PolicyPlan>
    var state: State
    /// How often a verifier ran.
    var verifications: Int { runs.load(ordering: .relaxed) }
    /// An atomic, though one thread counts: what holds one stays in its place, so verifiers are handed the scanner by
    /// its address. Otherwise it would be copied for each of the many calls that don't change it.
    private let runs = Atomic<Int>(0)
    /// Where something begins whose end has not come yet.
    var unfinished: Int?

    /// Whether this is what an encoded token reads as: then nothing is decoded any more.
    let isDecoded: Bool

    private let whole: Text
    /// Where the next cell of a row is looked for, or the text ends.
    private var bound: Int
    private let endsHere: Bool
    private var window: Window
    private var pending = Stack()
    /// The leftmost place that the barriers at hand may make to be looked at again.
    private var leftmost = 0
    private var placeholders = PlaceholderSearch()
    /// Rows begin that what waits and the view don't know of yet.
    private var rowsBegin = false
    /// Where no percent sign and no backslash stands, as far as is known.
    private var unescaped = 0..<0

    /// `isFinal` says whether the text ends where it ends; otherwise more may come.
    init(
        _ text: Text, by plan: Unmanaged<PolicyPlan>, in storage: UnsafeMutableBufferPointer<UInt64>,
        state: State = State(), isFinal: Bool = true
    ) {
        whole = text
        bound = state.columns?.next ?? text.count
        self.text = text.view(from: state.floor, to: state.edge ?? text.count)
        (triggers, keys) = plan._withUnsafeGuaranteedRef { ($0.triggers, $0.keys) }
        self.plan = plan
        window = Window(storage, marker: plan._withUnsafeGuaranteedRef { $0.marker })
        window.marksEveryPair = state.cookie?.isComplete == false
        endsHere = isFinal
        isDecoded = false
        self.state = state
        if state.isNew {
            self.state.isNew = false
            beginLines()
        }
    }

    /// Scans what an encoded token reads as, by the same rules.
    init(decoded text: Text, like other: borrowing Scanner, in storage: UnsafeMutableBufferPointer<UInt64>) {
        whole = text
        bound = text.count
        self.text = text
        triggers = other.triggers
        keys = other.keys
        plan = other.plan
        window = Window(storage, marker: plan._withUnsafeGuaranteedRef { $0.marker })
        endsHere = true
        isDecoded = true
        state = State()
    }

    /// Whether the view ends where it ends; otherwise more may come.
    var isFinal: Bool { endsHere || text.count < whole.count }

    /// Whether the view ends at a barrier, where a line does not end.
    var isCut: Bool { text.count < whole.count }

    /// The next finding whose trigger lies before `limit`. Findings come in order and don't overlap.
    mutating func next(upTo limit: Int) -> Match? {
        if pending.isEmpty, state.cursor < limit, let rest = state.continuation {
            if let match = goOn(with: rest) { return match }
        }
        while true {
            let end = pending.last?.match.start ?? min(limit, bound)
            guard
                let (at, mark) = window.next(
                    from: state.cursor, to: end, in: text, isCut: isCut, triggers: triggers)
            else {
                guard let found = pending.pop() else {
                    state.cursor = max(state.cursor, end)
                    guard state.columns != nil, state.cursor < limit else { return nil }
                    if let match = beginCell() { return match }
                    continue
                }
                pass(found)
                if found.match.isPlaceholder { continue }
                return found.match
            }
            state.cursor = at + 1
            if window.marksEveryPair, state.cookie?.isComplete == true { window.marksEveryPair = false }
            let match = candidate(at: at, mark)
            if rowsBegin { enterRows() }
            guard let match else {
                guard let unfinished else { continue }
                // An escape before it may be what showed it.
                state.cursor = min(unfinished, at)
                self.unfinished = nil
                return nil
            }
            let found = Pending(match: match, continuation: state.continuation)
            state.continuation = nil
            if match.start == state.floor {
                pass(found)
                if !match.isPlaceholder { return match }
            } else {
                wait(found, trigger: at)
            }
        }
    }

    /// From here to the end of the line, every pair is a cookie.
    mutating func beginCookie(at start: Int) {
        state.cookie = CookieLine(from: start)
        window.marksEveryPair = true
    }

    /// Whether groups with colons go on at a colon.
    func groupsGoOn(at i: Int) -> Bool { text[i] == ":" && text[i + 1].isHex }

    // MARK: Barriers

    /// Ends the view at what was found, and goes back to look again at what stands before it.
    private mutating func wait(_ found: Pending, trigger: Int) {
        let start = found.match.start
        if pending.isEmpty { leftmost = trigger - Reach.cascade }
        pending.push(found)
        text = text.view(from: state.floor, to: start)
        var again = min(start, max(state.floor, start - Reach.rejection, leftmost))
        // No verifier that stands on an earlier line depends on what stands here.
        again = text.indexBehindLast("\n", in: again..<start)
        state.cursor = again
        window.viewEnds(at: start, in: text)
    }

    /// Leaves what was found behind.
    private mutating func pass(_ found: Pending) {
        state.floor = found.match.end
        state.last = found.match.isPlaceholder ? nil : found.match.kind
        state.cursor = found.match.end
        state.continuation = found.continuation
        state.cookie?.skip(found.match.start..<found.match.end, of: whole)
        // What something was found in is no name of a column.
        if let start = state.columns?.start, found.match.start < start { goOn(in: nil) }
        text = whole.view(from: state.floor, to: pending.last?.match.start ?? state.edge ?? whole.count)
        window.viewBegins(at: state.floor, in: text)
    }

    // MARK: Rows

    /// The view as it was before anything in it waited: the names of columns say what stands in rows, whatever else does.
    var viewOfRows: Text { whole.view(from: text.lower, to: max(text.count, state.edge ?? whole.count)) }

    /// Rows follow whose columns were named. The same ones begin once.
    mutating func begin(_ columns: NamedColumns?) {
        guard let columns, columns.start > state.rowsStart else { return }
        state.rowsStart = columns.start
        goOn(in: columns)
        rowsBegin = text.count < whole.count
    }

    /// What waits was found in rows as if they were none. It is looked for again in each cell by itself.
    private mutating func enterRows() {
        rowsBegin = false
        pending = Stack()
        text = whole.view(from: state.floor, to: whole.count)
        window.viewEnds(at: text.count, in: text)
    }

    private mutating func goOn(in columns: NamedColumns?) {
        state.columns = columns
        bound = columns?.next ?? whole.count
    }

    /// The first line of the text may name columns.
    private mutating func beginLines() {
        guard let names = ColumnNames(atBeginningOf: text) else { return }
        begin(NamedColumns(names, names.layoutOfLines, from: names.lineEnd + 1, in: text, by: keys))
    }

    /// Goes on to the next cell, which is then all that is in view; returns it if its column says what it is.
    private mutating func beginCell() -> Match? {
        let cell = state.columns?.cell(in: whole, floor: state.floor, by: keys)
        guard let columns = state.columns else { return nil }
        goOn(in: columns.isAtEnd ? nil : columns)
        state.columns?.isCut = cell != nil || columns.isBeforeValue
        if let start = cell?.range.lowerBound ?? columns.viewStart {
            show(from: start)
        } else if text.count != state.edge ?? whole.count {
            text = whole.view(from: state.floor, to: state.edge ?? whole.count)
            window.viewEnds(at: text.count, in: text)
        }
        guard let cell else { return nil }
        if let rule = cell.rule, !cell.isOpen || rule.kind == .streetAddress,
            let match = cellValue(cell.range, by: rule, ofPerson: columns.areOfPeople), isWanted(match)
        {
            pass(Pending(match: match, continuation: nil))
            return match
        }
        if cell.isOpen {
            // A private key has lines that say nothing alone.
            state.columns?.isCut = false
            show(from: cell.range.lowerBound)
        }
        return nil
    }

    /// Begins the view at `start`, and leaves everything before it behind.
    private mutating func show(from start: Int) {
        state.floor = max(state.floor, start)
        state.last = nil
        state.cursor = state.floor
        text = whole.view(from: state.floor, to: state.edge ?? whole.count)
        window.viewBegins(at: state.floor, in: text)
        if isCut { window.viewEnds(at: text.count, in: text) }
    }

    // MARK: Candidates

    /// What stands at a marked place, if the policy wants it and it does not reach over a placeholder.
    private mutating func candidate(at: Int, _ mark: Window.Mark) -> Match? {
        state.continuation = nil
        runs.wrappingAdd(1, ordering: .relaxed)
        guard var match = verify(at: at, mark), match.start >= state.floor else {
            state.continuation = nil
            return nil
        }
        if match.isPlaceholder { return match }
        // No verifier depends on what stands behind the end of the line.
        let end = min(text.count, max(at, match.end))
        let rest = end..<min(text.count, end + Reach.rejection)
        let reach = text.firstIndex(of: "\n", in: rest) ?? rest.upperBound
        if let barrier = placeholders.first(in: min(at, match.start)..<reach, of: whole) {
            // A verifier must not see what a placeholder stands for, nor what stands behind it.
            guard at < barrier else { return nil }
            let view = text
            text = view.view(from: view.lower, to: barrier)
            state.cursor = at + 1
            state.continuation = nil
            defer { text = view }
            guard let nearer = verify(at: at, mark) else { return nil }
            match = nearer
        }
        match.takeWholeCharacters(in: text)
        guard match.start < match.end, match.start >= state.floor, isWanted(match) else {
            state.continuation = nil
            // Looks into what the policy lets through: a kept secret may hold a card, which no policy keeps.
            state.cursor = at + 1
            return nil
        }
        return match
    }

    func isWanted(_ match: Match) -> Bool { plan._withUnsafeGuaranteedRef { $0.acts(on: match, in: text) } }

    private mutating func verify(at: Int, _ mark: Window.Mark) -> Match? {
        if let match = verifyAsWritten(at: at, mark) { return match }
        guard !isDecoded, unfinished == nil, mayBeEscaped(near: at),
            let (place, range) = text.betweenEscapes(around: at)
        else { return nil }
        let match = apart(range, from: at) { scanner in
            if place == at { return scanner.verifyAsWritten(at: at, mark) }
            // The digits of the escape were taken for the number's.
            return scanner.text[place].isDigit ? scanner.shape(at: place) : nil
        }
        if match == nil { state.cursor = at + 1 }
        return match
    }

    /// Verifies what stands between escapes as if it stood by itself.
    mutating func apart(_ range: Range<Int>, from at: Int, _ verify: (inout Scanner) -> Match?) -> Match? {
        // The words before say whether it is a version.
        if let end = octets(at: range.lowerBound)?.end, end > at { return dottedAddress(at: range.lowerBound) }
        let view = text
        text = view.view(from: max(view.lower, range.lowerBound), to: range.upperBound)
        let match = verify(&self)
        text = view
        // And whether it is the number of a thing: `SKU%20012-345-6789`.
        if let match, match.kind == .phone, isNumberOfThing(before: text.indexBeforeJoints(endingAt: match.start)) {
            return nil
        }
        return match
    }

    /// Whether what begins most escapes stands within reach of ``Text/betweenEscapes(around:)``.
    private mutating func mayBeEscaped(near at: Int) -> Bool {
        let range = max(0, at - 64)..<min(whole.count, at + 96)
        if !unescaped.contains(range) {
            let ahead = range.lowerBound..<min(whole.count, range.lowerBound + 4096)
            let percent = whole.firstIndex(of: "%", in: ahead) ?? ahead.upperBound
            unescaped = ahead.lowerBound..<(whole.firstIndex(of: "\\", in: ahead.lowerBound..<percent) ?? percent)
        }
        return !unescaped.contains(range)
    }

    private mutating func verifyAsWritten(at: Int, _ mark: Window.Mark) -> Match? {
        if mark.contains(.literal), let match = literal(thirdAt: at) { return match }
        if mark.contains(.shape), let match = shape(at: at) { return match }
        // A placeholder is only seen at its third byte.
        guard mark.contains(.pattern), text[at - 1] != "[" || Placeholder.end(in: text, at: at - 1) == nil else {
            return nil
        }
        return plan._withUnsafeGuaranteedRef { $0.blockedValue(in: text, at: at) }
    }

    private mutating func shape(at: Int) -> Match? {
        switch text[at] {
        case "0"..."9":
            if let match = number(at: at) { return match }
            // A literal may end in these digits.
            state.cursor = at + 1
            return encodedRun(at: at)
        case "=": return keyedValue(separator: at)
        case ":": return colon(at: at)
        case "@": return mailbox(at: at)
        case "-": return hardwareAddress(dash: at) ?? encodedRun(at: at)
        case ".": return hardwareAddress(dot: at)
        case 0x80...: return folded(at: at)
        default: return encodedRun(at: at)
        }
    }

    private mutating func colon(at: Int) -> Match? {
        if text[at + 1] == "/", text[at + 2] == "/" { return urlPassword(colon: at) }
        if let address = colonAddress(at: at) { return address }
        // `12:34:56`: digits on both sides are a time or a ratio.
        return text[at - 1].isDigit && text[at + 1].isDigit ? nil : keyedValue(separator: at)
    }

    private mutating func goOn(with rest: Continuation) -> Match? {
        state.continuation = nil
        let start = state.cursor
        let view = text
        let reach = min(view.count, start + Reach.finding + Reach.rejection)
        if let barrier = placeholders.first(in: start..<reach, of: whole) { text = view.view(from: start, to: barrier) }
        let end = valueEnd(from: start, terminator: rest.terminator, kind: rest.kind, rule: rest.rule)
        text = view
        guard end > start else { return nil }
        let match = Match(rest.kind, start, end, rest.rule)
        pass(Pending(match: match, continuation: state.continuation))
        return match
    }
}

/// The line of a Cookie header, as far as it is known to go on.
struct CookieLine {
    private var start: Int
    private var end: Int
    private(set) var isComplete = false

    init(from start: Int) {
        self.start = start
        end = start
    }

    /// Whether the line goes on up to `index`. Every byte is looked at once.
    mutating func reaches(_ index: Int, in text: Text) -> Bool {
        while !isComplete, end < index {
            if text[end].isLineEnd { isComplete = true } else { end += 1 }
        }
        return index >= start && index <= end
    }

    /// What was found on the line does not end it, whatever it holds.
    mutating func skip(_ found: Range<Int>, of text: Text) {
        if reaches(found.lowerBound, in: text), !isComplete { end = max(end, found.upperBound) }
    }

    mutating func shift(by offset: Int) {
        start = max(0, start + offset)
        end = max(0, end + offset)
    }
}
