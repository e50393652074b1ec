import ArgumentParser
import Tacit

/// A program on this machine whose telemetry is looked at or changed.
struct ProjectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The program, as it calls itself; not needed where there is only one.", valueName: "name"),
        completion: .custom { _, _, _ in ProjectTelemetry.names() })
    var project: String?

    @Flag(help: "Write JSON.")
    var json = false

    func open() throws -> Telemetry { try Failure.of { try ProjectTelemetry.open(project) } }

    /// The named categories, all of which the program has; `nil` where none is named.
    func checked(_ categories: [String], in telemetry: Telemetry) throws -> [String]? {
        let known = telemetry.catalog.categories.map(\.name)
        if let unknown = categories.first(where: { !known.contains($0) }) {
            let list = known.isEmpty ? "none" : known.joined(separator: ", ")
            throw Failure("\(telemetry.project) has no category \(unknown); it has \(list).")
        }
        return categories.isEmpty ? nil : categories
    }
}

extension ConsentLevel {
    /// A level that can be agreed to.
    static func argument(_ text: String) throws -> ConsentLevel {
        guard let level = ConsentLevel(name: text), level > .denied else {
            throw ValidationError("--level takes basic, enhanced or full.")
        }
        return level
    }
}
