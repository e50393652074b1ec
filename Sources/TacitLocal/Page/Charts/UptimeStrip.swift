import TacitPages

/// Thirty days, a column each: how much of the day was healthy, degraded and critical, and how much is not known.
///
/// What is not known is an empty frame, never a colour: it is neither up nor down.
struct UptimeStrip {
    let days: [StripDay]

    var html: HTML {
        HTML(verbatim: draw(.init(name: "wide", width: 1040, height: 132, margin: (24, 0, 26, 0), ticks: (10, 0))))
            + HTML(
                verbatim: draw(.init(name: "narrow", width: 400, height: 132, margin: (24, 0, 26, 0), ticks: (5, 0))))
    }

    private func draw(_ size: ChartSize) -> String {
        let plot = size.plot
        let slot = (plot.right - plot.left) / Double(max(1, days.count))
        let gap = slot > 20 ? 4.0 : 2.5
        var drawing = Drawing()
        for (index, day) in days.enumerated() {
            let left = plot.left + Double(index) * slot + gap / 2
            column(day, in: &drawing, left: left, width: slot - gap, plot: (plot.top, plot.bottom))
        }
        let every = max(1, (days.count + size.ticks.x - 1) / size.ticks.x)
        for (index, day) in days.enumerated() where (days.count - 1 - index).isMultiple(of: every) {
            // The first and the last label stay within the picture.
            let middle = plot.left + (Double(index) + 0.5) * slot
            drawing.text(
                "label middle", String(Words.day(day.day).suffix(5)), x: min(max(middle, 18), size.width - 18),
                y: plot.bottom + 19)
        }
        return drawing.svg(
            "chart strip \(size.name)", width: size.width, height: size.height, title: "Uptime of the last 30 days",
            description: "A column for each day; the table below has the same figures.")
    }

    private func column(
        _ day: StripDay, in drawing: inout Drawing, left: Double, width: Double, plot: (top: Double, bottom: Double)
    ) {
        let scale = (plot.bottom - plot.top) / 1440
        // A minute that was critical must be seen, so no trouble is thinner than three lines; what is healthy makes room.
        func height(_ status: SystemHealth.Status) -> Double {
            let minutes = day.minutes(status)
            return minutes == 0 ? 0 : max(Double(minutes) * scale, 3)
        }
        let trouble = height(.degraded) + height(.critical)
        let unknown = Double(day.unknown) * scale
        let whole = min(Double(day.elapsed) * scale, plot.bottom - plot.top)
        let healthy = day.minutes(.healthy) == 0 ? 0 : max(0, whole - trouble - unknown)
        var bottom = plot.bottom
        for (status, part) in [
            (SystemHealth.Status.healthy, healthy), (.degraded, height(.degraded)), (.critical, height(.critical)),
        ] where part > 0 {
            drawing.rectangle("part \(status.rawValue)", x: left, y: bottom - part, width: width, height: part)
            bottom -= part
        }
        if unknown >= 3 {
            drawing.rectangle(
                "part unknown", x: left + 0.5, y: bottom - unknown + 0.5, width: width - 1, height: unknown - 1)
        }
        if day.known == 0, day.elapsed > 0 {
            drawing.text("label middle", "?", x: left + width / 2, y: (plot.top + plot.bottom) / 2 + 5)
        }
        if let worst = day.worst, worst != .healthy {
            StatusMark.draw(worst, in: &drawing, x: left + width / 2, y: plot.top - 11, radius: min(5.5, width / 2))
        }
        drawing.rectangle("hit", x: left, y: 0, width: width, height: plot.bottom, title: day.words)
    }
}
