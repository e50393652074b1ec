import TacitPages

/// A figure lying down: a bar from zero to the estimate, the 95 % interval as a whisker across its end. The marks of a
/// table share one scale, so that rows compare at a glance.
struct RangeMark {
    private static let (width, height) = (240.0, 16.0)
    let scale: Scale

    init(_ figures: [Figure]) {
        scale = Scale(
            covering: figures.flatMap { [$0.lower, $0.estimate, $0.upper] }, to: (4, Self.width - 4), ticks: 20)
    }

    /// The round numbers at the two ends of the scale.
    var ends: (lower: String, upper: String) {
        (NumberText.plain(scale.domain.lowerBound), NumberText.plain(scale.domain.upperBound))
    }

    func draw(_ figure: Figure) -> String {
        var drawing = Drawing()
        let middle = Self.height / 2
        let (zero, estimate) = (scale(0), scale(figure.estimate))
        drawing.rectangle(
            "bar", x: min(zero, estimate), y: 3, width: abs(estimate - zero), height: Self.height - 6)
        drawing.line("rule zero", x1: zero, y1: 0, x2: zero, y2: Self.height)
        drawing.line("whisker", x1: scale(figure.lower), y1: middle, x2: scale(figure.upper), y2: middle)
        drawing.path("point", "M\(Drawing.number(estimate)) \(Drawing.number(middle))h0")
        return drawing.svg("range", width: Self.width, height: Self.height, stretched: true)
    }
}
