import TacitPages

/// Errors by hour of the day, UTC: a bar an hour.
struct HourChart {
    /// 24 counts.
    let hours: [Int]

    var html: HTML {
        HTML(verbatim: draw(.init(name: "wide", width: 1040, height: 180, margin: (26, 12, 30, 40), ticks: (24, 3))))
            + HTML(
                verbatim: draw(.init(name: "narrow", width: 400, height: 180, margin: (26, 10, 28, 36), ticks: (8, 3))))
    }

    private func draw(_ size: ChartSize) -> String {
        let plot = size.plot
        let y = Scale(covering: hours.map(Double.init), to: (plot.bottom, plot.top), ticks: size.ticks.y)
        let slot = (plot.right - plot.left) / Double(max(1, hours.count))
        let inset = max(1, slot * 0.12)
        var drawing = Drawing()
        drawing.axis(y, unit: "errors", size: size)
        for (hour, count) in hours.enumerated() {
            let left = plot.left + Double(hour) * slot
            let top = y(Double(count))
            if count > 0 {
                drawing.rectangle("bar", x: left + inset, y: top, width: slot - 2 * inset, height: plot.bottom - top)
                drawing.line("bar-top", x1: left + inset, y1: top, x2: left + slot - inset, y2: top)
            }
            drawing.rectangle(
                "hit", x: left, y: plot.top, width: slot, height: plot.bottom - plot.top,
                title: "\(ErrorPatterns.clock(hour))–\(ErrorPatterns.clock(hour + 1)): \(Words.count(count, "error"))")
            if hour.isMultiple(of: max(1, 24 / size.ticks.x)) {
                drawing.text(
                    "label middle", String(ErrorPatterns.clock(hour).prefix(2)), x: left + slot / 2, y: plot.bottom + 19
                )
            }
        }
        return drawing.svg(
            "chart \(size.name)", width: size.width, height: size.height, title: "Errors by hour of the day, UTC",
            description: "A bar for each hour.")
    }
}
