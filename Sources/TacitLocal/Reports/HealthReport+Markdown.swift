extension HealthReport {
    /// As Markdown, with GitHub's tables.
    package var markdown: String {
        let answer = Answer(picture)
        var text = "# How this system feels\n\n"
        text += "\(Words.minute(picture.now)) UTC. **\(sign(answer)) \(answer.heading)** \(answer.facts)\n"
        if let next = answer.next { text += "\n\(next.text) `\(next.command)`\n" }
        text += standing + section("Uptime", uptime.joined(separator: " ")) + days
        text += levels + services + resources
        text += section("Errors", errors.joined(separator: " ")) + codes
        return text + "\n---\nDrawn from the files on one machine, and sent nowhere. All times are UTC.\n"
    }

    private func sign(_ answer: Answer) -> String {
        if case .known(let status) = answer.kind { status.sign } else { "○" }
    }

    private func section(_ title: String, _ text: String) -> String { "\n## \(title)\n\n\(text)\n" }

    private var standing: String {
        guard !picture.standing.isEmpty else { return "" }
        let lines = picture.standing.map { alert in
            "- ✖ **\(Markdown.escaped(alert.heading))**, since \(Words.minute(alert.timestamp))"
        }
        return section("Standing alerts", lines.joined(separator: "\n"))
    }

    private var days: String {
        let rows = picture.strip.filter { $0.known > 0 }.map { day in
            [Words.day(day.day)]
                + [.healthy, .degraded, .critical].map { Self.minutes(day.minutes($0)) }
                + [Self.minutes(day.unknown), Words.count(day.errors)]
        }
        return Markdown.table(["Day", "Healthy", "Degraded", "Critical", "Unknown", "Errors"], rows)
    }

    private static func minutes(_ minutes: Int) -> String { minutes == 0 ? "–" : Words.duration(Int64(minutes) * 60) }

    private var levels: String {
        picture.levels.isEmpty
            ? ""
            : section(
                "Levels",
                picture.levels.map {
                    "- \($0.last.evolution.sign) **\(Markdown.escaped($0.name.text))**: \(trend(of: $0).joined(separator: " "))"
                }.joined(separator: "\n"))
    }

    private var services: String {
        guard !picture.services.isEmpty else { return "" }
        let rows = picture.services.map {
            [
                "\($0.state.status.sign) \(Markdown.escaped($0.service.text))", $0.state.word, $0.detail,
                Words.minute($0.timestamp),
            ]
        }
        return "\n## Services\n" + Markdown.table(["Service", "State", "", "Since"], rows)
    }

    private var resources: String {
        guard !picture.resources.isEmpty else { return "" }
        let rows = picture.resources.map {
            [
                "\(($0.state == .over ? SystemHealth.Status.degraded : .healthy).sign) \($0.resource.word)", $0.detail,
                Words.minute($0.timestamp),
            ]
        }
        return "\n## Resources\n" + Markdown.table(["Resource", "State", "Since"], rows)
    }

    private var codes: String {
        let rows = picture.errors.map {
            [
                Markdown.escaped($0.code.text), Markdown.escaped($0.component.text), $0.severity.rawValue,
                Words.count($0.count), Words.minute($0.last), Markdown.escaped($0.message ?? ""),
            ]
        }
        return Markdown.table(["Code", "Component", "Severity", "Times", "Last", "Message"], rows)
    }
}

/// Text within Markdown.
enum Markdown {
    /// Nothing in it is taken for markup, HTML, or the end of a cell.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in PlainText.plain(text).unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "!", "$", ":": out += ["\\", scalar]
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// Cells are escaped by whoever gives them. Nothing where there is no row.
    static func table(_ heads: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
        return "\n" + row(heads) + row(heads.map { _ in "---" }) + rows.map(row).joined()
    }
}
