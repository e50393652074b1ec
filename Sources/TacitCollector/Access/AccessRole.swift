/// What the holder of a token may do.
package enum AccessRole: String, Sendable, Codable, CaseIterable {
    /// Send data, and ask that it be erased; read nothing.
    case ingest
    /// Read the page and the report.
    case viewer
    /// Also what tells how the collector itself is: `/metrics`.
    case `operator`
    /// Everything on the page's listener.
    case officer

    /// Whether it may do what another role is needed for. Who sends does not read, and who reads does not send.
    package func covers(_ needed: AccessRole) -> Bool {
        guard self != .ingest, needed != .ingest else { return self == needed }
        return rank >= needed.rank
    }

    private var rank: Int {
        switch self {
        case .ingest: 0
        case .viewer: 1
        case .operator: 2
        case .officer: 3
        }
    }
}
