import CTacitSystem
import Foundation
import TacitProbe
import TestHarness
import Testing

@testable import TacitLocal

@Suite("The process that asks services", .serialized)
struct ProberChildTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func child(_ word: String, _ probes: [Probe], patience: Int = 20_000) throws -> ProberChild {
        ProberChild(program: try Tool.built("probing"), arguments: [word], probes: probes, patience: patience)
    }

    /// A service that is up as long as a test lasts.
    private func listening() async throws -> (StandIn, Probe) {
        let double = try await StandIn(.answering(Array("+PONG\r\n".utf8)))
        return (double, try .test("redis", .redis, double.port))
    }

    @Test("asks with its egress closed, and answers for every probe, round after round")
    func rounds() async throws {
        let (double, redis) = try await listening()
        let gone = try Probe.test("gone", .tcp, try await Port.free())
        let child = try child("prober", [redis, gone])
        for _ in 0..<3 {
            let results = child.round()
            #expect(results.map(\.service) == ["redis", "gone"])
            #expect(results.map(\.reason) == [nil, "refused"])
        }
        #expect(child.closed?.socketsDenied == isLinux)
        child.end()
        double.end()
    }

    @Test("trusts the certificates that a probe names, which it may read")
    func certificates() async throws {
        let certificates = try Certificates(in: folder)
        let (port, encrypted) = (try await Port.free(), try await Port.free())
        let server = try Services.nginx(port, encrypted: [(encrypted, certificates.valid)], in: folder)
        let child = try child("prober", [.test("web", .tls, encrypted, certificates: certificates.authority)])
        try await eventually("it is up") { child.round()[0].reason == nil }
        server.stop()
    }

    @Test("can't read the files of the data, which a command of a probe shows", .enabled(if: isLinux))
    func files() async throws {
        let secret = try folder.write("of somebody", to: "health.jsonl")
        let reads = { (file: String) in try Probe.test("cat", .command).with { $0.command = ["/bin/cat", file] } }
        let writes = try Probe.test("touch", .command).with { $0.command = ["/bin/touch", "\(folder.path)/new"] }
        let system = try child("prober", [reads("/etc/passwd")])
        #expect(system.round().map(\.reason) == [nil])
        let data = try child("prober", [reads(secret)])
        let isLimited = tacit_landlock_version() > 0
        #expect(data.round().map(\.reason) == [isLimited ? "failed" : nil])
        let writing = try child("prober", [writes])
        #expect(writing.round().map(\.reason) == [isLimited ? "failed" : nil])
        #expect(data.closed?.filesLimited == isLimited)
    }

    @Test("is replaced by itself where the one that reads from strangers is killed, though the monitor may start none")
    func killed() async throws {
        let (double, redis) = try await listening()
        let child = try child("prober", [redis])
        #expect(child.round()[0].reason == nil)
        let keeper = try #require(child.process)
        for _ in 0..<3 {
            for asking in Self.children(of: keeper) { kill(asking, SIGKILL) }
            try await eventually("it answers again", within: .seconds(30)) { child.round()[0].reason == nil }
            #expect(child.process == keeper)
        }
        child.end()
        double.end()
    }

    @Test(
        "costs a round's results where it is silent, dies or floods, and is started again",
        arguments: ["silent", "dying", "flooding"])
    func misbehaving(_ manner: String) async throws {
        let probe = try Probe.test("x", .tcp, 9, slow: 50, timeout: 100)
        let child = try child(manner, [probe], patience: 300)
        var numbers: Set<Int32> = []
        for _ in 0..<3 {
            child.start()
            numbers.insert(try #require(child.process))
            let results = child.round()
            #expect(results.count == 1)
            #expect(results[0].reason == "unprobed" || manner == "flooding")
        }
        #expect(numbers.count == 3, "each time another")
        for number in numbers { #expect(Self.children(of: getpid()).contains(number) == false) }
    }

    @Test("is believed nothing but reasons for the probes that it was given")
    func lies() async throws {
        let script = """
            while read line; do [ "$line" = round ] || continue
            echo '{"service":"other","ms":1}'; echo '{"service":"x","ms":-5}'; echo '{"service":"x","ms":1,"reason":"a person"}'
            echo 'something else'; echo '{"service":"x","ms":7,"reason":"refused","more":"text"}'; echo end; done
            """
        let probes = [try Probe.test("x", .tcp, 9), try Probe.test("y", .tcp, 9)]
        let child = ProberChild(program: "/bin/sh", arguments: ["-c", script], probes: probes)
        let expected = [
            Probe.Result(probes[0], milliseconds: 7, reason: .refused),
            Probe.Result(probes[1], milliseconds: 0, reason: .unprobed),
        ]
        #expect(child.round() == expected)
    }

    @Test("ends when its parent does, with the programs that it runs")
    func ends() async throws {
        let sleeping = try Probe.test("sleep", .command, timeout: 60_000).with { $0.command = ["/bin/sleep", "599"] }
        let child = try child("prober", [sleeping])
        child.begin()
        let keeper = try #require(child.process)
        try await eventually("the program runs") { Self.descendants(of: keeper).count == 2 }
        let all = Self.descendants(of: keeper) + [keeper]
        // As when the parent is killed: its end of the pipe is closed, and nobody says anything.
        child.end()
        try await eventually("all are gone") { all.allSatisfy { kill($0, 0) != 0 || Self.isEnded($0) } }
    }

    private static func descendants(of parent: Int32) -> [Int32] {
        children(of: parent).flatMap { [$0] + descendants(of: $0) }
    }

    /// From `/proc/N/stat`, where the parent is the second word behind the name.
    private static func children(of parent: Int32) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap(Int32.init).filter { number in
            let text = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
            let words = text.split(separator: ")").last?.split(separator: " ") ?? []
            return words.count > 1 && Int32(words[1]) == parent
        }
    }

    private static func isEnded(_ number: Int32) -> Bool {
        ((try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ") Z").contains(") Z")
    }
}
