#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Waiting for descriptors, with an end to it in milliseconds of the steady clock.
package enum Waiting {
    /// Which of the descriptors can be used, as soon as one can, or has ended; none when the time is over. Looks at least once.
    /// A negative one stands for none.
    package static func ready(
        _ descriptors: [CInt], for events: CInt = CInt(POLLIN), until deadline: Int64
    ) -> [CInt] {
        repeat {
            var polled = descriptors.map { pollfd(fd: $0, events: Int16(events), revents: 0) }
            // The count is that of the array whose storage is handed over.
            let count = poll(&polled, nfds_t(polled.count), CInt(clamping: max(0, deadline - SteadyClock.now)))
            if count > 0 { return polled.filter { $0.revents != 0 }.map(\.fd) }
        } while SteadyClock.now < deadline
        return []
    }

    /// The same of one descriptor.
    package static func isReady(
        _ descriptor: CInt, for events: CInt = CInt(POLLIN), until deadline: Int64
    ) -> Bool {
        !ready([descriptor], for: events, until: deadline).isEmpty
    }
}
