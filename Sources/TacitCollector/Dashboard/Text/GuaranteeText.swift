import Foundation
import TacitCatalog
import TacitPages
import TacitPrivacy

/// What is promised, in plain words; or that nothing is. No epsilon leaves here without its unit, its window and its delta.
struct GuaranteeText {
    let terms: MetricReport.Terms

    /// `nil` where figures are exact.
    private var spent: (epsilon: Double, delta: Double)? { terms.epsilon.map { ($0, terms.delta ?? 0) } }

    var unit: ContributorUnit { terms.unit }

    /// `one contributor in one day`
    var unitInWindow: String { unit.one(in: terms.window) }

    /// `ε = 1, δ = 0`, with spaces that do not break.
    var price: String { spent.map(Self.price) ?? SpreadText.none }

    /// The one line that stands under a figure.
    var summary: String {
        guard spent != nil else {
            return "No formal guarantee: exact figures of groups of at least \(terms.threshold) \(unit.noun)s."
        }
        if let horizon = terms.horizon {
            return "All running totals together protect \(unitInWindow) with \(price), for \(counted(horizon)); "
                + "then a new plan begins, with a total of zero. Until then exact figures are kept encrypted."
        }
        guard let days = terms.keepDays else { return "Protects \(unitInWindow) with \(price)." }
        return "Answered on request; all questions together protect \(unitInWindow) with \(price). "
            + "Exact figures are kept encrypted for \(days) days."
    }

    /// What became of the exact values.
    var noise: String {
        if let horizon = terms.horizon {
            return
                "Drawn once, as each window closes, and shared by all totals. Until \(counted(horizon)) are added up "
                + "the exact values of each are kept encrypted, so whoever has the state folder and its key can read them that "
                + "long; then their key is destroyed, and the totals begin anew from zero."
        }
        guard let days = terms.keepDays else {
            return "Drawn once, when the window closed. The exact values were destroyed in the same step; "
                + "asking again gives the same figures."
        }
        return "Drawn once for each question. The exact values are kept encrypted for \(days) days, so whoever has the "
            + "state folder and its key can read them that long; then their keys are destroyed. Asking the same again gives "
            + "the same figures."
    }

    /// What stands where there is no figure.
    var noRelease: String { terms.keepDays == nil ? CellText.noRelease : CellText.onRequest }

    /// What epsilon and delta mean for a person, or what it means that there are none.
    var meaning: String {
        guard let spent else {
            return
                "Whoever knows all others of a group, or sees a figure before and after one \(unit.noun) joined, learns "
                + "by subtraction what that one contributed."
        }
        let odds =
            "Whether one \(unit.noun) took part in a \(terms.window) or not changes how likely any released result is by at "
            + "most a factor of \(Self.factor(spent.epsilon)), which is e to the power ε"
        return spent.delta == 0 ? odds + "; there is no exception." : odds + ", but for a chance of at most δ."
    }

    /// What is said of metrics without noise; `nil` where there are none.
    static func exact(_ metrics: [MetricReport]) -> String? {
        let names = metrics.filter(\.isExact).map(\.name)
        return names.isEmpty ? nil : exact(names: names)
    }

    /// What is said of metrics whose exact figures are kept for questions; `nil` where there are none.
    static func onRequest(_ metrics: [MetricReport]) -> String? {
        let kept = metrics.compactMap { metric in
            metric.guarantee.keepDays.map { "\(metric.name) for \($0) days" }
        }
        return kept.isEmpty
            ? nil
            : "Exact figures are kept encrypted: \(kept.joined(separator: ", ")). tacit query answers questions about them, with "
                + "noise, out of the same budget."
    }

    /// What is said of metrics with running totals; `nil` where there are none.
    static func running(_ metrics: [MetricReport]) -> String? {
        let kept = metrics.compactMap { metric in
            metric.guarantee.horizon.map { "\(metric.name) for \(metric.text.counted($0))" }
        }
        return kept.isEmpty
            ? nil
            : "Totals run on, and exact figures are kept encrypted until they begin anew: \(kept.joined(separator: ", "))."
    }

