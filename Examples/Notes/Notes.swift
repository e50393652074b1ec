import ArgumentParser
import Foundation
import Tacit

/// A small tool that keeps notes, and asks on its first run whether it may tell its authors how it is used.
///
/// ```
/// notes add "buy milk"
/// tacit status --project notes
/// ```
@main
struct Notes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keep notes.", subcommands: [Add.self, List.self, Search.self])
}

struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a note.")
    @Argument var text: String

    func run() async throws {
        try await Session.run(.add) { notes in notes.append(text) }
    }
}

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List all notes.")

    func run() async throws {
        try await Session.run(.list) { notes in for note in notes { print(note) } }
    }
}

struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the notes that contain a text.")
    @Argument var text: String

    func run() async throws {
        try await Session.run(.search) { notes in
            let found = notes.filter { $0.contains(text) }
            guard !found.isEmpty else { throw NotFound() }
            for note in found { print(note) }
        }
    }
}

struct NotFound: Error, CustomStringConvertible {
    let description = "no note contains that text"
}

/// What every command does around its work.
enum Session {
    static func run(_ command: CommandRun.Command, _ work: (inout [String]) throws -> Void) async throws {
        let telemetry = try Tacit.bootstrap(.notes, project: "notes", version: "1.0.0")
        // Once, and only a person at a terminal. Where the answer can't be written down, telemetry stays off and asks again the
        // next time: no note is lost for it.
        _ = try? await telemetry.askForConsent()
        let start = ContinuousClock.now
        let result = Result { try Store.change(work) }
        let duration = ContinuousClock.now - start
        let count = (try? result.get()) ?? 0
        telemetry.record(
            .commandRun(command: command, success: (try? result.get()) != nil, duration: duration, notes: count))
        if case .failure(let error) = result {
            telemetry.record(.errorRaised(code: Code(typeOf: error) ?? "unknown", message: Scrubbed("\(error)")))
        }
        // Writes down what was recorded and, once a day, sends it: 150 ms at most.
        await telemetry.flush()
        _ = try result.get()
    }
}

/// The notes, a line each.
enum Store {
    /// Returns how many there are afterwards.
    static func change(_ work: (inout [String]) throws -> Void) throws -> Int {
        let home = ProcessInfo.processInfo.environment["NOTES_HOME"] ?? NSHomeDirectory()
        let file = URL(fileURLWithPath: home + "/notes.txt")
        var notes = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
        let before = notes
        try work(&notes)
        if notes != before {
            try Data((notes.joined(separator: "\n") + "\n").utf8).write(to: file, options: .atomic)
        }
        return notes.count
    }
}
