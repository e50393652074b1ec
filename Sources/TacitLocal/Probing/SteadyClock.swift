#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Clocks that nobody sets, in milliseconds since some moment.
package enum SteadyClock {
    /// For deadlines: it stands still while the machine sleeps, so that nothing is late only because the lid was closed.
    package static var now: Int64 { milliseconds(CLOCK_MONOTONIC) }

    /// For comparing with the time of day: it goes on while the machine sleeps.
    package static var throughSleep: Int64 {
        #if os(Linux)
            milliseconds(CLOCK_BOOTTIME)
        #else
            milliseconds(CLOCK_MONOTONIC)
        #endif
    }

    private static func milliseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
