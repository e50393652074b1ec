/// What `tacit verify storage --json` says.
struct Verified: Sendable {
    let status: Int32
    let output: String
    let checks: [Check]
    let held: [Held]

    struct Content: Decodable {
        let checks: [Check]
        let held: [Held]
    }

    struct Check: Decodable, Sendable {
        let id: String
        let examined: Int
        let faults: [Fault]
    }

    struct Fault: Decodable, Sendable {
        let place: String
        let what: String
        let remedy: String
    }

    struct Held: Decodable, Sendable {
        let name: String
        let bytes: Int
        let encryption: String
    }

    /// - Parameter configuration: the file that says where sessions are kept.
    static func look(at state: String, configuration: String? = nil) async throws -> Verified {
        let outcome = try await Program.run(
            Project.tacit(),
            ["verify", "storage", "--state", state, "--json"] + (configuration.map { ["--config", $0] } ?? []))
        guard outcome.status == 0 || outcome.status == 3 else { throw ToolFailed("tacit verify", outcome) }
        let content = try outcome.json(Content.self)
        return Verified(status: outcome.status, output: outcome.output, checks: content.checks, held: content.held)
    }

    var faults: [String] { checks.flatMap { check in check.faults.map { "\(check.id): \($0.place) \($0.what)" } } }

    func faults(of id: String) -> [Fault] { checks.first { $0.id == id }?.faults ?? [] }

    func examined(_ id: String) -> Int { checks.first { $0.id == id }?.examined ?? 0 }
}
