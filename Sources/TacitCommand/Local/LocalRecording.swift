import ArgumentParser
import TacitLocal
import TacitSeal

struct LocalRecording: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Write down a level or an error, from a script.",
        subcommands: [RecordLevel.self, RecordError.self])
}

struct RecordLevel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "level", abstract: "Write down how high a level is: tacit local record level consciousness 0.82")

    @OptionGroup var options: LocalOptions
    @Argument(help: "The name of the level.") var name: String
    @Argument(help: "From 0 to 1.") var value: String

    func run() throws {
        guard let name = Name(name) else { throw ValidationError(Recording.remedy) }
        // What was given is not said again: it may have been something else than a number, by mistake.
        guard let value = Double(value), (0...1).contains(value) else {
            throw ValidationError("A level is a number from 0 to 1.")
        }
        try Recording.speaks(options.environment)
        let folder = try options.open()
        guard try options.settings(folder).parts.contains(.levels) else { throw Recording.off(.levels) }
        let level = try options.configuration().levels.first { $0.name == name } ?? .init(name: name)
        let status = folder.status(of: level, value, at: .now)
        try Failure.of { try folder.append([status]) }
        print("\(name) \(value): \(status.evolutionSentence)")
    }
}

struct RecordError: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "error", abstract: "Write down an error: tacit local record error DB-1001 --component store")

    @OptionGroup var options: LocalOptions
    @Argument(help: "Its code: letters, digits, `.`, `_` and `-`.") var code: String
    @Option(help: "Where it happened.") var component: String
    @Flag(help: "Call it critical.") var critical = false
    @Option(help: "How often it happened.") var count = 1
    @Option(help: "What was said. It is scrubbed; what the scrubber finds is not kept.") var message: String?

    func run() throws {
        guard let code = ErrorCode(code), let component = Name(component) else {
            throw ValidationError(Recording.remedy)
        }
        guard count > 0, count <= 1_000_000_000 else {
            throw ValidationError("A count is from 1 to 1000000000.")
        }
        try Recording.speaks(options.environment)
        let folder = try options.open()
        guard try options.settings(folder).parts.contains(.errors) else { throw Recording.off(.errors) }
        let error = ErrorEvent(
            timestamp: .now, code: code, component: component, severity: critical ? .critical : .error, count: count,
            message: message)
        try Failure.of { try folder.append([error]) }
    }
}

/// What holds for all that is recorded.
enum Recording {
    static let remedy =
        "A name has lower-case letters, digits, `.`, `_` and `-`, a letter first; a code may have capitals; at most 40, and "
        + "nothing that could be a person's."

    static func speaks(_ environment: [String: String]) throws {
        guard !Silence.holds(in: environment) else {
            throw Failure("Nothing was written: TACIT_ENABLED is off here.\n  → unset it, or set it to true")
        }
    }

    static func off(_ part: Part) -> Failure {
        Failure("Nothing was written: \(part.rawValue) is off. `tacit local on \(part.rawValue)` switches it on.")
    }
}
