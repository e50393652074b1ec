import Foundation
import TacitLocal
import TacitSeal

/// Shows that the monitor can't reach a network: by trying, and by what the kernel says of the one that runs.
enum EgressCheck {
    static let claim = "a closed process can't reach any network"

    /// Closes a child as the monitor closes itself, and lets it try every way out.
    static func trying() throws -> LocalCheck {
        guard let output = Self.output(of: ["local", "attempts"]) else {
            return LocalCheck(claim, evidence: "a child process that tries", faults: ["it could not be started"])
        }
        let lines = output.split(separator: "\n").map(String.init)
        let attempts = lines.filter { $0.hasPrefix("refused ") || $0.hasPrefix("open ") }
        var faults = attempts.filter { $0.hasPrefix("open ") }.map { "not refused: \($0.dropFirst(5))" }
        if attempts.isEmpty { faults.append(lines.last ?? "nothing was tried") }
        let refused = attempts.compactMap { $0.hasPrefix("refused ") ? String($0.dropFirst(8)) : nil }
        return LocalCheck(
            claim, evidence: "really tried and refused by the kernel: \(refused.joined(separator: ", "))",
            faults: faults)
    }

    /// What a child does for ``trying()``.
    static func attempt() {
        let closed = Egress.close(connectPorts: nil)
        guard closed.socketsDenied else { return print(closed.remark ?? "the network can't be closed here") }
        for attempt in Egress.attempts() { print("\(attempt.isRefused ? "refused" : "open") \(attempt.way.rawValue)") }
    }

    /// What the kernel says of the monitor that runs; `nil` where none does, or this is no Linux.
    static func running(_ lock: String) -> LocalCheck? {
        guard let monitor = Self.holder(of: lock) else { return nil }
        let status = (try? String(contentsOfFile: "/proc/\(monitor)/status", encoding: .utf8)) ?? ""
        var faults: [String] = []
        if !status.contains("\nSeccomp:\t2\n") { faults.append("process \(monitor) has no filter; start it again") }
        let sockets = Self.sockets(of: monitor)
        for socket in sockets where !socket.isLoopback { faults.append("process \(monitor) has a socket off loopback") }
        return LocalCheck(
            "the monitor that runs is closed",
            evidence: "process \(monitor): filtered; \(sockets.count) sockets, all on loopback",
            faults: faults)
    }

    private static func output(of arguments: [String]) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// The process that holds a lock, as the kernel lists it.
    private static func holder(of lock: String) -> Int? {
        guard let number = Files.node(lock), let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
        else {
            return nil
        }
        for line in locks.split(separator: "\n") where line.contains(" FLOCK ") {
            let words = line.split(separator: " ")
            if words.count > 5, words[5].hasSuffix(":\(number)") { return Int(words[4]) }
        }
        return nil
    }

    private struct Socket {
        let isLoopback: Bool
    }

    /// The internet sockets of a process.
    private static func sockets(of process: Int) -> [Socket] {
        let folder = "/proc/\(process)/fd"
        let own = Set(
            Files.names(in: folder).compactMap { name in
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")).flatMap { target in
                    target.hasPrefix("socket:[") ? String(target.dropFirst(8).dropLast()) : nil
                }
            })
        return ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"].flatMap { table in
            let text = (try? String(contentsOfFile: "/proc/\(process)/net/\(table)", encoding: .utf8)) ?? ""
            return text.split(separator: "\n").dropFirst().compactMap { line -> Socket? in
                let words = line.split(separator: " ")
                guard words.count > 9, own.contains(String(words[9])) else { return nil }
                return Socket(isLoopback: table == "tcp" && words[1].hasPrefix("0100007F:"))
            }
        }
    }
}
