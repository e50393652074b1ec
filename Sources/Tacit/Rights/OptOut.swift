import TacitSeal

/// A person's own switch: a file in their home that keeps programs from collecting, whatever else is said.
///
/// ```swift
/// try OptOut.set(for: "shop")        // ~/.shop-no-telemetry
/// ```
public enum OptOut {
    /// Makes the file; returns its path.
    ///
    /// - Parameter project: `nil` is for every program.
    @discardableResult
    public static func set(for project: String?) throws(TelemetryFault) -> String {
        try set(for: project, in: .current())
    }

    /// Removes the file; what else says off goes on saying so. Returns whether there was one.
    @discardableResult
    public static func remove(for project: String?) throws(TelemetryFault) -> Bool {
        try remove(for: project, in: .current())
    }

    package static func set(for project: String?, in surroundings: Surroundings) throws(TelemetryFault) -> String {
        let path = try path(project, surroundings)
        guard !SmallFile.mayExist(path) else { return path }
        return try perform { () throws(FileFault) in
            try Files.replace(path, with: [])
            return path
        }
    }

    package static func remove(for project: String?, in surroundings: Surroundings) throws(TelemetryFault) -> Bool {
        let path = try path(project, surroundings)
        guard SmallFile.mayExist(path) else { return false }
        return try perform { () throws(FileFault) in
            try Files.remove(path)
            return true
        }
    }

    private static func perform<Value>(_ body: () throws(FileFault) -> Value) throws(TelemetryFault) -> Value {
        do throws(FileFault) { return try body() } catch { throw TelemetryFault(.configuration, error) }
    }

    private static func path(_ project: String?, _ surroundings: Surroundings) throws(TelemetryFault) -> String {
        guard let home = surroundings.home else {
            throw TelemetryFault(
                .configuration, problem: "this account has no home folder", place: "the opt-out file",
                remedy: "set TACIT_ENABLED=false in its environment")
        }
        let name = project ?? "tacit"
        guard TelemetryError.isProject(name) else {
            throw TelemetryFault(
                .project, problem: "that is no project's name", place: "the opt-out file",
                remedy: "give 1 to 64 letters, digits, '-', '_' or '.', the first a letter or digit")
        }
        return "\(home)/\(Switches.optOutName(of: name))"
    }
}
