import TacitPages

/// A small picture beside a figure. It stretches to its place; strokes and dots keep their weight.
enum Sparkline {
    private static let (width, height) = (200.0, 48.0)

    /// The series with its interval as a band, from zero up.
    static func series(_ points: [SeriesPoint], title: String) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        let values = SeriesPoint.values(points)
        let y = Scale(fitting: values, to: (height - 2, 4))
        func x(_ point: SeriesPoint) -> Double {
            // The first window lies at the left end, the last one at the right; a single one in the middle.
            guard last.start > first.start else { return width / 2 }
            return 3 + Double(point.start - first.start) / Double(last.start - first.start) * (width - 6)
        }
        func place(_ point: SeriesPoint, _ value: Double) -> String {
            "\(Drawing.number(x(point))) \(Drawing.number(y(value)))"
        }
        var drawing = Drawing()
        drawing.line("rule zero", x1: 0, y1: y(0), x2: width, y2: y(0))
        for run in SeriesPoint.runs(points) {
            if run.count > 1 {
                let outline =
                    run.map { place($0.point, $0.figure.upper) }
                    + run.reversed().map { place($0.point, $0.figure.lower) }
                drawing.path("band", "M" + outline.joined(separator: "L") + "Z")
                drawing.path("line", "M" + run.map { place($0.point, $0.figure.estimate) }.joined(separator: "L"))
            } else if let (point, figure) = run.first {
                drawing.path("whisker", "M\(place(point, figure.lower))L\(place(point, figure.upper))")
                drawing.path("point", "M\(place(point, figure.estimate))h0")
            }
        }
        if let point = points.last, let figure = point.figure {
            drawing.path("point", "M\(place(point, figure.estimate))h0")
        }
        return drawing.svg("spark", width: width, height: height, stretched: true, title: title)
    }

    /// The buckets of a histogram with their whiskers.
    static func histogram(_ buckets: [Figure], title: String) -> String {
        guard !buckets.isEmpty else { return "" }
        let values = buckets.flatMap { [$0.lower, $0.estimate, $0.upper] }
        let y = Scale(fitting: values, to: (height - 2, 4))
        let slot = width / Double(buckets.count)
        var drawing = Drawing()
        drawing.line("rule zero", x1: 0, y1: y(0), x2: width, y2: y(0))
        for (index, figure) in buckets.enumerated() {
            let left = Double(index) * slot
            let (top, bottom) = (min(y(figure.estimate), y(0)), max(y(figure.estimate), y(0)))
            drawing.rectangle("bar", x: left + 0.6, y: top, width: slot - 1.2, height: bottom - top)
            drawing.line(
                "bar-top", x1: left + 0.6, y1: y(figure.estimate), x2: left + slot - 0.6, y2: y(figure.estimate))
            drawing.line("whisker", x1: left + slot / 2, y1: y(figure.lower), x2: left + slot / 2, y2: y(figure.upper))
        }
        return drawing.svg("spark", width: width, height: height, stretched: true, title: title)
    }
}
