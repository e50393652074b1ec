import TacitCatalog

/// Reads the grammar of questions, which `docs/query.md` states.
struct QuestionParser {
    private let text: String
    private let tokens: [QuestionToken]
    private var next = 0

    init(_ text: String) throws(QueryFault) {
        self.text = text
        tokens = try QuestionToken.tokens(of: text)
    }

    private var token: QuestionToken { tokens[next] }

    private mutating func advance() -> QuestionToken {
        defer { next = min(next + 1, tokens.count - 1) }
        return tokens[next]
    }

    /// Takes a keyword, if it comes next.
    private mutating func take(_ keyword: String) -> Bool {
        guard token.isKeyword(keyword) else { return false }
        _ = advance()
        return true
    }

    private func fault(_ message: String, _ remedy: String, at place: Range<Int>? = nil) -> QueryFault {
        QueryFault(.syntax, message, remedy: remedy, in: text, at: place ?? token.place)
    }

    private func expected(_ what: String, _ remedy: String) -> QueryFault {
        fault(token.kind == .end ? "the question ends where \(what) is expected" : "\(what) is expected here", remedy)
    }

    // MARK: Rules

    mutating func question() throws(QueryFault) -> Question {
        let kind = try self.kind()
        let (field, event) = try subject(kind)
        var dimensions: [Question.Word]?
        var filters: [Question.Filter]?
        var time: (Question.Time, Range<Int>)?
        while token.kind != .end {
            let start = token
            switch token.kind == .word ? token.text.lowercased() : "" {
            case "by":
                guard dimensions == nil else { throw twice(start) }
                dimensions = try self.dimensions()
            case "where":
                guard filters == nil else { throw twice(start) }
                filters = try self.filters()
            case "last", "on", "from":
                guard time == nil else {
                    throw fault("the question has its time already", "Keep one of the two.")
                }
                let read = try self.time()
                time = (read, start.place.lowerBound..<tokens[next - 1].place.upperBound)
            default:
                throw fault("the question does not go on like this", Self.continuation)
            }
        }
        guard let time else {
            throw fault("the question does not say over which time", "Add one of: \(Self.times).")
        }
        return Question(
            text: text, kind: kind, field: field, event: event, dimensions: dimensions ?? [], filters: filters ?? [],
            time: time.0, timePlace: time.1)
    }

    private static let times = "last 30 days, last 24 hours, on 2026-11-20, from 2026-11-01 to 2026-11-20"
    private static let continuation =
        "After the event come `by DIMENSION, …`, `where DIMENSION = LABEL`, and the time: \(times)."

    private func twice(_ token: QuestionToken) -> QueryFault {
        fault("`\(token.text.lowercased())` stands twice", "Put all after the first one, joined by commas or `and`.")
    }

    private mutating func kind() throws(QueryFault) -> Question.Kind {
        let kinds = Question.Kind.allCases.map(\.rawValue)
        guard token.kind == .word, let kind = Question.Kind(rawValue: token.text.lowercased()) else {
            let guess = Spelling.suggestion(for: token.text, among: kinds).map { "Did you mean `\($0)`? " } ?? ""
            throw expected("what to ask for", guess + "Begin with one of: \(kinds.joined(separator: ", ")).")
        }
        _ = advance()
        guard take("of") else {
            let example =
                kind.needsField ? "\(kind.rawValue) of duration in http.request" : "\(kind.rawValue) of feature.used"
            throw expected("`of`", "Say of what, such as `\(example)`.")
        }
        return kind
    }

    private mutating func subject(_ kind: Question.Kind) throws(QueryFault) -> (Question.Word?, Question.Word) {
        let first = try name(
            "an event", kind.needsField ? "Name a field and its event: `FIELD in EVENT`." : "Name an event.")
        guard take("in") else { return (nil, first) }
        guard kind.needsField else {
            throw fault(
                "`\(kind.rawValue)` is of an event, not of a field",
                "Name the event alone: `\(kind.rawValue) of EVENT`.",
                at: first.place)
        }
        return (first, try name("an event", "Name the event that has the field."))
    }

    private mutating func name(_ what: String, _ remedy: String) throws(QueryFault) -> Question.Word {
        guard token.kind == .word else { throw expected(what, remedy) }
        return advance().word
    }

    private mutating func dimensions() throws(QueryFault) -> [Question.Word] {
        _ = advance()
        var dimensions: [Question.Word] = []
        repeat {
            let dimension = try name("a dimension", "Name one, such as `by feature`.")
            guard !dimensions.contains(where: { $0.text == dimension.text }) else {
                throw fault("a dimension stands twice", "Name it once.", at: dimension.place)
            }
            dimensions.append(dimension)
        } while takeComma() || take("and")
        return dimensions
    }

