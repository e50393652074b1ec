import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the machine tells of itself. Only shares in percent leave it.
package struct Machine: Sendable {
    private let root: String
    private var before: Ticks?

    /// - Parameter root: where `stat`, `meminfo` and `uptime` lie.
    package init(root: String = "/proc") { self.root = root }

    private struct Ticks {
        let busy: Int64
        let total: Int64
    }

    /// Seconds since the system was started; 0 where it does not say.
    package var uptime: Int64 {
        Self.content("\(root)/uptime").flatMap { Double($0.prefix { $0 != " " }) }.map { Int64($0) } ?? 0
    }

    /// Since the last call; `nil` for the first.
    package mutating func cpu() -> Int? {
        guard let line = Self.content("\(root)/stat")?.split(separator: "\n").first else { return nil }
        let ticks = line.split(separator: " ").dropFirst().prefix(8).compactMap { Int64($0) }
        guard ticks.count >= 5 else { return nil }
        // Idle, and idle while a disk is waited for.
        let now = Ticks(busy: ticks.reduce(0, +) - ticks[3] - ticks[4], total: ticks.reduce(0, +))
        defer { before = now }
        guard let before, now.total > before.total else { return nil }
        return Int(100 * (now.busy - before.busy) / (now.total - before.total))
    }

    package var memory: Int? {
        var sizes: [Substring: Int64] = [:]
        for line in Self.content("\(root)/meminfo")?.split(separator: "\n") ?? [] {
            let words = line.split(separator: " ")
            if words.count >= 2, let size = Int64(words[1]) { sizes[words[0]] = size }
        }
        guard let total = sizes["MemTotal:"], let free = sizes["MemAvailable:"], total > 0 else { return nil }
        return Int(100 * (total - free) / total)
    }

    /// Of the file system on which the path lies, as `df` counts it: what is kept for root is not free.
    package func disk(_ path: String) -> Int? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        let used = UInt64(status.f_blocks) - UInt64(status.f_bfree)
        let usable = used + UInt64(status.f_bavail)
        return usable > 0 ? Int((100 * used + usable - 1) / usable) : nil
    }

    private static func content(_ path: String) -> String? {
        Files.beginning(of: path, bytes: 16_384).map { String(decoding: $0, as: UTF8.self) }
    }
}
