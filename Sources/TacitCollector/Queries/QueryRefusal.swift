import TacitCatalog
import TacitPrivacy
package import TacitStores

/// A question whose price the ledger does not cover. Nothing was spent, and no noise drawn.
package struct QueryRefusal: Error, Sendable, CustomStringConvertible {
    /// The first scope that has too little, in the window where least is left.
    package let refusal: BudgetRefusal
    /// The same question fits with this epsilon, at most.
    package let largestEpsilon: Double?
    /// The same epsilon fits from this window on.
    package let affordableFrom: Int64?
    /// The next window that has not begun to be charged: it has a budget of its own.
    package let nextWindow: Int64

    package var description: String {
        let length = refusal.window.length.rawValue
        let day = TimeText.window(from: refusal.window.start, to: refusal.window.end)
        let next = TimeText.window(from: nextWindow, to: nextWindow + refusal.window.length.seconds)
        let short = refusal.left.epsilonMillionths < refusal.price.epsilonMillionths
        var text =
            "budget.exceeded: \(refusal.scope) has epsilon \(refusal.left.epsilonDescription) of "
            + "\(refusal.limit.epsilonDescription) left in the \(length) \(day), and epsilon "
            + "\(refusal.price.epsilonDescription) was asked for. Nothing was spent.\n"
        if !short {
            text += "  It is the delta that does not fit: \(refusal.left.deltaDescription) is left of it.\n"
        }
        text += "  What is spent of a \(length) never comes back; the next one, \(next), has a budget of its own.\n"
        let ways = [
            largestEpsilon.map { "with at most epsilon \(NumberText.plain($0)) for the same time" },
            affordableFrom.map { "from \(from($0)) on" },
        ].compactMap { $0 }
        return text + (ways.isEmpty ? "  Ask about other windows." : "  Ask \(ways.joined(separator: ", or ")).")
    }

    private func from(_ start: Int64) -> String {
        start % 86_400 == 0 ? TimeText.day(start) : "\(TimeText.day(start))T\(TimeText.clock(start))"
    }
}
