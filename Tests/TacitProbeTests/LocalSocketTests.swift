import CTacitSystem
import TestHarness
import Testing

@testable import TacitLocal

/// Sockets of the family AF_UNIX lead to the daemons of a machine, and those have a network of their own.
@Suite("Local sockets of a prober", .enabled(if: isLinux))
struct LocalSocketTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func lines(_ arguments: String...) async throws -> Set<String> {
        let program = try Program(Tool.built("probing"), arguments, in: folder, named: "closed")
        #expect(try await program.exit() == .code(0))
        return Set(program.output.split(separator: "\n").map(String.init))
    }

    @Test("are refused where no program is declared", arguments: [("apart", "refused"), ("ports", "open")])
    func refused(_ way: String, _ answer: String) async throws {
        #expect(try await lines("closed", way, "8").contains("local \(answer)"))
    }

    @Test("are due to probes that start a program, and to no other")
    func kinds() {
        #expect(Probe.Kind.allCases.filter(\.runsAProgram) == [.systemd, .command])
    }

    @Test(
        "and signals reach nothing outside of it, where the kernel knows how",
        .enabled(if: tacit_landlock_version() >= 6))
    func signals() async throws {
        #expect(try await lines("closed", "apart", "8").contains("signal refused"))
        #expect(try await lines("closed", "monitor").contains("signal open"), "a monitor ends its prober")
    }

    @Test("and what else was closed, is said by the prober before its first round")
    func said() throws {
        let prober = ProberChild(program: try Tool.built("probing"), arguments: ["prober"], probes: [])
        prober.start()
        #expect(prober.waitUntilClosed(within: 20_000)?.socketsDenied == true)
        prober.end()
        #expect(ProberChild(arguments: [], probes: []).waitUntilClosed() == nil)
    }
}
