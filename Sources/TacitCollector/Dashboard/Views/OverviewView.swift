import TacitPages

/// The overview: the latest figures, when the next come, how they are protected, what came in.
struct OverviewView {
    struct Headline {
        let href: String
        let name: String
        let figure: FigureView?
        let about: String
        let window: String?
    }

    struct Card {
        let href: String
        let name: String
        let description: String
        let picture: String
        let figure: FigureView?
        let state: String?
        let about: String?
    }

    struct Signal {
        let name: String
        let requests: String
        let received: String
        let counted: String
        let refused: String
    }

    struct Reason {
        let rule: String
        let meaning: String
        let count: String
    }

    let page: PageView
    let eyebrow: String
    let heading: String
    let headlines: [Headline]
    let hasHeadlines: Bool
    let isEmpty: Bool
    let lamp: String
    let collecting: String
    let next: String
    let protectedBy: [String]
    let cards: [Card]
    let terms: [ProtectionTerm]
    let since: String
    let counterProtection = CounterText.protection
    /// Said where there is no figure.
    let lead: String
    let signals: [Signal]
    /// They all have the same noise.
    let signalSpread: String?
    let reasons: [Reason]

    init(_ report: Report, links: Links) {
        page = PageView(title: "Overview", at: .overview, links: links, report: report)
        headlines = Self.headlines(report, links)
        hasHeadlines = !headlines.isEmpty
        let latest = Self.latest(report)
        isEmpty = latest == nil
        eyebrow = latest == nil ? "Overview" : "Latest release"
        let areAllOnRequest = !report.metrics.isEmpty && report.metrics.allSatisfy { $0.guarantee.keepDays != nil }
        heading =
            latest.map { "Released for \($0.name)" } ?? (areAllOnRequest ? "Answered on request" : "No release yet")
        lead =
            areAllOnRequest
            ? "Nothing is released when a window closes: tacit query answers questions about the windows that are kept."
            : "Figures appear when the first window closes. Until then nothing exists that could be shown: what a window gathers "
                + "is kept in memory and, unless the journal is off, encrypted there."
        let collects = report.intake.collecting && report.dataset == .live
        lamp = collects ? "lamp on" : "lamp"
        collecting = report.dataset == .demo ? "Simulated." : collects ? "Collecting." : "Not collecting."
        next = Self.next(report)
        protectedBy = Self.protectedBy(report)
        cards = report.metrics.map { Self.card($0.inReadableUnits(), report, links) }
        terms = ProtectionTerm.terms(of: report)
        since = TimeText.minute(report.intake.since)
        signals = report.intake.signals.map {
            Signal(
                name: $0.name, requests: CounterText.estimate($0.requests), received: CounterText.estimate($0.received),
                counted: CounterText.estimate($0.counted), refused: CounterText.estimate($0.refused))
        }
        signalSpread = report.intake.signals.first.flatMap { CounterText.spread($0.received) }
        reasons = report.intake.reasons.map {
            Reason(rule: $0.rule, meaning: $0.meaning, count: CounterText.text($0.count))
        }
    }

    /// At most three figures, of metrics that have one figure for the whole.
    private static func headlines(_ report: Report, _ links: Links) -> [Headline] {
        let candidates = report.metrics.map { $0.inReadableUnits() }.filter {
            // A figure that may be nothing is no headline.
            $0.windows.last.flatMap($0.headline).map { $0.lower > 0 } ?? false
        }
        // How much happened, to how many, and one thing more; no event twice.
        var chosen = [candidates.first { $0.kind == "count" }, candidates.first { $0.kind == "contributors" }]
            .compactMap { $0 }
        for metric in candidates where chosen.count < 3 && !chosen.contains(where: { $0.event == metric.event }) {
            chosen.append(metric)
        }
        return candidates.filter { metric in chosen.contains { $0.name == metric.name } }.compactMap { metric in
            guard let window = metric.windows.last, let figure = metric.headline(window) else { return nil }
            return Headline(
                href: links.metric(metric.name), name: metric.name, figure: FigureView(figure, unit: metric.figureUnit),
                about: metric.description + (window.total == nil ? "" : ", all shown cells"),
                window: Self.differing(window, report))
        }
    }

