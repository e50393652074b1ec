import TacitSeal

/// The telemetry of programs on this machine, seen from outside them: what the `tacit` commands work on, and what an app can
/// offer for another.
///
/// ```swift
/// let telemetry = try ProjectTelemetry.open("shop")
/// print(await telemetry.status().text)
/// try await telemetry.withdraw()
/// ```
///
/// A project is known here from the first decision about it on: before that there is nothing on the machine.
public enum ProjectTelemetry {
    /// The projects that somebody has decided about, in the place where the system keeps state.
    public static func names() -> [String] { names(in: .current()) }

    /// Opens a project as the program that it belongs to would: same place, same settings, same switches. What the program
    /// has recorded and not yet written down is not seen; what is decided has effect in it within its sync interval.
    ///
    /// - Parameter name: `nil` opens the only one that there is.
    public static func open(_ name: String? = nil) throws(TelemetryFault) -> Telemetry {
        try open(name, surroundings: .current())
    }

    /// The name that was given, or that of the only project that there is.
    public static func name(_ given: String? = nil) throws(TelemetryFault) -> String {
        if let given { return given }
        return try only(.current())
    }

    package static func names(in surroundings: Surroundings) -> [String] {
        let home = surroundings.stateHome
        return ((try? Files.names(in: home)) ?? []).filter { name in
            TelemetryError.isProject(name)
                && ["consent.jsonl", "catalog.json", "erased.json"].contains { Files.exist("\(home)/\(name)/\($0)") }
        }
    }

    package static func open(
        _ name: String?, surroundings: Surroundings, transport: (any Transport)? = nil, clock: TelemetryClock = .system
    ) throws(TelemetryFault) -> Telemetry {
        guard let name else {
            return try open(only(surroundings), surroundings: surroundings, transport: transport, clock: clock)
        }
        let folder = try folder(of: name, surroundings)
        let declaration: Declaration
        do throws(FileFault) {
            declaration = try Declaration.read(in: folder) ?? .remainder(of: name, in: folder)
        } catch {
            // What can't be read of what the program declared must not keep anybody from ending it.
            declaration = .remainder(of: name, in: folder)
        }
        do throws(TelemetryError) {
            return try start(
                declaration.catalog, project: name, version: declaration.version,
                configuration: Configuration(settings: declaration.settings), transport: transport, clock: clock,
                surroundings: surroundings)
        } catch {
            throw TelemetryFault(.project, problem: error.remedy, place: name, remedy: "name it as the program does")
        }
    }

    private static func only(_ surroundings: Surroundings) throws(TelemetryFault) -> String {
        let names = names(in: surroundings)
        guard names.count != 1 else { return names[0] }
        throw names.isEmpty
            ? TelemetryFault(
                .project, problem: "nothing was decided about any program here", place: surroundings.stateHome,
                remedy: "run the program and let it ask, or name it with --project")
            : TelemetryFault(
                .project, problem: "there are several programs: \(names.joined(separator: ", "))",
                place: surroundings.stateHome, remedy: "name one of them with --project")
    }

    private static func folder(of name: String, _ surroundings: Surroundings) throws(TelemetryFault) -> String {
        guard TelemetryError.isProject(name) else {
            throw TelemetryFault(
                .project, problem: "that is no project's name", place: surroundings.stateHome,
                remedy: "give 1 to 64 letters, digits, '-', '_' or '.', the first a letter or digit")
        }
        var folder = surroundings.stateFolder(of: name)
        var fault: ConfigurationFault?
        do throws(ConfigurationFault) {
            folder = try Configuration.load(project: name, surroundings: surroundings).stateFolder ?? folder
        } catch {
            fault = error
        }
        let kept = ["consent.jsonl", "catalog.json", "erased.json", "install.key"]
        guard kept.contains(where: { Files.exist("\(folder)/\($0)") }) else {
            // It may be why nothing was decided, or why nothing is found.
            if let fault { throw TelemetryFault(fault) }
            throw TelemetryFault(
                .project, problem: "nothing was ever decided about it on this machine", place: folder,
                remedy: "run the program and let it ask; `tacit off` keeps it off without being asked")
        }
        return folder
    }
}

extension Declaration {
    /// What is still known of a project whose declaration is gone: its name, and where its collector is.
    fileprivate static func remainder(of project: String, in folder: String) -> Declaration {
        let settings = ErasureNote.read(in: folder)?.pending?.settings ?? [:]
        return Declaration(
            project: project, version: "",
            catalog: TelemetryCatalog(name: project, digest: "", categories: [], events: []),
            code: Configuration(settings: settings))
    }
}
