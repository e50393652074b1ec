import Dispatch

/// Waits until `condition` holds, looking often; fails when it does not come to hold in time.
func eventually(
    _ what: String, within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw TooLate(what: what, limit: limit) }
        try await Task.sleep(for: .milliseconds(20))
    }
}

struct TooLate: Error, CustomStringConvertible {
    let what: String
    let limit: Duration

    var description: String { "\(what) did not happen within \(limit)" }
}
