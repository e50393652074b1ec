/// Calls something bad only after it was bad several times in a row, and good again only after it was good several times.
struct Hysteresis: Sendable, Hashable {
    enum Sight: Sendable, Hashable {
        case good, bad
        /// Between the threshold and its lower edge: nothing changes.
        case between
    }

    private(set) var isRaised: Bool
    private var streak = 0

    init(isRaised: Bool = false) { self.isRaised = isRaised }

    /// Answers whether this sight changed what is thought of it.
    mutating func see(_ sight: Sight, raiseAfter: Int, clearAfter: Int) -> Bool {
        let isOther: Bool
        switch sight {
        case .good: isOther = isRaised
        case .bad: isOther = !isRaised
        case .between: isOther = false
        }
        streak = isOther ? streak + 1 : 0
        guard isOther, streak >= (isRaised ? clearAfter : raiseAfter) else { return false }
        isRaised.toggle()
        streak = 0
        return true
    }
}
