import Foundation
import TacitSeal
import Testing

@testable import TacitLocal

@Suite("Files that are none")
struct FileKindTests {
    @Test("a pipe that nobody writes to, a folder and a device are refused, and nobody waits for them")
    func kinds() throws {
        let bench = Bench()
        try bench.write("", to: "x")
        let path = bench.folder.path
        mkfifo(path + "/pipe", 0o600)
        for place in [path + "/pipe", path, "/dev/null"] {
            #expect(Files.read(place) == nil)
            #expect(Files.beginning(of: place, bytes: 8) == nil)
            #expect(Files.ending(of: place, bytes: 8).isEmpty)
            #expect(throws: FileFault.self) { try Files.content(of: place) }
            #expect(throws: FileFault.self) { try Files.appendLines([0x0A], to: place) }
        }
    }

    @Test("what the system makes up while it is read is read, though it has no size")
    func made() {
        guard Files.exist("/proc/uptime") else { return }
        #expect(Files.beginning(of: "/proc/uptime", bytes: 64)?.isEmpty == false)
    }

    @Test("the first and last bytes are those of the file, however many are asked for")
    func ends() throws {
        let bench = Bench()
        try bench.write("abcdef", to: "x")
        let path = bench.folder.path + "/x"
        #expect(Files.beginning(of: path, bytes: 3) == Array("abc".utf8))
        #expect(Files.ending(of: path, bytes: 3) == Array("def".utf8))
        #expect(Files.ending(of: path, bytes: 30) == Array("abcdef".utf8))
    }

    @Test("only what is certainly absent is absent")
    func absence() throws {
        let bench = Bench()
        #expect(!Files.exist(bench.folder.path))
        try bench.write("", to: "x")
        #expect(Files.exist(bench.folder.path + "/x"))
        #expect(!Files.exist(bench.folder.path + "/x/y"))
        // The system can't tell where such a link leads.
        symlink("loop", bench.folder.path + "/loop")
        #expect(Files.exist(bench.folder.path + "/loop"))
    }
}