    static func exact(names: [String]) -> String {
        "No formal guarantee for \(names.joined(separator: ", ")): the figures are exact, and only small groups are hidden."
    }

    /// What is cut before anything is added up.
    var bounds: String {
        let cells = terms.maxCells == 1 ? "one cell" : "at most \(terms.maxCells) cells"
        let events = terms.maxPerCell == 1 ? "one event" : "at most \(terms.maxPerCell) events"
        return "One \(unit.noun) counts in \(cells) of this metric in a \(terms.window), with \(events) in each. "
            + "What goes beyond is cut before adding up."
    }

    var threshold: String {
        "A cell is shown only where its \(spent == nil ? "" : "noisy ")number of \(unit.noun)s reaches \(terms.threshold)"
            + (terms.threshold > terms.k
                ? ": k is \(terms.k), and "
                    + (terms.delta == 0 || terms.horizon != nil
                        ? "the noise alone makes an empty cell reach that at most once in 40 times"
                        : "δ asks for the higher number") : "")
            + ". An empty cell and one below the threshold look alike."
    }

    /// How the promise weakens for somebody who contributes window after window.
    var composition: String {
        if let horizon = terms.horizon, let spent { return composition(spent, horizon: horizon) }
        return spent.map { Self.composition($0.epsilon, $0.delta, window: terms.window, unit: unit) }
            ?? "Each \(terms.window) adds exact figures, and comparing them tells more than each alone."
    }

    /// `1 day`, `7 days`
    func counted(_ windows: Int) -> String { "\(windows) \(terms.window)" + (windows == 1 ? "" : "s") }

    /// Totals share their noise, so contributions in several windows of a plan push them the same way.
    private func composition(_ spent: (epsilon: Double, delta: Double), horizon: Int) -> String {
        let (count, _) = Self.span(of: terms.window)
        let promise =
            "Totals share their noise: whoever contributes in n windows before they begin anew is protected with n² times ρ"
        guard let rho = terms.rho, let delta = try? Delta(spent.delta), rho > 0 else { return promise + "." }
        let epsilon = Rho.epsilon(of: rho, delta: delta, windows: count, horizon: horizon)
        return promise + " = \(NumberText.plain(rho)), in \(counted(count)) with "
            + Self.price((epsilon * 1000).rounded(.up) / 1000, spent.delta) + "."
    }

    /// A span of windows that one can picture.
    private static func span(of window: String) -> (count: Int, name: String) {
        switch window {
        case "minute": (60, "an hour of minutes")
        case "hour": (24, "a day of hours")
        default: (7, "a week of days")
        }
    }

    static func composition(_ epsilon: Double, _ delta: Double, window: String, unit: ContributorUnit) -> String {
        guard unit != .record else {
            return
                "A record lies in one window only. Whoever sends n records is protected with n times ε and n times δ."
        }
        let (count, name) = span(of: window)
        return
            "Windows do not overlap, and each \(window) is protected separately. Over n windows the guarantee composes: "
            + "one contributor that contributes in all of them is protected with n times ε and n times δ, "
            + "over \(name) with \(price(epsilon * Double(count), delta * Double(count)))."
    }

    static func price(_ epsilon: Double, _ delta: Double) -> String {
        "ε\u{A0}=\u{A0}\(NumberText.plain(epsilon)), δ\u{A0}=\u{A0}\(NumberText.plain(delta))"
    }

    /// e to the power epsilon, rounded up so that the promise is never overstated.
    private static func factor(_ epsilon: Double) -> String {
        let value = exp(epsilon)
        let place = value < 10 ? -2 : value < 100 ? -1 : 0
        let step = NumberText.power(place)
        return NumberText.decimal((value / step - 1e-9).rounded(.up) * step, place: place)
    }
}
