import Foundation
import TestHarness
import Testing

@testable import TacitLocal
@testable import TacitProbe

/// A probe that can't be asked once counted as a service that is down.
@Suite("A probe that can't be asked")
struct UnprobedTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func reason(_ probe: Probe) async throws -> String? {
        try await Prober([probe], systemctl: "\(folder.path)/systemctl").round().first?.reason
    }

    @Test("says so of a program that is not there, or that its shell does not find")
    func programs() async throws {
        var probe = Probe(service: Name("backup")!, kind: .command)
        for command in [
            ["\(folder.path)/missing"], ["/bin/sh", "-c", "exit 127"], ["/bin/sh", "-c", "\(folder.path)/no"],
        ] {
            probe.command = command
            #expect(try await reason(probe) == ServiceStatus.Reason.unprobed.rawValue)
        }
        probe.command = ["/bin/sh", "-c", "exit 1"]
        #expect(try await reason(probe) == ServiceStatus.Reason.failed.rawValue)
    }

    @Test("says so where there is no systemctl")
    func unit() async throws {
        var probe = Probe(service: Name("timer")!, kind: .systemd)
        probe.name = "backup.timer"
        #expect(try await reason(probe) == ServiceStatus.Reason.unprobed.rawValue)
    }

    @Test("says so of a file of certificates that is not there, or holds none")
    func certificates() async throws {
        for file in ["\(folder.path)/missing.pem", try folder.write("no certificate", to: "empty.pem")] {
            var probe = Probe(service: Name("web")!, kind: .tls)
            (probe.host, probe.port, probe.certificates) = ("127.0.0.1", 9, file)
            #expect(try await reason(probe) == ServiceStatus.Reason.unprobed.rawValue)
        }
    }

    @Test("keeps what its program may read on the way to the prober")
    func readable() throws {
        var probe = Probe(service: Name("backup")!, kind: .command)
        probe.command = ["/bin/true"]
        probe.readable = ["/var/backups", "/srv/with space"]
        #expect(Probe(line: probe.line.dropLast()) == probe)
        probe.readable = ["backups"]
        #expect(throws: ProbeFault.self) { try probe.check() }
    }

    @Test("does not get the folder of the data by being allowed one above it")
    func hidden() throws {
        try folder.write("", to: "beside")
        let data = "\(folder.path)/data"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        let readable = Egress.readable([], below: [folder.path], hiding: data)
        #expect(readable.contains("\(folder.path)/beside"))
        #expect(!readable.contains { (data + "/").hasPrefix($0 + "/") && $0 != "/" })
    }
}
