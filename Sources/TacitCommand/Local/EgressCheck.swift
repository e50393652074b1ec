import TacitLocal
import TacitSeal

/// Shows that the monitor can't reach a network: by trying, and by what the kernel says of the one that runs.
enum EgressCheck {
    static let claim = "a closed process can't reach any network"

    /// Closes a child as the monitor closes itself, and lets it try every way out.
    static func trying() throws -> LocalCheck {
        let child = Command(arguments: ["/proc/self/exe", "local", "attempts"])
        guard let output = child.output(milliseconds: 30_000, bytes: 1 << 16) else {
            return LocalCheck(claim, evidence: "a child process that tries", faults: ["it could not be started"])
        }
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
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

    /// What the kernel says of the monitor that runs and of what it started; nothing where none runs, or this is no Linux.
    static func running(_ lock: String) -> [LocalCheck] {
        guard LocalLock.isHeld(lock), Files.exist("/proc/self/status") else { return [] }
        let claim = "the monitor that runs is closed"
        guard let monitor = RunningProcess.holder(of: lock) else {
            return [
                LocalCheck(
                    claim, evidence: "/proc/locks",
                    faults: ["its process can't be seen from here; verify where it runs, as its user"])
            ]
        }
        return [Self.monitor(monitor, claim), Self.children(monitor)]
    }

    /// It has a filter more than this process, and no socket off loopback.
    private static func monitor(_ monitor: RunningProcess, _ claim: String) -> LocalCheck {
        var faults: [String] = []
        let isFiltered = monitor.isFilteredBeyondThisOne
        if !isFiltered { faults.append("process \(monitor.number) has no filter of its own; start it again") }
        var evidence = ["process \(monitor.number)", isFiltered ? "filtered" : "not filtered"]
        if let sockets = monitor.sockets {
            let outside = sockets.count { !$0.isLoopback }
            evidence.append(
                "internet sockets: \(sockets.count), "
                    + (outside == 0 ? "none off loopback" : "\(outside) of them off loopback"))
            if outside > 0 { faults.append("process \(monitor.number) has \(outside) sockets off loopback") }
        } else {
            evidence.append("its sockets can't be seen")
            faults.append("the sockets of process \(monitor.number) can't be seen; verify as its user")
        }
        return LocalCheck(claim, evidence: evidence.joined(separator: ", "), faults: faults)
    }

    private static func children(_ monitor: RunningProcess) -> LocalCheck {
        let children = monitor.descendants
        let names = children.map { "\($0.name) (\($0.number))" }.joined(separator: ", ")
        return LocalCheck(
            "what it started is closed too",
            evidence: children.isEmpty ? "it has started nothing that still runs" : "filters of \(names)",
            faults: children.filter { !$0.isFilteredBeyondThisOne }.map {
                "process \($0.number) has no filter of its own; start the monitor again"
            })
    }
}
