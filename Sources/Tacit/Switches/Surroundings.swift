#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The machine around the program, as far as the switches look at it. Looking creates nothing.
///
/// ```swift
/// var switches = Surroundings.current().switches(of: "acme")
/// ```
package struct Surroundings: Sendable {
    package var environment: [String: String]
    /// Where the person's own files lie; `nil` for an account without such a folder.
    package var home: String?
    package var policyPath: String
    package var hasTerminal: Bool
    /// What stands after the program's name.
    package var arguments: [String]

    package init(
        environment: [String: String], home: String?, policyPath: String = Self.policyPath, hasTerminal: Bool = false,
        arguments: [String] = []
    ) {
        self.environment = environment
        self.home = home
        self.policyPath = policyPath
        self.hasTerminal = hasTerminal
        self.arguments = arguments
    }

    /// Where an administrator decides for all of a machine.
    package static let policyPath: String = {
        #if canImport(Darwin)
            "/Library/Application Support/tacit/policy"
        #else
            "/etc/tacit/policy"
        #endif
    }()

    /// Those of this process.
    package static func current() -> Surroundings {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? accountHome()
        return Surroundings(
            environment: environment, home: home, hasTerminal: Terminal.isInteractive,
            arguments: Array(CommandLine.arguments.dropFirst()))
    }

    /// What the files and variables say of a project.
    package func switches(of project: String) -> Switches {
        var switches = Switches(project: project, policyPath: policyPath)
        switches.environment = environment
        switches.policy = Self.file(policyPath)
        switches.hasTerminal = hasTerminal
        switches.optOutFiles = optOutFiles(["tacit"])
        // A person writes a project as it calls itself, or in small letters.
        switches.projectOptOutFiles = optOutFiles([project, project.lowercased()])
        return switches
    }

    /// A file of `key: value` lines, or what stands in its place.
    package static func file(_ path: String) -> Switches.File {
        switch SmallFile.read(path, limit: 1 << 20) {
        case .absent: .absent
        case .unreadable: .unreadable
        case .bytes(let bytes): String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .unreadable
        }
    }

    private func optOutFiles(_ projects: [String]) -> [String] {
        guard let home else { return [] }
        var names: [String] = []
        for name in projects.map(Switches.optOutName) where !names.contains(name) { names.append(name) }
        return names.map { "\(home)/\($0)" }.filter(SmallFile.mayExist)
    }

    /// The home folder in the machine's own list of accounts. The system's function is not asked: it may open sockets to
    /// a service that knows more accounts.
    static func accountHome(of user: uid_t = getuid(), in path: String = "/etc/passwd") -> String? {
        guard case .bytes(let bytes) = SmallFile.read(path, limit: 1 << 22) else { return nil }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            if fields.count >= 6, fields[2].elementsEqual("\(user)".utf8) {
                return String(validating: fields[5], as: UTF8.self)
            }
        }
        return nil
    }
}
