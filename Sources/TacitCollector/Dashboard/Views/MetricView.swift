import Foundation
import TacitPages

/// The page of one metric.
struct MetricView {
    struct Multiple {
        let href: String
        let label: String
        let current: Bool
        let picture: String
        let figure: FigureView?
    }

    let page: PageView
    let kind: String
    let name: String
    let description: String
    let hasSelection: Bool
    let selection: String
    let allLink: String?
    let allLabel: String
    let figure: FigureView?
    let state: String?
    let about: String
    let summary: String
    let hasChart: Bool
    let chart: String
    let caption: String
    let estimateHeading: String
    let intervalHeading: String
    let hasBuckets: Bool
    let bucketCaption: String
    let buckets: FigureTable
    let hasMoving: Bool
    let movingCaption: String
    let moving: FigureTable
    let hasMultiples: Bool
    let multiplesCaption: String
    let multiples: [Multiple]
    let hasCells: Bool
    let hasPeople: Bool
    let people: String
    let cellsCaption: String
    let dimensions: String
    let cells: FigureTable
    let moreCells: [FigureRow]
    let hasMoreCells: Bool
    let moreLabel: String
    let hasWindows: Bool
    let windowsOpen: Bool
    let windowsLabel: String
    let windowsCaption: String
    let windows: FigureTable
    let unit: String
    let terms: [ProtectionTerm]

    init(_ declared: MetricReport, cell: [String]?, report: Report, links: Links) {
        let metric = declared.inReadableUnits()
        let reading = MetricReading(metric, cell: cell)
        page = PageView(title: metric.name, at: .metric, links: links, report: report)
        kind =
            metric.guarantee.horizon.map { "running \(metric.kind) over \(metric.text.counted($0))" }
            ?? "\(metric.kind) per \(metric.guarantee.window)"
        name = metric.name
        description = metric.description
        unit = metric.figureUnit
        dimensions = metric.dimensions.joined(separator: " · ")
        terms = ProtectionTerm.terms(of: metric)
        summary = metric.text.summary
        (estimateHeading, intervalHeading) = (metric.spreadText.estimate, metric.spreadText.interval)

        hasSelection = reading.labels != nil && !metric.dimensions.isEmpty
        selection = reading.labels.map(CellText.joined) ?? ""
        let hasTotal = metric.windows.contains { $0.total != nil }
        allLink = cell != nil ? links.metric(metric.name) : nil
        allLabel = hasTotal ? "Show all cells together" : "Show the largest cell"
        figure = reading.answer.map { FigureView($0, unit: metric.figureUnit) }
        state = reading.answer == nil ? reading.absence : nil
        about = reading.about(report)

        let draws = reading.chart()
        hasChart = draws != nil
        chart = draws?.markup ?? ""
        caption = draws?.caption ?? ""
        buckets = reading.bucketTable()
        hasBuckets = !buckets.rows.isEmpty
        bucketCaption = "\(unit) per bucket, \(metric.windows.last?.name ?? "")"

        moving = reading.movingTable()
        hasMoving = !moving.rows.isEmpty
        movingCaption = "Up to \(metric.windows.last?.name ?? ""); differences of released totals, which cost nothing"

        multiples = reading.multiples(links)
        hasMultiples = multiples.count > 1
        multiplesCaption =
            "Each on its own scale from zero, \(TimeText.window(metric.windows.suffix(MetricReading.longest)))."
        let table = reading.cellTable(links)
        let (visible, rest) = (table.rows.prefix(Self.rowsAtOnce), table.rows.dropFirst(Self.rowsAtOnce))
        cells = FigureTable(rows: Array(visible), lower: table.lower, upper: table.upper)
        moreCells = Array(rest)
        hasCells = !visible.isEmpty
        hasPeople = visible.contains { $0.contributors != nil }
        hasMoreCells = !rest.isEmpty
        moreLabel = "\(rest.count) more cells"
        people = metric.guarantee.unit.noun.capitalized + "s, " + metric.spreadText.people
        cellsCaption =
            "\(metric.windows.last?.name ?? ""). Choose a cell to see it "
            + (metric.windows.count > 1 ? "over time." : "alone.")
            + (metric.isHistogram ? " The figure is that of the cell’s fullest bucket." : "")
        windows = reading.windowTable()
        hasWindows = windows.rows.count > 1
        windowsOpen = windows.rows.count <= 31
        windowsLabel = "\(windows.rows.count) windows, newest first"
        windowsCaption = "\(metric.name)\(hasSelection ? ", \(selection)" : ""), by window"
    }

    /// More rows than that are folded away.
    private static let rowsAtOnce = 40
}
