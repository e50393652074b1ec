import Foundation
import Tacit
import Testing

@Suite("Looking at the machine creates nothing")
struct SurroundingsTests {
    @Test("files are found where they lie, and nothing appears")
    func files() throws {
        try TemporaryFolder.with { home in
            let around = Surroundings(environment: ["A": "b"], home: home, policyPath: "\(home)/none/policy")
            let before = around.switches(of: "Acme")
            #expect(before.optOutFiles.isEmpty && before.projectOptOutFiles.isEmpty && before.policy == .absent)
            #expect(try FileManager.default.contentsOfDirectory(atPath: home).isEmpty)

            try Data().write(to: URL(fileURLWithPath: "\(home)/.tacit-no-telemetry"))
            try Data().write(to: URL(fileURLWithPath: "\(home)/.acme-no-telemetry"))
            let after = around.switches(of: "Acme")
            #expect(after.optOutFiles == ["\(home)/.tacit-no-telemetry"])
            #expect(after.projectOptOutFiles == ["\(home)/.acme-no-telemetry"])
            #expect(around.switches(of: "other").projectOptOutFiles.isEmpty)
        }
    }

    @Test("a link that leads nowhere and a folder opt out as a file does")
    func anything() throws {
        try TemporaryFolder.with { home in
            let around = Surroundings(environment: [:], home: home, policyPath: "\(home)/policy")
            try FileManager.default.createSymbolicLink(
                atPath: "\(home)/.acme-no-telemetry", withDestinationPath: "\(home)/nowhere")
            try FileManager.default.createDirectory(
                atPath: "\(home)/.tacit-no-telemetry", withIntermediateDirectories: false)
            let switches = around.switches(of: "acme")
            #expect(switches.projectOptOutFiles.count == 1 && switches.optOutFiles.count == 1)
        }
    }

    @Test("a policy that is a folder, no text, a pipe or too large can't be read, and nothing waits")
    func unreadable() throws {
        try TemporaryFolder.with { home in
            let path = "\(home)/policy"
            let around = Surroundings(environment: [:], home: nil, policyPath: path)
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            #expect(around.switches(of: "acme").policy == .unreadable)
            try FileManager.default.removeItem(atPath: path)
            #expect(mkfifo(path, 0o600) == 0)
            #expect(around.switches(of: "acme").policy == .unreadable)
            try FileManager.default.removeItem(atPath: path)
            try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: path))
            #expect(around.switches(of: "acme").policy == .unreadable)
            try Data(repeating: 0x20, count: 2 << 20).write(to: URL(fileURLWithPath: path))
            #expect(around.switches(of: "acme").policy == .unreadable)
            try Data("telemetry: off\n".utf8).write(to: URL(fileURLWithPath: path))
            #expect(around.switches(of: "acme").decision.source == .machinePolicy)
        }
    }

    @Test("this process can be looked at")
    func current() {
        let around = Surroundings.current()
        #expect(around.home?.hasPrefix("/") != false)
        #expect(!around.environment.isEmpty)
    }
}
