import TacitCatalog
import TacitPages
package import TacitPrivacy
package import TacitStores

/// A question whose price the ledger does not cover. Nothing was spent, and no noise drawn.
package struct QueryRefusal: Error, Sendable, CustomStringConvertible {
    /// Of the scopes that have too little, and of all windows, where least is left.
    package let scope: LedgerScope
    package let window: WindowID
    package let limit: PrivacySpend
    package let left: PrivacySpend
    package let price: PrivacySpend
    /// The same question fits with this epsilon, at most.
    package let largestEpsilon: Double?
    /// The same epsilon fits from this window on.
    package let affordableFrom: Int64?
    /// The window that is open now: nobody has asked about it yet.
    package let nextWindow: Int64

    package var description: String {
        let length = window.length.rawValue
        let day = TimeText.window(from: window.start, to: window.end)
        let next = TimeText.window(from: nextWindow, to: nextWindow + window.length.seconds)
        let short = left.epsilonMillionths < price.epsilonMillionths
        var text =
            "budget.exceeded: \(scope) has epsilon \(left.epsilonDescription) of "
            + "\(limit.epsilonDescription) left in the \(length) \(day), and epsilon "
            + "\(price.epsilonDescription) was asked for. Nothing was spent.\n"
        if !short {
            text += "  It is the delta that does not fit: \(left.deltaDescription) is left of it.\n"
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
