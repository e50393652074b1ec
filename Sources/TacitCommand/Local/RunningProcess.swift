import Foundation
import TacitSeal

/// What Linux says of a process, from `/proc`.
struct RunningProcess {
    let number: Int

    struct Socket {
        let isLoopback: Bool
    }

    /// The one that holds a lock: it must have that very file open, or its lock be on the device of the file, because numbers of
    /// files repeat from one device to the next.
    static func holder(of lock: String) -> RunningProcess? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: lock)
        guard let device = (attributes?[.systemNumber] as? NSNumber)?.uint64Value,
            let node = (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value,
            let locks = SystemText.read("/proc/locks")
        else { return nil }
        for line in locks.split(separator: "\n") where line.contains(" FLOCK ") {
            let words = line.split(separator: " ")
            guard words.count > 5, words[5].hasSuffix(":\(node)"), let number = Int(words[4]) else { continue }
            let process = RunningProcess(number: number)
            if words[5] == "\(Self.text(device)):\(node)" || process.hasOpen(lock) { return process }
        }
        return nil
    }

    /// As the kernel writes it there: two halves, each at least two hexadecimal digits.
    private static func text(_ device: UInt64) -> String {
        let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
        let minor = device & 0xFF | (device >> 12) & ~0xFF
        return [major, minor].map { half in
            let digits = String(half, radix: 16)
            return digits.count < 2 ? "0\(digits)" : digits
        }.joined(separator: ":")
    }

    private func hasOpen(_ path: String) -> Bool {
        let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return openFiles?.contains(place) ?? false
    }

    /// What its descriptors lead to; `nil` where the system does not let this process see them.
    private var openFiles: [String]? {
        let folder = "/proc/\(number)/fd"
        return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.compactMap { name in
            try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
        }
    }

    // MARK: Status

    var name: String { field("Name") ?? "?" }

    /// Every process of a container may have a filter: only one more than this process has shows that it closed itself.
    var isFilteredBeyondThisOne: Bool {
        let own = RunningProcess(number: Int(getpid()))
        guard field("Seccomp") == "2" else { return false }
        if let filters = field("Seccomp_filters").flatMap(Int.init),
            let held = own.field("Seccomp_filters").flatMap(Int.init)
        {
            return filters > held
        }
        // A kernel before 5.9 does not count them.
        return own.field("Seccomp") != "2"
    }

    private func field(_ name: String) -> String? {
        guard let status = SystemText.read("/proc/\(number)/status") else { return nil }
        let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        return line.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }

    /// What it started, and what that started.
    var descendants: [RunningProcess] {
        let all = ((try? Files.names(in: "/proc")) ?? []).compactMap { Int($0) }.map { RunningProcess(number: $0) }
        let parents = Dictionary(grouping: all) { $0.field("PPid").flatMap { Int($0) } ?? 0 }
        var found: [RunningProcess] = []
        var next = [number]
        while let parent = next.popLast() {
            // One that has ended and was not asked how has nothing left to close.
            let children = (parents[parent] ?? []).filter { $0.field("State")?.hasPrefix("Z") == false }
            found += children
            next += children.map(\.number)
        }
        return found.sorted { $0.number < $1.number }
    }

    // MARK: Sockets

    /// Those of the internet; `nil` where the system does not let this process see them.
    var sockets: [Socket]? {
        guard let openFiles else { return nil }
        let own = Set(openFiles.filter { $0.hasPrefix("socket:[") }.map { String($0.dropFirst(8).dropLast()) })
        return ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"].flatMap { table in
            let text = SystemText.read("/proc/\(number)/net/\(table)") ?? ""
            return text.split(separator: "\n").dropFirst().compactMap { line -> Socket? in
                let words = line.split(separator: " ")
                guard words.count > 9, own.contains(String(words[9])) else { return nil }
                return Socket(isLoopback: Self.isLoopback(words[1]))
            }
        }
    }

    /// 127.0.0.1 or ::1, as the kernel writes them there on a machine that is little-endian.
    private static func isLoopback(_ place: Substring) -> Bool {
        place.hasPrefix("0100007F:") || place.hasPrefix("00000000000000000000000001000000:")
    }
}
