import TacitProbe
import Testing

@testable import TacitLocal

@Suite("A declared probe")
struct ProbeDeclarationTests {
    @Test(
        "is refused where a name would have to be looked up, for that would send a packet that nobody declared",
        arguments: ["nas.local", "example.com", "", "127.1", "::1%eth0", "0x7f000001"])
    func names(_ host: String) throws {
        let probe = try Probe.test("web", .http, 80, host: host)
        #expect(throws: ProbeFault.self) { try Prober([probe]) }
    }

    @Test(
        "is taken with an address or localhost",
        arguments: ["localhost", "127.0.0.1", "::1", "192.0.2.7", "2001:db8::7"])
    func addresses(_ host: String) throws {
        #expect(throws: Never.self) { try Probe.test("web", .http, 80, host: host).check() }
    }

    @Test("is refused where it lacks or has what can't be asked")
    func faults() throws {
        let web = try Probe.test("web", .http, 80)
        let bad: [(Probe, ProbeFault.Code)] = [
            (web.with { $0.port = 0 }, .port), (web.with { $0.port = 65536 }, .port),
            (web.with { $0.port = nil }, .port),
            (web.with { $0.path = "/ HTTP/1.1\r\nX: y" }, .path), (web.with { $0.path = "x" }, .path),
            (web.with { $0.slow = 20_000 }, .time), (web.with { $0.timeout = 100_000 }, .time),
            (web.with { $0.serverName = "127.0.0.1" }, .name), (try .test("p", .process), .name),
            (try .test("u", .systemd).with { $0.name = "--host=example.com" }, .name),
            (try .test("c", .command).with { $0.command = ["check"] }, .command),
            (try .test("c", .command).with { $0.command = ["/bin/sh", "a\0b"] }, .command),
        ]
        for (probe, code) in bad {
            let fault = #expect(throws: ProbeFault.self) { try probe.check() }
            #expect(fault?.code == code)
        }
    }

    @Test("comes through the pipe as it was")
    func lines() throws {
        let probes = [
            try Probe.test("web", .http, 443, isEncrypted: true, certificates: "/a \"b\".pem").with {
                $0.path = "/x?y=%20"
                $0.serverName = "nas.example"
            },
            try .test("c", .command).with { $0.command = ["/bin/sh", "-c", "echo '\"\\\n\t'", "", "ü"] },
            try .test("p", .process).with { $0.name = "ä" },
        ]
        for probe in probes {
            #expect(Probe(line: probe.line.dropLast()) == probe)
            #expect(probe.line.count { $0 == UInt8(ascii: "\n") } == 1)
        }
    }
}
