import TacitPages

/// The released buckets of one cell in one window: a bar a bucket, a whisker for its 95 % interval.
struct HistogramChart {
    let buckets: [Figure]
    /// The upper edges; the last bucket has none.
    let edges: [Double]
    /// What the edges are measured in; the bars count `unit`.
    let edgeUnit: String
    let unit: String
    let title: String
    let description: String

    /// The same chart for a wide and for a narrow screen; the stylesheet shows one of them.
    var markup: String { draw(.wide) + draw(.narrow) }

    private func draw(_ size: ChartSize) -> String {
        guard !buckets.isEmpty else { return "" }
        let plot = size.plot
        let values = buckets.flatMap { [$0.lower, $0.estimate, $0.upper] }
        let y = Scale(covering: values, to: (plot.bottom, plot.top), ticks: size.ticks.y)
        let slot = (plot.right - plot.left) / Double(buckets.count)
        let inset = max(1, slot * 0.06)
        var drawing = Drawing()
        drawing.axis(y, unit: unit, size: size)
        for (index, figure) in buckets.enumerated() {
            let left = plot.left + Double(index) * slot
            let center = left + slot / 2
            let (top, bottom) = (min(y(figure.estimate), y(0)), max(y(figure.estimate), y(0)))
            drawing.rectangle("bar", x: left + inset, y: top, width: slot - 2 * inset, height: bottom - top)
            drawing.line(
                "bar-top", x1: left + inset, y1: y(figure.estimate), x2: left + slot - inset, y2: y(figure.estimate))
            drawing.whisker(x: center, from: y(figure.lower), to: y(figure.upper), cap: min(5, slot / 5))
            let text = FigureText(figure)
            drawing.rectangle(
                "hit", x: left, y: plot.top, width: slot, height: plot.bottom - plot.top,
                title:
                    "\(BucketText.range(index, edges: edges, unit: edgeUnit)): \(text.estimate) \(text.spread) \(unit), "
                    + text.whole)
        }
        let every = max(1, Int((34 / slot).rounded(.up)))
        for (index, edge) in edges.enumerated() where index < buckets.count {
            let position = plot.left + Double(index + 1) * slot
            drawing.line("tick", x1: position, y1: plot.bottom, x2: position, y2: plot.bottom + 4)
            if (index + 1).isMultiple(of: every) || every == 1 {
                drawing.text("label middle", BucketText.edge(edge, unit: edgeUnit), x: position, y: plot.bottom + 19)
            }
        }
        return drawing.svg(
            "chart \(size.name)", width: size.width, height: size.height, title: title, description: description)
    }
}

extension Drawing {
    /// An upright interval with short caps.
    mutating func whisker(x: Double, from lower: Double, to upper: Double, cap: Double) {
        let (left, width) = (Self.number(x - cap), Self.number(2 * cap))
        path(
            "whisker",
            "M\(left) \(Self.number(lower))h\(width)M\(left) \(Self.number(upper))h\(width)"
                + "M\(Self.number(x)) \(Self.number(lower))V\(Self.number(upper))")
    }
}

/// How the buckets of a histogram are called.
enum BucketText {
    /// `below 5 ms`, `5–10 ms`, `1–2.5 s`, `10 s and more`
    static func range(_ index: Int, edges: [Double], unit: String) -> String {
        let lower = index > 0 && index <= edges.count ? quantity(edges[index - 1], unit) : nil
        let upper = index < edges.count ? quantity(edges[index], unit) : nil
        switch (lower, upper) {
        case (nil, nil): return "all"
        case (nil, let upper?): return "below \(upper.value)\(upper.unit)"
        case (let lower?, nil): return "\(lower.value)\(lower.unit) and more"
        case (let lower?, let upper?):
            return lower.unit == upper.unit
                ? "\(lower.value)–\(upper.value)\(upper.unit)"
                : "\(lower.value)\(lower.unit)–\(upper.value)\(upper.unit)"
        }
    }

    /// For the tick under a bar: milliseconds from a second on are written as seconds.
    static func edge(_ edge: Double, unit: String) -> String {
        let (value, name) = quantity(edge, unit)
        return unit == "ms" && name != "\u{A0}ms" ? value + name : NumberText.compact(edge)
    }

    private static func quantity(_ value: Double, _ unit: String) -> (value: String, unit: String) {
        if unit == "ms", abs(value) >= 1000 { return (NumberText.plain(value / 1000), "\u{A0}s") }
        return (NumberText.plain(value), unit.isEmpty ? "" : "\u{A0}\(unit)")
    }
}
