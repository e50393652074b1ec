import TacitPages

/// Figures over time: the estimate as a line, its 95 % interval as a band, a gap where nothing was released.
struct SeriesChart {
    let points: [SeriesPoint]
    let unit: String
    let title: String
    let description: String
    /// What is said of a window that shows nothing.
    let absence: String

    /// The same chart for a wide and for a narrow screen; the stylesheet shows one of them.
    var markup: String { draw(.wide) + draw(.narrow) }

    private func draw(_ size: ChartSize) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        let plot = size.plot
        let y = Scale(covering: SeriesPoint.values(points), to: (plot.bottom, plot.top), ticks: size.ticks.y)
        func x(_ time: Double) -> Double {
            let share = (time - Double(first.start)) / Double(max(1, last.end - first.start))
            return plot.left + share * (plot.right - plot.left)
        }
        func middle(_ point: SeriesPoint) -> Double { x(Double(point.start + point.end) / 2) }

        var drawing = Drawing()
        drawing.axis(y, unit: unit, size: size)
        // A day is named under its middle, where its point is; an hour or a minute at its beginning.
        let window = first.end - first.start
        let shift = window >= 86_400 ? window / 2 : 0
        for tick in TimeTicks.between(first.start, last.end, window: window, atMost: size.ticks.x) {
            let position = x(Double(tick.time + shift))
            drawing.line("tick", x1: position, y1: plot.bottom, x2: position, y2: plot.bottom + 4)
            drawing.text("label middle", tick.label, x: position, y: plot.bottom + 19)
        }

        let runs = SeriesPoint.runs(points)
        for run in runs where run.count > 1 {
            let upper = run.map { "\(Drawing.number(middle($0.point))) \(Drawing.number(y($0.figure.upper)))" }
            let lower = run.reversed().map {
                "\(Drawing.number(middle($0.point))) \(Drawing.number(y($0.figure.lower)))"
            }
            drawing.path("band", "M" + (upper + lower).joined(separator: "L") + "Z")
        }
        for run in runs {
            let line = run.map { "\(Drawing.number(middle($0.point))) \(Drawing.number(y($0.figure.estimate)))" }
            if run.count > 1 { drawing.path("line", "M" + line.joined(separator: "L")) }
        }
        let shown = points.compactMap { point in point.figure.map { (point, $0) } }
        for (point, figure) in shown where points.count <= 62 || point.partial {
            let position = middle(point)
            if runs.contains(where: { $0.count == 1 && $0[0].point.start == point.start }) {
                drawing.line("whisker", x1: position, y1: y(figure.lower), x2: position, y2: y(figure.upper))
            }
            drawing.circle(point.partial ? "dot partial" : "dot", x: position, y: y(figure.estimate), radius: 3.5)
        }
        for point in points where point.figure == nil {
            let (cx, cy) = (middle(point), y(0))
            drawing.path(
                "hidden-mark", "M\(Drawing.number(cx - 3)) \(Drawing.number(cy - 9))l6 6m0 -6l-6 6")
        }
        if points.count <= 124 {
            for point in points {
                let left = x(Double(point.start))
                drawing.rectangle(
                    "hit", x: left, y: plot.top, width: x(Double(point.end)) - left, height: plot.bottom - plot.top,
                    title: tooltip(point))
            }
        }
        return drawing.svg(
            "chart \(size.name)", width: size.width, height: size.height, title: title, description: description)
    }

    private func tooltip(_ point: SeriesPoint) -> String {
        let window = TimeText.window(from: point.start, to: point.end)
        guard let figure = point.figure.map({ FigureText($0) }) else { return "\(window): \(absence)" }
        let part = point.partial ? " (window seen in part)" : ""
        return "\(window): \(figure.estimate) \(figure.spread) \(unit), \(figure.whole)\(part)"
    }
}