    /// A window is named where it is not the one that the heading names, or was seen in part.
    private static func differing(_ window: MetricReport.Window, _ report: Report) -> String? {
        let name = window.name == latest(report)?.name ? nil : window.name
        let parts = [name, window.partialRemark, window.unit.remark].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func latest(_ report: Report) -> MetricReport.Window? {
        report.metrics.compactMap(\.windows.last).max { ($0.end, $0.start) < ($1.end, $1.start) }
    }

    private static func next(_ report: Report) -> String {
        guard let open = report.openWindows.min(by: { $0.closesAt < $1.closesAt }) else {
            return report.intake.collecting && report.dataset == .live
                ? "No window is open: the first counted item opens one." : ""
        }
        return "Next release \(TimeText.relative(open.closesAt, to: report.generatedAt)), at "
            + "\(TimeText.minute(open.closesAt)), for \(TimeText.window(from: open.start, to: open.end))."
    }

    private static func protectedBy(_ report: Report) -> [String] {
        let groups = PriceGroup.all(report)
        let exact = GuaranteeText.exact(report.metrics)
        return [exact].compactMap(\.self)
            + groups.map { group in
                let which =
                    group.metrics.count == 1
                    ? group.metrics[0].name
                    : groups.count == 1 && exact == nil
                        ? "all metrics together" : "\(group.metrics.count) metrics together"
                return "Protects \(group.unitInWindow) with \(group.price) over \(which)."
            }
    }

    private static func card(_ metric: MetricReport, _ report: Report, _ links: Links) -> Card {
        var (picture, state, about): (String, String?, [String]) = ("", nil, [])
        var shown: FigureView?
        if let window = metric.windows.last {
            if let remark = differing(window, report) { about = [remark] }
            let lead = metric.largest(window).first
            if let figure = metric.headline(window) {
                shown = FigureView(figure, unit: metric.figureUnit)
                if window.total != nil { about.insert("all shown cells", at: 0) }
                picture = Sparkline.series(metric.series(last: 120, metric.headline), title: spoken(metric))
            } else if let cell = lead, let peak = metric.peak(cell) {
                shown = FigureView(peak.figure, unit: metric.figureUnit)
                let range = BucketText.range(peak.index, edges: metric.edges, unit: metric.edgeUnit)
                about = [named(cell, metric), "\(range), the fullest bucket"].compactMap { $0 } + about
                picture = Sparkline.histogram(
                    cell.buckets, title: "\(metric.name), buckets \(metric.spreadText.suffix)")
            } else if let cell = lead, let figure = metric.figure(cell) {
                shown = FigureView(figure, unit: metric.figureUnit)
                about = [named(cell, metric)].compactMap { $0 } + about
                picture = Sparkline.series(
                    metric.series(last: 120) { metric.cell(cell.labels, in: $0).flatMap(metric.figure) },
                    title: spoken(metric))
            } else {
                state = CellText.hidden(metric)
            }
        } else {
            state = metric.text.noRelease
        }
        return Card(
            href: links.metric(metric.name), name: metric.name, description: metric.description, picture: picture,
            figure: shown, state: state,
            about: about.isEmpty ? nil : about.joined(separator: "; "))
    }

    private static func named(_ cell: MetricReport.Cell, _ metric: MetricReport) -> String? {
        metric.dimensions.isEmpty ? nil : "\(CellText.joined(cell.labels)), the largest cell"
    }

    private static func spoken(_ metric: MetricReport) -> String {
        let windows = min(120, metric.windows.count)
        return "\(metric.name), \(windows == 1 ? "one window" : "last \(windows) windows"), \(metric.spreadText.suffix)"
    }
}
