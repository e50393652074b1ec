import Foundation
import TestHarness
import Testing

@testable import TacitLocal
@testable import TacitProbe

@Suite("A probe that runs or looks for a program")
struct ProgramProbeTests {
    @Test("is up with exit code 0, and failed with any other or a signal")
    func exitCodes() async throws {
        for (script, reason) in [("exit 0", nil), ("exit 1", .failed), ("kill -9 $$", .failed)]
            as [(String, ServiceStatus.Reason?)]
        {
            let probe = try Probe.test("script", .command).with { $0.command = ["/bin/sh", "-c", script] }
            #expect(try await probe.asked() == reason)
        }
        let missing = try Probe.test("script", .command).with { $0.command = ["/nowhere/program"] }
        #expect(try await missing.asked() == .unprobed)
    }

    @Test("ends the program at its timeout, with all that it started")
    func timeout() async throws {
        let folder = try TemporaryFolder()
        // The second one leaves a child behind, and ends well.
        let scripts = ["sleep 600 & echo $! >\(folder.path)/a; wait", "sleep 600 & echo $! >\(folder.path)/b"]
        let probes = try scripts.enumerated().map { place, script in
            try Probe.test("script-\(place)", .command, timeout: 2000).with { $0.command = ["/bin/sh", "-c", script] }
        }
        let results = try await Prober(probes).round()
        #expect(results.map(\.reason) == ["timeout", nil])
        for name in ["a", "b"] {
            let number = try #require(Int32(try folder.text(name).trimmingCharacters(in: .whitespacesAndNewlines)))
            try await eventually("the end of what was started") { ProgramProbeTests.isGone(number) }
        }
    }

    /// One that nobody has asked how it ended is gone too.
    private static func isGone(_ number: Int32) -> Bool {
        guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else { return true }
        return text.contains(") Z ")
    }

    @Test(
        "gives the program nothing: no input, no variable of this process, no descriptor, and reads none of its output")
    func nothing() async throws {
        let folder = try TemporaryFolder()
        setenv("TACIT_TEST_SECRET", "here", 1)
        let script = """
            env >\(folder.path)/env; ls /proc/self/fd >\(folder.path)/fd; cat >\(folder.path)/input
            head -c 10000000 /dev/zero
            """
        let probe = try Probe.test("script", .command).with { $0.command = ["/bin/sh", "-c", script] }
        #expect(try await probe.asked() == nil)
        #expect(try !folder.text("env").contains("TACIT_TEST_SECRET"))
        #expect(try folder.text("input").isEmpty)
        // The three that every program has, one of them the file, and the folder that is listed.
        #expect(try folder.text("fd").split(separator: "\n").count == 4)
    }

    @Test("finds a process by the name that the kernel has of it, and not one that has ended")
    func processes() async throws {
        let folder = try TemporaryFolder()
        let name = "a) program of a test"
        let program = "\(folder.path)/\(name)"
        try FileManager.default.copyItem(atPath: "/bin/sleep", toPath: program)
        let probe = try Probe.test("worker", .process).with { $0.name = name }
        #expect(try await probe.asked() == .notRunning)
        let running = try Program(program, ["600"], in: folder, named: "sleep")
        try await eventually("it is found") { try await probe.asked() == nil }
        running.send(SIGKILL)
        try await eventually("it is missed, though nobody has asked how it ended") {
            try await probe.asked() == .notRunning
        }
        running.stop()
    }

    /// A double: systemd runs on no machine that is a container. The exit codes are those of systemctl(1).
    @Test("asks systemd of a unit")
    func units() async throws {
        let folder = try TemporaryFolder()
        let double = try folder.write(
            """
            #!/bin/sh
            [ "$1 $2 $3" = "is-active --quiet --" ] || exit 64
            case $4 in web.service) exit 0;; old.service) exit 3;; none.service) exit 4;; *) exit 1;; esac
            """, to: "systemctl")
        chmod(double, 0o755)
        let expected = [
            "web.service": nil, "old.service": "not_running", "none.service": "not_running", "x": "unprobed",
        ]
        for (unit, reason) in expected {
            let probe = try Probe.test("unit", .systemd).with { $0.name = unit }
            #expect(try await Prober([probe], systemctl: double).round()[0].reason == reason)
        }
    }
}
