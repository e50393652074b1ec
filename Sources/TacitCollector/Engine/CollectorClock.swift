import Foundation
import Synchronization

/// Where a collector's time comes from. Seconds since 1970 UTC.
package protocol CollectorClock: Sendable {
    var now: Int64 { get }
    var isSimulated: Bool { get }
}

/// The machine's time, which never goes back and takes a jump of the wall clock only once it has lasted.
package final class SystemClock: CollectorClock {
    private let time: Mutex<SteadyTime>
    /// Goes on while the machine sleeps.
    private let start = ContinuousClock.now

    package init() { time = Mutex(SteadyTime(wall: Self.wall, monotonic: 0)) }

    package var now: Int64 {
        let monotonic = (ContinuousClock.now - start).components.seconds
        return time.withLock { $0.read(wall: Self.wall, monotonic: monotonic) }
    }

    package var isSimulated: Bool { false }

    private static var wall: Int64 { Int64(Date().timeIntervalSince1970) }
}

/// Time that goes on by the monotonic clock, and follows the wall clock where the two come to disagree for good.
///
/// A wall clock that jumps for a moment (a bad time server, an operator's slip) must not close windows early; one that
/// was wrong at the start and is put right must be followed.
struct SteadyTime {
    private var offset: Int64
    private var latest: Int64
    /// What the wall clock says instead, and since when.
    private var other: (offset: Int64, since: Int64)?

    /// Seconds of disagreement that are ignored, and how long more than that must last to be believed.
    static let tolerance: Int64 = 2
    static let patience: Int64 = 60

    init(wall: Int64, monotonic: Int64) {
        offset = wall - monotonic
        latest = wall
    }

    mutating func read(wall: Int64, monotonic: Int64) -> Int64 {
        let seen = wall - monotonic
        if abs(seen - offset) <= Self.tolerance {
            other = nil
        } else if let other, abs(seen - other.offset) <= Self.tolerance {
            if monotonic - other.since >= Self.patience {
                offset = seen
                self.other = nil
            }
        } else {
            // Another jump: the patience begins anew, so that a clock that wanders about is never believed.
            other = (seen, monotonic)
        }
        latest = max(latest, monotonic + offset)
        return latest
    }
}

/// A clock that stands still until it is told to go on: for demos and tests, and named so wherever figures are shown.
package final class SimulatedClock: CollectorClock {
    private let time: Mutex<Int64>

    package init(start: Int64) { time = Mutex(start) }

    package var now: Int64 { time.withLock { $0 } }
    package var isSimulated: Bool { true }

    /// Goes on to `seconds`; time never goes back.
    package func advance(to seconds: Int64) { time.withLock { $0 = max($0, seconds) } }
}
