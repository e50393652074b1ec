import Foundation
import TacitCollector
import TacitSeal
import TestHarness
import Testing

@Suite("The operator's program wraps and unwraps the master key, and what it does wrong is named", .serialized)
struct KeyCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A program in the shell's language; `$1` is wrap or unwrap.
    private func command(_ script: String, seconds: Int = 20) throws -> KeyCommand {
        let path = folder.path + "/kms"
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return KeyCommand(path, seconds: seconds, environment: ["PATH": "/usr/bin:/bin"])
    }

    private func fault(_ command: KeyCommand) -> KeyError? {
        do throws(KeyError) {
            _ = try command.unwrap(Array(repeating: 7, count: 40))
            return nil
        } catch {
            return error
        }
    }

    @Test("what it wraps it unwraps, and the key is the same") func roundTrip() throws {
        let key = MasterKey()
        let command = try command(
            #"if [ "$1" = wrap ]; then printf 'wrapped:'; cat; else dd bs=1 skip=8 2>/dev/null; fi"#)
        let wrapped = try command.wrap(key)
        #expect(wrapped.count == 40)
        #expect(try command.unwrap(wrapped).fingerprint == key.fingerprint)
    }

    @Test(
        "a program that fails, gives too little, too much or nothing is named, and what it says is not shown",
        arguments: [
            "echo planted-word >&2; exit 3", "printf planted-word", "cat /dev/zero", "true", "kill -9 $$",
            "head -c 32 /dev/urandom; exit 1", "head -c 33 /dev/urandom",
        ])
    func failing(script: String) throws {
        let found = fault(try command(script))
        let fault = try #require(found)
        #expect(fault.code == .commandFailed)
        #expect(!fault.description.contains("planted-word") && fault.place.hasSuffix("/kms"))
    }

    @Test("one that is not there, or can't be run, is named") func missing() {
        #expect(fault(KeyCommand(folder.path + "/none", seconds: 5, environment: [:]))?.code == .commandFailed)
    }

    @Test("one that takes too long is ended, with all that it started") func late() throws {
        let command = try command(#"sleep 600 & echo $! > "$0.pid"; wait"#, seconds: 1)
        #expect(fault(command)?.code == .commandLate)
        let started = try String(contentsOfFile: folder.path + "/kms.pid", encoding: .utf8)
        let child = try #require(Int32(started.trimmingCharacters(in: .whitespacesAndNewlines)))
        // The system ends it a moment after it was told to; on the list of those that ended it may stay.
        let deadline = ContinuousClock.now + .seconds(10)
        while isRunning(child), ContinuousClock.now < deadline { usleep(1000) }
        #expect(!isRunning(child))
    }

    private func isRunning(_ process: Int32) -> Bool {
        let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8))?.split(separator: " ")
        return state.map { $0[2] != "Z" } ?? false
    }

    @Test("one that does not read what it gets, or leaves its output open behind it, makes nobody wait") func careless()
        throws
    {
        let key = #"head -c 32 /dev/zero"#
        #expect(try command("exec <&-; \(key)").unwrap([1]).fingerprint.count == 16)
        #expect(try command("sleep 600 & \(key)").unwrap([1]).fingerprint.count == 16)
    }
}
