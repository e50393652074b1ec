/// What came of telling the collector.
public enum ErasureAnswer: Sendable, Hashable {
    /// It took so many contributions out of so many windows, and signed that it did.
    case confirmed(contributions: Int, windows: Int)
    /// The collector is none of Tacit's and can't be told; it has no name of this installation that lasts beyond a day.
    case notSupported
    /// It will be told with the next transmission, and until its windows have closed.
    case pending(reason: String)
    /// It can't be told any more: the key that named this installation to it is gone.
    case impossible(reason: String)
    /// Nothing was ever sent.
    case nothingToErase

    /// For scripts: `confirmed`, `not_supported`, `pending`, `impossible` or `nothing_to_erase`.
    public var name: String {
        switch self {
        case .confirmed: "confirmed"
        case .notSupported: "not_supported"
        case .pending: "pending"
        case .impossible: "impossible"
        case .nothingToErase: "nothing_to_erase"
        }
    }

    /// A sentence about it.
    public var text: String {
        switch self {
        case .confirmed(let contributions, let windows):
            "The collector took \(contributions.of("contribution")) out of \(windows.of("window")), and signed that it did."
        case .notSupported: "The collector can't be told; it has no name of this installation that lasts beyond a day."
        case .pending(let reason): "The collector has yet to be told (\(reason)); it is tried again."
        case .impossible(let reason): "The collector can't be told (\(reason)); its windows close within days."
        case .nothingToErase: "The collector has nothing of this installation."
        }
    }
}
