/// A figure as the templates take it: never an estimate without spread, interval and unit.
struct FigureView {
    let estimate: String
    let spread: String
    let interval: String
    /// What the interval is called; `nil` where there is none.
    let intervalName: String?
    let unit: String

    init(_ figure: Figure, unit: String) {
        let text = FigureText(figure)
        (estimate, spread, interval) = (text.estimate, text.spread, text.interval)
        intervalName = figure.isExact ? nil : SpreadText.interval
        sentence = "\(estimate) \(spread) \(unit), \(text.whole)"
        self.unit = unit
    }

    /// For titles and captions: `12 480 ± 320 events, 95 % interval 12 160–12 800`.
    let sentence: String
}
