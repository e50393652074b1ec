/// What a process has asked the system for, so that no secret of its memory comes onto a disk or into another process.
struct ProcessProtection {
    private let process: Int32

    init(of process: Int32) { self.process = process }

    /// What is missing; `nil` where the system does not tell.
    var faults: [String]? {
        guard let limits = text("limits"), let maps = text("smaps"), !maps.isEmpty else { return nil }
        var faults: [String] = []
        // Also as far as it could raise it again.
        if Self.limit("Max core file size", limits) != ["0", "0"] {
            faults.append("memory: a crash would leave a core file with all of it")
        }
        let flags = maps.split(separator: "\n").filter { $0.hasPrefix("VmFlags:") }
            .map { Set($0.dropFirst("VmFlags:".count).split(separator: " ")) }
        let locked = flags.filter { $0.contains("lo") }
        // A system that locks nothing for it leaves no sign of the pages.
        if locked.isEmpty, Self.limit("Max locked memory", limits).first != "0" {
            faults.append("memory: no secret is locked into it; it may reach the swap space")
        }
        if locked.contains(where: { !$0.contains("dd") }) {
            faults.append("memory: pages of secrets would be in a core dump")
        }
        if locked.contains(where: { !$0.contains("dc") }) {
            faults.append("memory: pages of secrets would be in a child process")
        }
        return faults
    }

    private func text(_ name: String) -> String? {
        SystemText.read("/proc/\(process)/\(name)")
    }

    /// The limit that is in force, and how far the process may raise it.
    private static func limit(_ name: String, _ limits: String) -> [Substring] {
        let line = limits.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
        return Array(line.dropFirst(name.count).split(separator: " ").prefix(2))
    }
}