    private mutating func takeComma() -> Bool {
        guard token.kind == .comma else { return false }
        _ = advance()
        return true
    }

    private mutating func filters() throws(QueryFault) -> [Question.Filter] {
        _ = advance()
        var filters: [Question.Filter] = []
        repeat {
            let dimension = try name("a dimension", "Name one, such as `where feature = search`.")
            guard !filters.contains(where: { $0.dimension.text == dimension.text }) else {
                throw fault(
                    "a dimension has its condition already", "Join its labels by `or`: a cell has one label only.",
                    at: dimension.place)
            }
            var filter = Question.Filter(dimension: dimension, labels: [try label()])
            while take("or") {
                // `where a = x or a = y` is what people write.
                if tokens[next].text == dimension.text, tokens[min(next + 1, tokens.count - 1)].kind == .equals {
                    _ = advance()
                    filter.labels.append(try label())
                } else {
                    filter.labels.append(try label(after: nil))
                    if token.kind == .equals {
                        throw fault(
                            "`or` joins labels of one dimension", "Ask one question for each, or join them by `and`.")
                    }
                }
            }
            filters.append(filter)
        } while take("and")
        return filters
    }

    private mutating func label(after sign: QuestionToken.Kind? = .equals) throws(QueryFault) -> Question.Word {
        if let sign {
            guard token.kind == sign else { throw expected("`=`", "Write `where DIMENSION = LABEL`.") }
            _ = advance()
        }
        guard token.kind == .word || token.kind == .quoted else {
            throw expected("a label", "Write it as reports show it; in quotes where it has blanks, `=` or `,`.")
        }
        return advance().word
    }
}

// MARK: - Time

extension QuestionParser {
    private static let units: [(names: [String], seconds: Int64)] = [
        (["day", "days"], 86_400), (["hour", "hours"], 3600), (["minute", "minutes"], 60),
    ]

    /// The largest number of days, hours or minutes that can be asked for.
    private static let mostUnits: Int64 = 100_000

    private mutating func time() throws(QueryFault) -> Question.Time {
        let keyword = advance()
        switch keyword.text.lowercased() {
        case "last":
            var count: Int64 = 1
            if token.kind == .word, token.text.utf8.allSatisfy({ (48...57).contains($0) }) {
                guard let number = Int64(token.text), (1...Self.mostUnits).contains(number) else {
                    throw fault("this many can't be asked for", "Take a number from 1 to \(Self.mostUnits).")
                }
                count = number
                _ = advance()
            }
            let word = token.text.lowercased()
            guard token.kind == .word, let unit = Self.units.first(where: { $0.names.contains(word) }) else {
                throw expected(
                    "a number and a unit of time", "Write `last 30 days`, `last 24 hours` or `last 10 minutes`.")
            }
            _ = advance()
            return .last(seconds: count * unit.seconds)
        case "on":
            let day = try moment()
            guard day.isDay else { throw fault("`on` takes a day", "Write `on 2026-11-20`.", at: day.place) }
            return .span(day.start..<day.end)
        default:
            let first = try moment()
            guard take("to") else { throw expected("`to`", "Write `from 2026-11-01 to 2026-11-20`.") }
            let last = try moment()
            // A day at the end is in it as a whole; a moment is where the time ends.
            guard first.start < last.end else {
                throw fault(
                    "the time ends before it begins", "Name the earlier day first.",
                    at: first.place.lowerBound..<last.place.upperBound)
            }
            return .span(first.start..<last.end)
        }
    }

    private struct Moment {
        let start: Int64
        let end: Int64
        let place: Range<Int>
        var isDay: Bool { end - start == 86_400 }
    }

    /// `2026-11-20`, or `2026-11-20T13:40`, UTC.
    private mutating func moment() throws(QueryFault) -> Moment {
        let remedy = "Write a day as 2026-11-20, or a moment as 2026-11-20T13:00 (UTC)."
        guard token.kind == .word else { throw expected("a day", remedy) }
        let parts = token.text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = CalendarDate(parts[0]) else {
            throw fault("this is no day of the calendar", remedy)
        }
        let place = advance().place
        guard parts.count == 2 else {
            return Moment(start: day.unixSeconds, end: day.unixSeconds + 86_400, place: place)
        }
        guard let minutes = Self.minutes(parts[1]) else { throw fault("this is no moment", remedy, at: place) }
        let moment = day.unixSeconds + minutes * 60
        return Moment(start: moment, end: moment, place: place)
    }

    /// `13:40` as minutes since midnight.
    private static func minutes(_ text: Substring) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
        let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int64($0) - 48 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        return hour < 24 && minute < 60 ? hour * 60 + minute : nil
    }
}
