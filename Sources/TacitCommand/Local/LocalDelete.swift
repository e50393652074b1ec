import ArgumentParser
import TacitLocal
import TacitSeal

struct LocalDelete: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Remove what was collected, and say what was removed.")

    @OptionGroup var options: LocalOptions
    @Argument(help: "health, resources, services, levels, errors, alerts.") var parts: [Part] = []
    @Flag(help: "Remove every byte: all parts and what is switched on. Your local.yaml stays.") var all = false
    @Flag(help: "Don't ask.") var yes = false

    func validate() throws {
        guard all != !parts.isEmpty else { throw ValidationError("Name the parts, or say --all.") }
    }

    func run() throws {
        let folder = LocalFolder(try options.path())
        let files = folder.files.filter { all || parts.contains($0.part) }
        let bytes = files.reduce(0) { $0 + (Files.size(folder.path(of: $1)) ?? 0) }
        try confirm("Remove \(files.count) files, \(bytes) bytes, in \(folder.path)?")
        let isRunning = LocalLock.isHeld(in: folder)
        let names = try Failure.of {
            if all { return try folder.deleteAll() }
            var names: [String] = []
            for part in parts { names += try folder.delete(part) }
            return names
        }
        for name in names { print("removed  \(name)") }
        print("\(names.count) files, \(bytes) bytes of lines removed from \(folder.path)")
        if all, isRunning {
            Terminal.say("A monitor still runs; with everything off it writes nothing.")
        }
    }

    private func confirm(_ question: String) throws {
        guard !yes else { return }
        guard Terminal.showsProgress else { throw Failure("Nothing was removed: without a terminal, say --yes.") }
        Terminal.ask(question + " [y/N] ")
        guard ["y", "yes"].contains(readLine()?.lowercased()) else { throw Failure("Nothing was removed.") }
    }
}
