/// What Redis says no with, as an error that says what to do. The text of Redis itself may quote a command, and is not shown.
enum RedisFault {
    static func error(_ text: String, at place: String) -> SessionStoreError {
        let words = text.split(separator: " ", maxSplits: 2)
        let kind = words.first.map(String.init) ?? ""
        switch kind {
        case "OOM":
            return SessionStoreError(.full, at: place, "Redis has no memory left (maxmemory)")
        case "NOPERM":
            return SessionStoreError(
                .refused, at: place,
                "the access list of Redis forbids what sessions need; docs/sessions.md has the line")
        case "WRONGPASS", "NOAUTH":
            return SessionStoreError(.refused, at: place, "Redis does not take this user and password")
        case "READONLY":
            return SessionStoreError(
                .refused, at: place, "this Redis is a replica; name a server that has none and is none")
        case "MISCONF":
            return SessionStoreError(.refused, at: place, "Redis writes snapshots to a disk; set `save \"\"`")
        case "MOVED", "ASK", "CROSSSLOT":
            let slot = words.dropFirst().first.flatMap { Int($0) }.map { " \($0)" } ?? ""
            return SessionStoreError(
                .refused, at: place,
                "this is a node of a cluster, and another has the slot\(slot) of this realm; name that node")
        case "LOADING":
            return SessionStoreError(.unavailable, at: place, "Redis is still loading")
        case "BUSY", "TRYAGAIN", "CLUSTERDOWN", "MASTERDOWN":
            return SessionStoreError(.unavailable, at: place, "Redis is busy (\(kind))")
        default:
            return SessionStoreError(.unavailable, at: place, "Redis answers with an error")
        }
    }
}
