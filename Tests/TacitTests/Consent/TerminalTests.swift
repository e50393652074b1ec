import Dispatch
import Foundation
import Synchronization
import Tacit
import Testing

#if os(Linux)
    // The module of the C library leaves these out; their signatures are those of POSIX.
    @_silgen_name("posix_openpt") private func openTerminal(_ flags: CInt) -> CInt
    @_silgen_name("grantpt") private func grantpt(_ descriptor: CInt) -> CInt
    @_silgen_name("unlockpt") private func unlockpt(_ descriptor: CInt) -> CInt
    @_silgen_name("ptsname_r")
    private func terminalName(_ descriptor: CInt, _ name: UnsafeMutablePointer<CChar>?, _ size: Int) -> CInt
#else
    private func openTerminal(_ flags: CInt) -> CInt { posix_openpt(flags) }

    private func terminalName(_ descriptor: CInt, _ name: UnsafeMutablePointer<CChar>?, _ size: Int) -> CInt {
        ptsname_r(descriptor, name, size)
    }
#endif

/// Both ends of a terminal: what a person types goes in at one, the program sits at the other.
private final class PseudoTerminal: Sendable {
    let person: CInt
    let program: CInt

    init() throws {
        person = openTerminal(O_RDWR | O_NOCTTY)
        try #require(person >= 0 && grantpt(person) == 0 && unlockpt(person) == 0)
        // `ptsname` has one place for the names of all: of two tests at once, one would sit at the other's terminal.
        var name = [CChar](repeating: 0, count: 128)
        try #require(terminalName(person, &name, name.count) == 0)
        program = open(name, O_RDWR | O_NOCTTY)
        try #require(program >= 0)
    }

    deinit {
        close(person)
        close(program)
    }

    /// Reads what is shown until a text has come.
    func wait(for text: String) -> String {
        var shown: [UInt8] = []
        while !String(decoding: shown, as: UTF8.self).contains(text) {
            var byte: UInt8 = 0
            // What is never shown fails the test, and keeps no other waiting.
            guard isReadable(person), read(person, &byte, 1) == 1 else { break }
            shown.append(byte)
        }
        return String(decoding: shown, as: UTF8.self)
    }

    func type(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(person, $0.baseAddress, $0.count) } }

    /// Until a whole line has arrived at the program's end: the system takes it there in its own time.
    func waitUntilTyped() { _ = isReadable(program) }

    private func isReadable(_ descriptor: CInt) -> Bool {
        var end = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&end, 1, 60_000) > 0
    }

    var settings: [UInt8] {
        var settings = termios()
        tcgetattr(program, &settings)
        return withUnsafeBytes(of: settings) { Array($0) }
    }
}

@Suite("The question on a real terminal", .serialized)
struct TerminalTests {
    private func answer(typing texts: [String]) throws -> ConsentAnswer {
        let terminal = try PseudoTerminal()
        #expect(isatty(terminal.program) == 1)
        let before = terminal.settings
        var switches = SwitchSetting.consenting
        switches.consent = .undecided
        switches.hasTerminal = true
        let categories = [ConsentCategory.sample("analytics"), .sample("performance")]
        let asked = ConsentPrompt(
            decision: switches.decision, project: "acme", categories: categories, preview: { "BYTES" })
        let prompt = try #require(asked)
        let result = Mutex<ConsentAnswer?>(nil)
        let done = DispatchSemaphore(value: 0)
        // What was typed before the question was there is no answer to it.
        terminal.type("yes\n")
        terminal.waitUntilTyped()
        Thread.detachNewThread {
            let answer = prompt.ask(on: terminal.program, writingTo: terminal.program)
            result.withLock { $0 = answer }
            done.signal()
        }
        for text in texts {
            _ = terminal.wait(for: "(no): ")
            terminal.type(text)
        }
        try #require(done.wait(timeout: .now() + 60) == .success)
        #expect(terminal.settings == before)
        return try #require(result.withLock { $0 })
    }

    @Test("yes and Return")
    func yes() throws { #expect(try answer(typing: ["yes\n"]).grants.count == 2) }

    @Test("Return alone is no")
    func enter() throws { #expect(try answer(typing: ["\n"]).grants.isEmpty) }

    @Test("one by one")
    func choose() throws {
        #expect(try answer(typing: ["c\n", "y\n", "n\n"]).grants.map(\.category) == ["analytics"])
    }

    @Test("Ctrl-C is no without Return, also behind a yes, and the process lives")
    func interrupt() throws {
        for typed in ["\u{3}", "yes\u{3}", "\u{1C}"] {
            let answer = try answer(typing: [typed])
            #expect(answer.isInterrupted && answer.grants.isEmpty && answer.refusals.count == 2)
        }
        #expect(try answer(typing: ["c\n", "y\n", "\u{3}"]).grants.isEmpty)
    }

    @Test("the end of the input is no, also behind a yes without Return")
    func end() throws {
        #expect(try answer(typing: ["\u{4}"]).grants.isEmpty)
        // The first Ctrl-D hands over what was typed, the second ends the input.
        #expect(try answer(typing: ["yes\u{4}\u{4}"]).grants.isEmpty)
    }

    @Test("a line without end is no")
    func endless() throws {
        #expect(try answer(typing: [String(repeating: "y", count: 4000) + "\n"]).grants.isEmpty)
    }
}
