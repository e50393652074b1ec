/// What the page shows, for those who live in a terminal.
///
/// ```swift
/// print(TerminalView(picture, width: 80, isColoured: true).text)
/// ```
///
/// Words and signs carry the meaning; colour only repeats it. Widths from 40 to 120 are honoured.
package struct TerminalView: Sendable {
    private let picture: Picture
    private let width: Int
    private let isColoured: Bool

    package init(_ picture: Picture, width: Int, isColoured: Bool) {
        (self.picture, self.width, self.isColoured) = (picture, width, isColoured)
    }

    /// Ends with a newline.
    package var text: String {
        var text = TerminalText(width: width, isColoured: isColoured)
        answer(&text)
        standing(&text)
        days(&text)
        levels(&text)
        states(&text)
        errors(&text)
        text.empty()
        text.line([.init(text: "Files: \(picture.folder)", style: .quiet)], hanging: 2)
        return text.lines.joined(separator: "\n") + "\n"
    }

    private func answer(_ text: inout TerminalText) {
        let answer = Answer(picture)
        if case .known(let status) = answer.kind {
            text.line(
                [.init(text: status.sign, style: .init(status)), .init(text: answer.heading, style: .strong)],
                hanging: 2)
        } else {
            text.line([.init(text: "○", style: .quiet), .init(text: answer.heading, style: .strong)], hanging: 2)
        }
        text.line([.init(text: answer.facts, style: .plain)])
        if let next = answer.next {
            text.line([.init(text: next.text, style: .plain), .init(text: next.command, style: .strong)])
        }
    }

    private func standing(_ text: inout TerminalText) {
        guard !picture.standing.isEmpty else { return }
        text.heading(picture.standing.count == 1 ? "One alert stands" : "\(picture.standing.count) alerts stand")
        for alert in picture.standing {
            text.line(
                [
                    .init(text: SystemHealth.Status.critical.sign, style: .critical),
                    .init(text: alert.heading + ",", style: .plain),
                    .init(
                        text:
                            "since \(Words.minute(alert.timestamp)) (\(Words.duration(picture.now - alert.timestamp)))",
                        style: .quiet),
                ], hanging: 2)
        }
    }

    private func days(_ text: inout TerminalText) {
        let days = picture.strip
        guard days.contains(where: { $0.known > 0 }) else { return }
        text.heading("Last 30 days")
        let strip = Blocks.strip(days)
        text.line([.init(text: strip.blocks, style: .healthy, isFixed: true)])
        if strip.signs.contains(where: { $0 != " " }) {
            text.line([.init(text: strip.signs, style: .strong, isFixed: true)])
        }
        text.line([
            .init(
                text: "Not critical: \(picture.uptimeText) of the known \(Words.share(picture.knownShare)). "
                    + "Between failures: \(picture.meanTimeText).", style: .plain)
        ])
        text.line([.init(text: "█ healthy ▲ degraded ✖ critical · unknown", style: .quiet)])
    }

    private func levels(_ text: inout TerminalText) {
        guard !picture.levels.isEmpty else { return }
        text.heading("Levels")
        let names = min(20, picture.levels.map { $0.name.text.count }.max() ?? 0)
        for level in picture.levels {
            text.line([
                .init(text: TerminalText.padded(level.name.text, to: names), style: .strong, isFixed: true),
                .init(text: Words.level(level.last.level), style: .plain),
                .init(text: level.last.evolution.sign, style: .plain),
                .init(
                    text: Blocks.sparkline(level.points, width: min(40, text.width - names - 9)), style: .healthy,
                    isFixed: true),
            ])
            text.line(
                [
                    .init(
                        text: "\(level.last.evolutionSentence) \(level.last.functionalSentence)", style: .quiet)
                ], hanging: 0)
        }
    }

    private func states(_ text: inout TerminalText) {
        let services = picture.services.map {
            State(
                status: $0.state.status, name: $0.service.text, word: $0.state.word, detail: $0.detail,
                since: $0.timestamp)
        }
        let resources = picture.resources.map {
            State(
                status: $0.state == .over ? .degraded : .healthy, name: $0.resource.word,
                word: $0.state == .over ? "Over" : "Normal", detail: $0.detail, since: $0.timestamp)
        }
        for (title, states) in [("Services", services), ("Resources", resources)] where !states.isEmpty {
            text.heading(title)
            let names = min(20, states.map(\.name.count).max() ?? 0)
            for state in states {
                let since = "for \(Words.duration(picture.now - state.since))"
                text.line(
                    [
                        .init(text: state.status.sign, style: .init(state.status)),
                        .init(text: TerminalText.padded(state.name, to: names), style: .plain, isFixed: true),
                        .init(text: TerminalText.padded(state.word, to: 6), style: .strong, isFixed: true),
                        .init(text: state.detail.isEmpty ? since : "\(state.detail), \(since)", style: .quiet),
                    ], hanging: 2)
            }
        }
    }

    private struct State {
        let status: SystemHealth.Status
        let name: String
        let word: String
        let detail: String
        let since: Moment
    }

    private func errors(_ text: inout TerminalText) {
        guard !picture.errors.isEmpty else { return }
        text.heading("Errors, last \(Part.errors.days) days")
        text.line([
            .init(text: ErrorPatterns(picture).sentences(picture.errorsByHour).joined(separator: " "), style: .plain)
        ])
        let counts = picture.errors.prefix(5).map { Words.count($0.count).count }.max() ?? 0
        for error in picture.errors.prefix(5) {
            let count = Words.count(error.count)
            var pieces: [TerminalText.Piece] = [
                .init(
                    text: String(repeating: " ", count: max(0, counts - count.count)) + count, style: .plain,
                    isFixed: true),
                .init(text: error.code.text, style: .strong), .init(text: error.component.text, style: .plain),
            ]
            if error.severity == .critical {
                pieces.append(.init(text: "\(SystemHealth.Status.critical.sign) critical", style: .critical))
            }
            if let message = error.message { pieces.append(.init(text: message, style: .quiet)) }
            text.line(pieces, hanging: counts + 1)
        }
        let rest = picture.errors.count - 5
        if rest > 0 { text.line([.init(text: "and \(Words.count(rest, "code")) more", style: .quiet)]) }
    }
}
