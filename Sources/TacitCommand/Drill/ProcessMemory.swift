import Foundation
import TacitCollector
import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The memory of a running process, as a core dump of it would show it.
struct ProcessMemory {
    private let process: Int32

    init(of process: Int32) { self.process = process }

    struct Closed: Error { let reason: String }

    /// Calls `body` with the bytes of every region that the process can write to, and what the region is. How many there were.
    func read(_ body: (UnsafeRawBufferPointer, String) -> Void) throws(Closed) -> Int {
        #if os(Linux)
            guard let maps = SystemText.read("/proc/\(process)/maps"), !maps.isEmpty else {
                throw Closed(reason: "the system does not tell what memory the process has")
            }
            let memory = open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
            guard memory >= 0 else {
                throw Closed(reason: "the collector closes its memory to others; run the drill as root")
            }
            defer { close(memory) }
            let stacks = stacks
            var count = 0
            for line in maps.split(separator: "\n") { count += Self.read(line, memory, stacks, body) }
            guard count > 0 else { throw Closed(reason: "the system let nothing of the memory be read") }
            return count
        #else
            throw Closed(reason: "only Linux shows the memory of another process")
        #endif
    }

    /// Where the stacks of its threads end.
    private var stacks: [UInt64] {
        ((try? Files.names(in: "/proc/\(process)/task")) ?? []).compactMap { thread in
            let call = SystemText.read("/proc/\(process)/task/\(thread)/syscall")
            // The call, its arguments, and the stack and program pointers.
            return (call?.split(whereSeparator: \.isWhitespace).dropLast().last).flatMap {
                UInt64($0.dropFirst(2), radix: 16)
            }
        }
    }

    private static let block = 4 << 20
    /// Longer than any form of a canary.
    private static let overlap = 256

    private static func read(
        _ line: Substring, _ memory: Int32, _ stacks: [UInt64], _ body: (UnsafeRawBufferPointer, String) -> Void
    )
        -> Int
    {
        let parts = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        let ends = (parts.first ?? "").split(separator: "-").compactMap { UInt64($0, radix: 16) }
        // What can't be written to is code and constants, as in the program's file.
        guard ends.count == 2, parts.count >= 5, parts[1].hasPrefix("rw") else { return 0 }
        let file = parts.count > 5 ? String(parts[5].split(separator: "/").last ?? "") : "heap or stack"
        let name = stacks.contains { ends[0] <= $0 && $0 < ends[1] } ? "stack" : file
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: block, alignment: 16)
        defer { buffer.deallocate() }
        var (place, count) = (ends[0], 0)
        while place < ends[1] {
            let wanted = min(block, Int(ends[1] - place))
            // No more bytes are read than the buffer has room for.
            let got = pread(memory, buffer.baseAddress, wanted, off_t(Int64(bitPattern: place)))
            guard got > 0 else { break }
            body(UnsafeRawBufferPointer(rebasing: buffer[..<got]), name)
            count += got
            guard got > overlap, place + UInt64(got) < ends[1] else { break }
            place += UInt64(got - overlap)
        }
        return count
    }
}

extension DrillFindings {
    /// Searches the memory of a process; `false` where that can't be done.
    func search(memoryOf process: Int32, _ moment: String) -> Bool {
        do throws(ProcessMemory.Closed) {
            let sought = sought
            let count = try ProcessMemory(of: process).read { bytes, name in
                for traces in sought {
                    traces.needles.forEachMatch(in: bytes) { needle, _ in
                        note(needle, of: traces, .memory, moment, at: "memory (\(name))")
                    }
                }
            }
            add(count, to: .memory)
            return true
        } catch {
            blind(.memory, error.reason)
            return false
        }
    }
}
