import Foundation

/// Where the parts of the project lie that the tests run.
enum Project {
    /// The folder of `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func file(_ path: String) -> URL { root.appendingPathComponent(path) }

    static func text(_ path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }

    /// The program under test.
    static func tacit() throws -> URL { try built("tacit") }

    /// A program that is built beside the tests, so it is looked for there.
    static func built(_ name: String) throws -> URL {
        var folder = testBundle.deletingLastPathComponent()
        while folder.path != "/" {
            let program = folder.appendingPathComponent(name)
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
            folder.deleteLastPathComponent()
        }
        throw MissingPart("the program `\(name)`")
    }

    private static var testBundle: URL {
        #if os(Linux)
            URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        #else
            Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL ?? Bundle.main.bundleURL
        #endif
    }

    /// The Python in which the real OpenTelemetry clients are installed.
    static func python() throws -> URL {
        let python = file(".build/clients-venv/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            throw MissingPart("the OpenTelemetry clients")
        }
        return python
    }

    /// A program of the system.
    static func tool(_ name: String) throws -> URL {
        for folder in ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"] {
            let path = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: path) { return URL(fileURLWithPath: path) }
        }
        throw MissingPart("the program `\(name)`")
    }
}

/// Something that the tests need is not installed. It fails the test: what is not run proves nothing.
struct MissingPart: Error, CustomStringConvertible {
    let description: String

    init(_ what: String) { description = "\(what) is missing; run `make test`, which installs and builds it" }
}
