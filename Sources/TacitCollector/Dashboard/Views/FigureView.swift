/// A figure as the templates take it: never an estimate without spread, interval and unit.
struct FigureView {
    let estimate: String
    let spread: String
    let interval: String
    let unit: String

    init(_ figure: Figure, unit: String) {
        let text = FigureText(figure)
        (estimate, spread, interval) = (text.estimate, text.spread, text.interval)
        self.unit = unit
    }

    /// For titles and captions: `12 480 ± 320 events, 95 % interval 12 160–12 800`.
    var sentence: String { "\(estimate) \(spread) \(unit), 95 % interval \(interval)" }
}
