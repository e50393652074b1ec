import Foundation
import Tacit
import Testing

@Suite("A stack trace gives names of functions and nothing else")
struct StackTraceTests {
    @Test("in the form of macOS")
    func readsDarwin() {
        let frames = [
            "3   Shop   0x0000000100003f2c $s4Shop4openyyF + 44", "4   dyld   0x00000001a0 start + 2360",
            "5   Shop   0x0000000100003f2c -[Shop open:] + 44",
        ]
        #expect(Scrubbed(stackTrace: frames).text == "$s4Shop4openyyF < start < -[Shop open:]")
    }

    @Test("in the form of glibc, where not every frame has a name")
    func readsGlibc() {
        let frames = ["/home/jane/shop($s4Shop4openyyF+0x1c) [0x5581d8e2f0a1]", "/lib/libc.so.6(+0x29d90) [0x7f10a2]"]
        #expect(Scrubbed(stackTrace: frames).text == "$s4Shop4openyyF")
    }

    @Test("in the form of Swift's own backtraces, without the file and the line")
    func readsBacktrace() {
        let frames = ["0 0x00005581d8e2f0a1 [ra] charge() + 12 in Shop at /home/jane/Shop/Charge.swift:12:3"]
        #expect(Scrubbed(stackTrace: frames).text == "charge()")
    }

    @Test("what is no frame, has no name or holds a path is left out")
    func leavesOut() {
        let frames = [
            "jane@example.com", "Fatal error: can't open /home/jane/notes.txt", "1 0x0000000100003f2c", "",
            "2 App 0x0000000100003f2c /home/jane/App + 3", "3 0x1 0x2 + 3", "(", "x(]",
        ]
        #expect(Scrubbed(stackTrace: frames).text.isEmpty)
    }

    @Test("the trace of this very place has no path of this machine in it")
    func readsOwn() {
        let text = Scrubbed(stackTrace: Thread.callStackSymbols).text
        #expect(!text.contains("/") && !text.contains("0x") && text.utf8.count <= 200)
    }

    @Test("it ends with a whole name, within its length")
    func isBounded() {
        let frames = Array(repeating: "1 Shop 0x01 \(String(repeating: "a", count: 40)) + 1", count: 20)
        #expect(Scrubbed(stackTrace: frames).text.utf8.count == 4 * 40 + 3 * 3)
        #expect(Scrubbed(stackTrace: frames, maxLength: 39).text.isEmpty)
    }

    @Test("what the scrubber finds in a name goes")
    func scrubs() {
        #expect(!Scrubbed(stackTrace: ["1 Shop 0x01 mail_jane@example.com + 1"]).text.contains("jane@example.com"))
    }
}

@Suite("What is said of a system")
struct SystemInformationTests {
    private enum System: CaseIterable { case linux, macos, other }

    @Test("is its name among the declared ones, and versions")
    func names() {
        let system = SystemInformation.current
        #if os(Linux)
            #expect(system.name() == System.linux)
        #elseif os(macOS)
            #expect(system.name() == System.macos)
        #endif
        #expect(system.version.major > 0)
        #expect(system.swift.major >= 6)
    }
}
