/// Finds the numbers of a sentence that say how much.
struct FigureReader {
    let text: LentText

    func figures(in range: Range<Int>) -> [Figure] {
        var found: [Figure] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text.bytes[index]
            let isStart = index == range.lowerBound || isBoundary(text.bytes[index - 1])
            if isDigit(byte), isStart, let figure = figure(at: index, in: range) {
                found.append(figure)
                index = figure.range.upperBound
            } else {
                index += 1
            }
        }
        return joined(found, in: range)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private func isBoundary(_ byte: UInt8) -> Bool {
        byte <= 0x20 || Array("($\"'~+-<>=\u{20AC}".utf8).contains(byte) || byte == 0xA3 || byte >= 0x80
    }

    private func figure(at start: Int, in sentence: Range<Int>) -> Figure? {
        var end = start
        while end < sentence.upperBound {
            let byte = text.bytes[end]
            if isDigit(byte) {
                end += 1
                continue
            }
            let isJoint = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
            guard isJoint, end + 1 < sentence.upperBound, isDigit(text.bytes[end + 1]) else { break }
            end += 1
        }
        let digits = start..<end
        let (unitEnd, unit) = self.unit(from: end, in: sentence)
        let opening = currency(before: start, in: sentence)
        let range = (opening ?? start)..<unitEnd
        if opening != nil { return Figure(range: range, isMeasure: true) }
        switch unit {
        case .share: return Figure(range: range, isMeasure: true, isShare: true)
        case .measure: return Figure(range: range, isMeasure: true)
        case .none: break
        }
        // Years, dates, numbers of lists and versions say nothing about how much.
        let count = digits.count
        let follows = end < sentence.upperBound ? text.folded[end] : Mark.space
        if follows >= 0x61 && follows <= 0x7A || follows == UInt8(ascii: ":") || follows == UInt8(ascii: "/") {
            return nil
        }
        if count == 4, text.bytes[start] == 0x31 || text.bytes[start] == 0x32,
            text.bytes[start + 1] == 0x39 || text.bytes[start + 1] == 0x30
        {
            return nil
        }
        return Figure(range: digits, isMeasure: false)
    }

    private enum Unit { case share, measure, none }

    private static let shares = [
        "%", " %", " percentage points", " percent", " per cent", " basis points", " points", "pp",
    ]
    .map { Array($0.utf8) }
    private static let measures = [
        "x", "-fold", " times", " seconds", " second", " minutes", " minute", " hours", " hour", " days", " day",
        " weeks", " week", " months",
        " month", " ms", "ms", " min", " hrs", " hr", " sec", " milliseconds", " euros", " dollars", " pounds",
        " basis", "k", "m", "bn", " million", " billion", " thousand",
        " eur", " usd", " gb", " mb", " kg", " tons", " tonnes", " km", " kwh", " business days", " working days",
        " employees per",
        "-minute", "-day", "-week", "-hour", "-month",
    ].map { Array($0.utf8) }

    private func unit(from end: Int, in sentence: Range<Int>) -> (Int, Unit) {
        for unit in Self.shares
        where text.matches(unit, at: end, in: sentence.upperBound) && isWordEnd(end + unit.count, sentence) {
            return (end + unit.count, .share)
        }
        var longest = 0
        for unit in Self.measures
        where unit.count > longest && text.matches(unit, at: end, in: sentence.upperBound)
            && isWordEnd(end + unit.count, sentence)
        {
            longest = unit.count
        }
        return longest > 0 ? (end + longest, .measure) : (end, .none)
    }

    private func isWordEnd(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard index < sentence.upperBound else { return true }
        return !(text.folded[index] >= 0x61 && text.folded[index] <= 0x7A) && !isDigit(text.folded[index])
    }

    private func currency(before start: Int, in sentence: Range<Int>) -> Int? {
        if start > sentence.lowerBound, text.bytes[start - 1] == UInt8(ascii: "$") { return start - 1 }
        for sign in Self.currencies where start - sign.count >= sentence.lowerBound {
            if text.matches(sign, at: start - sign.count, in: start, isFolded: false) { return start - sign.count }
        }
        return nil
    }

    private static let currencies = ["\u{20AC}", "\u{A3}", "\u{A5}", "USD ", "EUR ", "GBP ", "CHF "].map {
        Array($0.utf8)
    }

    private enum Joint: String, CaseIterable {
        case to = " to "
        case and = " and "
        case hyphen = "-"
        case dash = "\u{2013}"
        case outOf = " out of "
        case of = " of "
        case `in` = " in "

        var isRatio: Bool { self == .of || self == .outOf || self == .in }
        /// Joins two figures only where "from" or "between" came before.
        var needsOpening: Bool { self == .to || self == .and }
    }

    private static let joints = Joint.allCases.map { ($0, Array($0.rawValue.utf8)) }
    private static let openings = ["from ", "between "].map { Array($0.utf8) }

    /// "from 22% to 31%", "3 of 10", "between 4 and 6 weeks" are one figure each.
    private func joined(_ figures: [Figure], in sentence: Range<Int>) -> [Figure] {
        var joined: [Figure] = []
        for figure in figures {
            if let last = joined.last, let both = joining(last, figure, in: sentence) {
                joined[joined.count - 1] = both
            } else {
                joined.append(figure)
            }
        }
        return joined
    }

    private func joining(_ first: Figure, _ second: Figure, in sentence: Range<Int>) -> Figure? {
        guard let joint = joint(first.range.upperBound..<second.range.lowerBound) else { return nil }
        // "40% of 12 teams" are two.
        if joint.isRatio, first.isShare { return nil }
        let opening = joint.needsOpening ? opening(before: first.range.lowerBound, in: sentence) : nil
        let areAlike = joint == .to && first.isMeasure == second.isMeasure
        if joint.needsOpening, opening == nil, !areAlike { return nil }
        return Figure(
            range: (opening ?? first.range.lowerBound)..<second.range.upperBound,
            isMeasure: first.isMeasure || second.isMeasure || joint.isRatio || opening != nil,
            isShare: first.isShare || second.isShare)
    }

    private func joint(_ gap: Range<Int>) -> Joint? {
        Self.joints.first { _, bytes in
            bytes.count == gap.count && text.matches(bytes, at: gap.lowerBound, in: gap.upperBound, isFolded: false)
        }?.0
    }

    private func opening(before start: Int, in sentence: Range<Int>) -> Int? {
        for opening in Self.openings where start - opening.count >= sentence.lowerBound {
            if text.matches(opening, at: start - opening.count, in: start) { return start - opening.count }
        }
        return nil
    }
}
