/// Waits until `condition` holds, looking often; fails when it does not come to hold in time.
package func eventually(
    _ what: String, within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw Failed(what: "\(what) did not happen within \(limit)") }
        try await Task.sleep(for: .milliseconds(10))
    }
}
