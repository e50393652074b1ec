import Foundation
import Testing

/// Tells linear work from quadratic by the processor's time of this thread, which other load on the machine does not
/// change.
enum LinearCost {
    /// Four times the input may take four times the time, with room for chance; quadratic work takes sixteen times.
    static func check(_ text: (_ bytes: Int) -> [UInt8], _ work: ([UInt8]) -> Void) {
        let (small, large) = (text(65_536), text(262_144))
        var least = Double.infinity
        // Once in five without a cache that was just emptied, or a page that had to be found, is enough.
        for _ in 0..<5 where least > 9 {
            let one = time { work(small) }
            least = min(least, time { work(large) } / max(one, 1e-4))
        }
        #expect(least < 9)
    }

    private static func time(_ work: () -> Void) -> Double {
        let start = now()
        work()
        return now() - start
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
