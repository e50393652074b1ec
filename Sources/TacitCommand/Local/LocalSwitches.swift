public import ArgumentParser
public import TacitLocal
import TacitSeal

extension Part: ExpressibleByArgument {}

struct LocalOn: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "on", abstract: "Switch parts on; all of them where none is named.")

    @OptionGroup var options: LocalOptions
    @Argument(help: "health, resources, services, levels, errors, alerts.") var parts: [Part] = []

    func run() throws {
        let folder = LocalFolder(try options.path())
        try LocalSwitches.set(parts.isEmpty ? Part.allCases : parts, isOn: true, in: folder)
        print(LocalSwitches.text(try options.settings(folder), folder))
        if !LocalLock.isHeld(in: folder) { Terminal.say("Nothing looks yet; `tacit local start` does.") }
    }
}

struct LocalOff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "off", abstract: "Switch parts off; all of them where none is named. What was collected stays.")

    @OptionGroup var options: LocalOptions
    @Argument(help: "health, resources, services, levels, errors, alerts.") var parts: [Part] = []

    @Flag(help: "Remove what these parts have collected, too.") var delete = false

    func run() throws {
        let folder = LocalFolder(try options.path())
        let parts = parts.isEmpty ? Part.allCases : parts
        try LocalSwitches.set(parts, isOn: false, in: folder)
        if delete {
            for part in parts { try Failure.of { _ = try folder.delete(part) } }
        }
        print(LocalSwitches.text(try options.settings(folder), folder))
    }
}

enum LocalSwitches {
    static func set(_ parts: some Sequence<Part>, isOn: Bool, in folder: LocalFolder) throws {
        _ = try Failure.of {
            try Settings.change(in: folder) { on in
                if isOn { on.formUnion(parts) } else { on.subtract(parts) }
            }
        }
    }

    static func text(_ settings: Settings, _ folder: LocalFolder) -> String {
        let width = Part.allCases.map(\.rawValue.count).max() ?? 0
        return Part.allCases.map { part in
            let name = part.rawValue + String(repeating: " ", count: width - part.rawValue.count)
            return "  \(settings.parts.contains(part) ? "on " : "off")  \(name)  \(part.summary), \(part.days) days"
        }.joined(separator: "\n") + "\n  in \(folder.path)"
    }
}
