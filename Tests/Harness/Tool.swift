package import Foundation
import TacitLocal

/// Programs that the tests need. One that is not installed fails the test: what is not run proves nothing.
package enum Tool {
    package static func named(_ name: String) throws -> String {
        let folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"] + postgresFolders
        guard let folder = folders.first(where: { access("\($0)/\(name)", X_OK) == 0 }) else { throw MissingPart(name) }
        return "\(folder)/\(name)"
    }

    private static var postgresFolders: [String] {
        let root = "/usr/lib/postgresql"
        return ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted().map { "\(root)/\($0)/bin" }
    }

    /// A program of this package that the tests start, which is built beside them.
    package static func built(_ name: String) throws -> String {
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            let program = folder.appendingPathComponent(name).path
            if access(program, X_OK) == 0 { return program }
            folder.deleteLastPathComponent()
        }
        throw MissingPart(name)
    }

    /// Runs a program to its end, for ten seconds at most, and answers what it wrote.
    @discardableResult
    package static func run(_ name: String, _ arguments: [String], input: String = "") throws -> Data {
        let folder = try TemporaryFolder()
        let given = open(try folder.write(input, to: "input"), O_RDONLY | O_CLOEXEC)
        let told = open(try folder.write("", to: "output"), O_RDWR | O_CLOEXEC)
        defer {
            close(given)
            close(told)
        }
        let channels = ChildProcess.Channels(input: given, output: told)
        guard
            let process = ChildProcess(try named(name), arguments, environment: ["LANG": "C.UTF-8"], channels: channels)
        else { throw MissingPart(name) }
        var end: ChildProcess.End?
        for _ in 0..<10_000 where end == nil {
            end = process.ended()
            if end == nil { usleep(1000) }
        }
        if end == nil { process.endAndWait() }
        guard end == .code(0) else { throw Failed(what: "\(name) \(arguments.first ?? "")") }
        return try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/output"))
    }
}

package struct Failed: Error {
    package let what: String

    package init(what: String) { self.what = what }
}

/// Something that the tests need is not installed.
package struct MissingPart: Error, CustomStringConvertible {
    package let description: String

    package init(_ what: String) { description = "\(what) is missing; run `make test`, which installs and builds it" }
}
