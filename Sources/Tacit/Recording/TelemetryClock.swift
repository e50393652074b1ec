#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What time it is, and how to wait: a parameter, so that a test can be at any time and wait for none.
public struct TelemetryClock: Sendable {
    /// Nanoseconds since 1970 UTC.
    public let now: @Sendable () -> Int64
    public let sleep: @Sendable (Duration) async -> Void

    public init(now: @escaping @Sendable () -> Int64, sleep: @escaping @Sendable (Duration) async -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// The machine's.
    public static let system = TelemetryClock(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
        },
        sleep: { try? await Task.sleep(for: $0) })

    var milliseconds: Int64 { now().floorDivided(by: 1_000_000) }
    var day: Int64 { now().floorDivided(by: 86_400_000_000_000) }
}
