/// How large a chart is drawn: once for wide and once for narrow screens, and the stylesheet shows one of them.
package struct ChartSize {
    package let name: String
    package let width: Double
    package let height: Double
    package let margin: (top: Double, right: Double, bottom: Double, left: Double)
    package let ticks: (x: Int, y: Int)

    package init(
        name: String, width: Double, height: Double, margin: (top: Double, right: Double, bottom: Double, left: Double),
        ticks: (x: Int, y: Int)
    ) {
        (self.name, self.width, self.height, self.margin, self.ticks) = (name, width, height, margin, ticks)
    }

    package static let wide = ChartSize(
        name: "wide", width: 1040, height: 320, margin: (26, 12, 30, 58), ticks: (14, 5))
    package static let narrow = ChartSize(
        name: "narrow", width: 400, height: 260, margin: (26, 8, 28, 50), ticks: (6, 4))

    package var plot: (left: Double, right: Double, top: Double, bottom: Double) {
        (margin.left, width - margin.right, margin.top, height - margin.bottom)
    }
}

extension Drawing {
    /// Horizontal rules with their values at the left and the unit above them.
    package mutating func axis(_ y: Scale, unit: String, size: ChartSize) {
        let plot = size.plot
        for tick in y.ticks {
            line(tick == 0 ? "rule zero" : "rule", x1: plot.left, y1: y(tick), x2: plot.right, y2: y(tick))
            text("label end", NumberText.compact(tick), x: plot.left - 8, y: y(tick) + 4)
        }
        text("label", unit, x: 0, y: 11)
    }
}
