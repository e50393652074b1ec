/// The question in a terminal. Only an explicit yes is a yes: the empty answer, Ctrl-C, the end of the input and whatever
/// isn't understood are a no.
///
/// ```swift
/// if let prompt = ConsentPrompt(decision: telemetry.decision, project: "acme", categories: open, preview: preview) {
///     let answer = prompt.askInTerminal()
/// }
/// ```
///
/// Who may not be asked is not: there is no prompt without a terminal, on a build machine, or where a switch says off.
public struct ConsentPrompt: Sendable {
    /// What came of waiting for a line.
    public enum Line: Sendable, Hashable {
        case text(String)
        /// Ctrl-C, or Ctrl-\.
        case interrupted
        case end
    }

    let project: String
    let categories: [ConsentCategory]
    let levels: [String: ConsentLevel]
    let conditions: Set<ConsentCondition>
    let preview: @Sendable () -> String

    /// - Parameters:
    ///   - categories: those to ask about; none makes no prompt.
    ///   - levels: the highest level that a category has events of, `basic` where it is not named. More than that isn't asked for.
    ///   - conditions: what every yes is tied to.
    ///   - preview: exactly what would be sent, as text.
    public init?(
        decision: Decision, project: String, categories: [ConsentCategory], levels: [String: ConsentLevel] = [:],
        conditions: Set<ConsentCondition> = [], preview: @escaping @Sendable () -> String
    ) {
        guard decision.mayAsk, !categories.isEmpty else { return nil }
        self.project = project
        // An essential category is what the others build on.
        self.categories = categories.filter(\.isEssential) + categories.filter { !$0.isEssential }
        self.levels = levels
        self.conditions = conditions
        self.preview = preview
    }

    /// Asks, a line at a time, and says what the answer has come to.
    public func ask(read: () -> Line, write: (String) -> Void) -> ConsentAnswer {
        write(introduction)
        let answer = answer(read: read, write: write)
        if !answer.isInterrupted { write(conclusion(of: answer)) }
        return answer
    }

    private func answer(read: () -> Line, write: (String) -> Void) -> ConsentAnswer {
        while true {
            write(question)
            switch Word(read()) {
            case .all: return answer(yesTo: Dictionary(uniqueKeysWithValues: categories.map { ($0.name, .basic) }))
            case .choose: return choose(read: read, write: write)
            case .show: write("\n\(preview().trimmed)\n")
            case .interrupted: return answer(yesTo: [:], isInterrupted: true)
            default: return answer(yesTo: [:])
            }
        }
    }

    private func choose(read: () -> Line, write: (String) -> Void) -> ConsentAnswer {
        var yes: [String: ConsentLevel] = [:]
        for category in categories {
            write(question(about: category))
            let level: ConsentLevel
            switch Word(read()) {
            case .all: level = .basic
            case .level(let named): level = min(named, levels[category.name] ?? .basic)
            case .interrupted: return answer(yesTo: [:], isInterrupted: true)
            default: level = .denied
            }
            if level > .denied { yes[category.name] = level }
            // Without what the others build on there is nothing more to ask.
            if level == .denied, category.isEssential { return answer(yesTo: [:]) }
        }
        return answer(yesTo: yes)
    }

    private func answer(yesTo levels: [String: ConsentLevel], isInterrupted: Bool = false) -> ConsentAnswer {
        ConsentAnswer(
            grants: categories.compactMap { category in
                levels[category.name].map { level in
                    ConsentGrant(category, level: level, conditions: conditions, origin: .prompt)
                }
            },
            refusals: categories.filter { levels[$0.name] == nil }, isInterrupted: isInterrupted)
    }
}

/// What an answer says.
private enum Word {
    case all, choose, show, interrupted, no
    case level(ConsentLevel)

    init(_ line: ConsentPrompt.Line) {
        guard case .text(let text) = line else {
            self = line == .interrupted ? .interrupted : .no
            return
        }
        let word = text.trimmed.lowercased()
        switch word {
        case "a", "all", "y", "yes": self = .all
        case "c", "choose": self = .choose
        case "s", "show": self = .show
        default:
            let level = ConsentLevel(name: word) ?? .denied
            self = level > .denied ? .level(level) : .no
        }
    }
}
