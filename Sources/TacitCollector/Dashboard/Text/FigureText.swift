import Foundation
import TacitPages

/// A released figure in words: estimate, spread and interval, all to the same decimal place.
///
/// ```swift
/// let text = FigureText(Figure(estimate: 12_483, lower: 12_171, upper: 12_795))
/// text.estimate    // "12 480"
/// text.spread      // "± 320"
/// text.interval    // "12 170–12 800"
/// ```
///
/// The place is that of the spread's second digit. Rounding only ever widens: the spread is rounded up, and the ends of
/// the interval outwards, so that the interval shown contains the interval released. An exact figure says `exact` and
/// `no formal guarantee` in their places.
package struct FigureText: Sendable, Equatable {
    package let estimate: String
    package let spread: String
    package let interval: String
    /// The interval with its name, for sentences.
    let whole: String

    private let place: Int

    package init(_ figure: Figure) {
        let place = Self.place(of: figure)
        self.place = place
        func text(_ value: Double, _ rule: FloatingPointRoundingRule) -> String { Self.text(value, place, rule) }
        estimate = text(figure.estimate, .toNearestOrAwayFromZero)
        guard !figure.isExact else {
            (spread, interval, whole) = ("exact", SpreadText.none, SpreadText.none)
            return
        }
        let above = text(figure.upper - figure.estimate, .up)
        let below = text(figure.estimate - figure.lower, .up)
        spread = above == below ? "± \(above)" : "+\(above) \(NumberText.minus)\(below)"
        let (lower, upper) = (text(figure.lower, .down), text(figure.upper, .up))
        let signed = lower.hasPrefix(NumberText.minus) || upper.hasPrefix(NumberText.minus)
        interval = signed ? "\(lower) to \(upper)" : "\(lower)–\(upper)"
        whole = "\(SpreadText.interval) \(interval)"
    }

    /// Another number to the same decimal place.
    package func alike(_ value: Double) -> String { Self.text(value, place, .toNearestOrAwayFromZero) }

    private static func text(_ value: Double, _ place: Int, _ rule: FloatingPointRoundingRule) -> String {
        let step = NumberText.power(place)
        // What lies on a step but for its last bits stays there.
        let nudge = rule == .up ? -1e-9 : rule == .down ? 1e-9 : 0
        return NumberText.decimal((value / step + nudge).rounded(rule) * step, place: place)
    }

    /// The decimal place of the second digit of the wider side; whole numbers never show a fraction.
    private static func place(of figure: Figure) -> Int {
        let spread = max(figure.upper - figure.estimate, figure.estimate - figure.lower)
        let whole = [figure.estimate, figure.lower, figure.upper].allSatisfy { $0 == $0.rounded() }
        guard spread.isFinite, spread > 0 else { return whole ? 0 : -2 }
        let place = Int(log10(spread).rounded(.down)) - 1
        return whole ? max(0, place) : max(-6, place)
    }
}
