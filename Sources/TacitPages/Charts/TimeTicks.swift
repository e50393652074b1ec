/// Round times between two instants: midnights, full hours, whole minutes.
package enum TimeTicks {
    private static let steps: [Int64] = [
        60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 259_200, 604_800, 1_209_600,
        2_592_000, 7_776_000, 31_536_000,
    ]

    /// No finer than `window`: a tick names a window, or several.
    package static func between(
        _ start: Int64, _ end: Int64, window: Int64, atMost count: Int
    ) -> [(time: Int64, label: String)] {
        let parts = Int64(max(1, count))
        let step = steps.first { $0 >= window && (end - start) / $0 <= parts } ?? max(1, window, (end - start) / parts)
        // Steps of several days count from the first day on, so that the first window has its label.
        let origin = step > 86_400 ? start : 0
        let first = origin + (start - origin + step - 1) / step * step
        return stride(from: first, to: end, by: Int64.Stride(step)).map { time in
            (time, step >= 86_400 || time % 86_400 == 0 ? TimeText.monthDay(time) : TimeText.clock(time))
        }
    }
}
