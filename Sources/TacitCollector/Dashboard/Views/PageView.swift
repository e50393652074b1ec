import TacitPages

/// What the frame of a page shows.
struct PageView {
    enum Place { case overview, metric, dictionary, holdings, none }

    struct Item {
        let href: String
        let label: String
        let current: Bool
    }

    /// Something that a reader must know before any figure.
    struct Note {
        let lead: String
        let text: String
        var command: String?
        var after: String?
    }

    let title: String
    let links: Links
    let navigation: [Item]
    let catalog: String?
    let generated: String?
    let notes: [Note]
    let hasNotes: Bool

    init(title: String, at place: Place, links: Links, report: Report?) {
        self.title = title + " · Tacit"
        self.links = links
        navigation = [
            Item(href: links.overview, label: "Overview", current: place == .overview),
            Item(href: links.dictionary, label: "Data dictionary", current: place == .dictionary),
            Item(href: links.holdings, label: "What is held", current: place == .holdings),
        ]
        catalog = report.flatMap { $0.catalog.isEmpty ? nil : $0.catalog }
        generated = report.map { TimeText.minute($0.generatedAt) }
        notes = report.map(Self.notes) ?? []
        hasNotes = !notes.isEmpty
    }

    private static func notes(_ report: Report) -> [Note] {
        var notes: [Note] = []
        if !report.intake.collecting, report.dataset == .live {
            notes.append(
                Note(
                    lead: "Not collecting.", text: "Nothing that arrives is counted now. Which switch says so:",
                    command: "tacit status"))
        }
        if report.dataset == .demo {
            notes.append(
                Note(
                    lead: "Demo.",
                    text: "These figures come from a simulated population. No real person is behind them."))
        }
        if report.simulatedClock {
            notes.append(
                Note(lead: "Simulated clock.", text: "Times on this page are not the time of day outside."))
        }
        if report.firstLook {
            notes.append(
                Note(
                    lead: "First look: windows of one minute.",
                    text:
                        "You see releases soon, and the promise is weaker: the unit is one contributor in one minute. "
                        + "Each minute is protected separately, and over n minutes the guarantee composes to n times ε. "
                        + "For real use, take the windows of a day that the shipped configuration has:",
                    command: "tacit serve --config tacit.yaml"))
        }
        return notes
    }
}
