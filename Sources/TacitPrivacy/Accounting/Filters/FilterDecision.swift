/// What a filter says to a spend.
public enum FilterDecision<Amount: Hashable & Sendable>: Hashable, Sendable {
    /// It was spent; this much is left.
    case admitted(left: Amount)
    /// Nothing was spent, because no more than this is left.
    case refused(left: Amount)

    /// Whether the spend was admitted.
    public var isAdmitted: Bool {
        switch self {
        case .admitted: true
        case .refused: false
        }
    }
}
