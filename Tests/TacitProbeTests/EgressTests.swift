import CTacitSystem
import Foundation
import TestHarness
import Testing

@testable import TacitLocal

/// What is closed can't be opened again, so each of these looks at a process of its own.
@Suite("Closed egress", .enabled(if: isLinux))
struct EgressTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func lines(_ arguments: String...) async throws -> Set<String> {
        let program = try Program(Tool.built("probing"), arguments, in: folder, named: "closed")
        #expect(try await program.exit() == .code(0))
        return Set(program.output.split(separator: "\n").map(String.init))
    }

    private static let allRefused = Set(Egress.Attempt.Way.allCases.map { "\($0.rawValue) refused" })

    /// Landlock may be missing or old; that is then said. What seccomp refuses is refused everywhere.
    private var isLimited: Bool { tacit_landlock_version() >= 4 }

    @Test("of the monitor lets it get no socket and use none that it has for anything else")
    func monitor() async throws {
        let lines = try await lines("closed", "monitor")
        #expect(lines.isSuperset(of: Self.allRefused))
        #expect(lines.contains("sockets true ports \(isLimited) files false"))
        #expect(lines.contains("remark none") == isLimited)
        // A listener that is shut down could connect, if only sockets were refused.
        #expect(lines.contains("listener \(isLimited ? "refused" : "open")"))
        #expect(lines.contains("local open"), "the desktop's notifications go over AF_UNIX")
    }

    @Test("of the prober lets it connect with TCP to the declared ports, and nothing else")
    func prober() async throws {
        let lines = try await lines("closed", "ports", "8,22443")
        let ways = isLimited ? Self.allRefused : Self.allRefused.subtracting(["tcp refused", "tcp6 refused"])
        #expect(lines.isSuperset(of: ways))
        #expect(lines.contains("sockets true ports \(isLimited) files \(isLimited)"))
        #expect(lines.isSuperset(of: ["declared 8 open", "declared 22443 open"]))
        #expect(lines.contains("listening refused"))
    }

    @Test("holds for what a closed process executes, whatever it is")
    func inherited() async throws {
        let program = try Tool.built("probing")
        let again = try await lines("closed", "monitor", program, "attempts").filter { $0.hasPrefix("again") }
        #expect(again == Set(Self.allRefused.map { "again \($0)" }))
        // A program that knows nothing of this one: 7 is its code for a connection that could not be made.
        let curl = try Program(
            program, ["closed", "monitor", Tool.named("curl"), "-s", "-m", "5", "http://127.0.0.1:9"], in: folder,
            named: "curl")
        #expect(try await curl.exit() == .code(7))
    }

    @Test("holds for the threads that were there before")
    func threads() async throws {
        let lines = try await lines("closed", "threads")
        #expect(lines.isSuperset(of: Self.allRefused.map { "thread \($0)" }))
        #expect(lines.contains("sockets true ports true files false") || !lines.contains("remark none"))
    }

    /// What a kernel answers that has neither of them, one of them, or has them switched off.
    @Test(
        "says what the kernel lacks",
        arguments: [
            ("landlock_create_ruleset:error=ENOSYS", "monitor", "sockets true ports false files false", "no Landlock"),
            (
                "landlock_create_ruleset:error=EOPNOTSUPP", "ports", "sockets true ports false files false",
                "nor are files"
            ),
            ("landlock_create_ruleset:retval=3", "monitor", "sockets true ports false files false", "ports need 4"),
            ("seccomp:error=EINVAL", "monitor", "sockets false", "sockets are not denied"),
            ("landlock_create_ruleset,seccomp:error=ENOSYS", "ports", "sockets false ports false", "neither"),
        ])
    func missing(_ fault: String, _ manner: String, _ achieved: String, _ remark: String) async throws {
        let arguments = [
            "-f", "-o", "/dev/null", "-e", "inject=\(fault)", try Tool.built("probing"), "closing", manner, "8",
        ]
        let program = try Program(Tool.named("strace"), arguments, in: folder, named: "traced")
        #expect(try await program.exit() == .code(0))
        let lines = program.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix(achieved) == true)
        #expect(lines.last?.hasPrefix("remark ") == true && lines.last?.contains(remark) == true, "\(lines)")
    }

    @Test("of the prober keeps files from being read that were not due, and all from being written")
    func files() async throws {
        try folder.write("of somebody", to: "health.jsonl")
        let shell =
            "cat \(folder.path)/health.jsonl; echo >\(folder.path)/new; cat /etc/hostname >/dev/null && echo system"
        let lines = try await lines("closed", "ports", "22443", "/bin/sh", "-c", shell)
        #expect(lines.contains("system"))
        #expect(lines.contains("of somebody") == !isLimited)
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/new") == !isLimited)
    }
}

@Suite("What a closed process may read")
struct ReadableTests {
    @Test("leaves out the folder of the data, wherever it lies, and the ways to it")
    func hidden() throws {
        let folder = try TemporaryFolder()
        let (files, root) = (FileManager.default, folder.path + "/usr")
        for name in ["a", "b/c", "b/data/deep", "database"] {
            try files.createDirectory(atPath: "\(root)/\(name)", withIntermediateDirectories: true)
        }
        try files.createSymbolicLink(atPath: "\(root)/link", withDestinationPath: "b")
        try files.createSymbolicLink(atPath: "\(root)/round", withDestinationPath: root)
        let beside = ["\(root)/a", "\(root)/b/c", "\(root)/database"]
        #expect(Egress.below(root, hiding: "\(root)/b/data") == beside)
        #expect(Egress.below(root, hiding: "\(root)/link/data") == beside)
        #expect(Egress.below(root + "/b/data", hiding: "\(root)/b/data").isEmpty)
        #expect(Egress.below(root, hiding: nil) == [root])
        #expect(Egress.below(root, hiding: folder.path).isEmpty)
        #expect(Egress.below(root, hiding: "/nowhere") == [root])
    }
}

#if os(Linux)
    let isLinux = true
#else
    let isLinux = false
#endif
