import Foundation

/// The client programs of `Tests/Clients`.
enum Client {
    /// Runs one of them with the real OpenTelemetry packages.
    static func run(
        _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await Program.run(
            Project.python(), [Project.file("Tests/Clients/\(program).py").path] + arguments, input: input,
            environment: environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 })
    }

    /// Runs one that must succeed, and reads the line that it prints.
    static func told<T: Decodable>(
        _ type: T.Type, _ program: String, _ arguments: [String], input: [UInt8] = [],
        environment: [String: String] = [:]
    ) async throws -> T {
        let outcome = try await run(program, arguments, input: input, environment: environment)
        guard outcome.status == 0 else { throw ToolFailed(program, outcome) }
        return try JSONDecoder().decode(type, from: Data(outcome.bytes))
    }

    /// What `send.py` says that it sent.
    struct Sent: Decodable, Sendable {
        let exports: [String: Outcomes]
        let truth: [String: [String: Truth]]

        struct Outcomes: Decodable, Sendable {
            let success: Int
            let failure: Int
        }

        /// A count, or counts by a further label.
        enum Truth: Decodable, Sendable {
            case count(Int)
            case counts([String: Int])

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let count = try? container.decode(Int.self) {
                    self = .count(count)
                } else {
                    self = .counts(try container.decode([String: Int].self))
                }
            }
        }

        /// The true counts of an event by its two labels.
        func counts(_ event: String) -> [String: [String: Int]] {
            (truth[event] ?? [:]).compactMapValues { if case .counts(let counts) = $0 { counts } else { nil } }
        }

        var requests: Int { exports.values.reduce(0) { $0 + $1.success } }
    }
}
