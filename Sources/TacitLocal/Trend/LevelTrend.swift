#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a level goes, by a test that no single outlier sways.
///
/// ```swift
/// let trend = LevelTrend(of: points, until: now, window: 86_400)
/// trend.evolution          // .growing
/// trend.certainty          // 0.97
/// ```
///
/// The window is cut into at most 240 stretches, the median of each stands for it. For any slope *s* the number of pairs of
/// stretches that rise faster than *s*, less those that rise slower, is Kendall's statistic of the levels less *s*·time
/// (Sen 1968, J. Am. Stat. Assoc. 63, 1379). Its distribution under "the slope is *s*" is normal with a known
/// variance (Kendall 1975, ch. 4), widened for what neighbours have in common (Yue and Wang 2004, Water Resour. Manag. 18,
/// 201). So the certainty that the level changed by more than ``leastChange`` over the window is read off at that slope.
///
/// Where points lie in only a part of the window, that part is what is judged, and ``span`` says how long it is; of less than a
/// quarter of the window nothing is said.
public struct LevelTrend: Sendable, Hashable {
    /// A change over the window that is worth calling one.
    public static let leastChange = 0.02
    /// How certain growth or decline must be.
    public static let leastCertainty = 0.9

    private static let stretches = 240
    private static let leastStretches = 8

    public let evolution: LevelStatus.Evolution
    /// From 0 to 1: that the evolution is what it is said to be. 0 where too little is known.
    public let certainty: Double
    /// The robust slope (Theil–Sen), as change over the span.
    public let change: Double
    /// What was judged, in seconds: the window, or the part of it from the first point to the last.
    public let span: Int64

    /// - Parameters:
    ///   - points: in the order of time; those outside the window don't count.
    ///   - window: in seconds.
    public init(of points: [Picture.LevelPoint], until now: Moment, window: Int64) {
        let inside = points[
            points.partitioningIndex { $0.timestamp > now - window }..<points.partitioningIndex { $0.timestamp > now }]
        let held = inside.last.flatMap { last in inside.first.map { last.timestamp - $0.timestamp } } ?? 0
        // A stretch or two without a point at its ends is no shorter window.
        let isWhole = held * 20 >= window * 19
        span = isWhole ? window : max(1, held)
        let from = isWhole ? now - window : (inside.first?.timestamp ?? now) - 1
        let medians = Self.medians(
            of: points, from: from, until: isWhole ? now : inside.last?.timestamp ?? now, count: Self.stretches)
        guard medians.count >= Self.leastStretches, held * 4 >= window else {
            (evolution, certainty, change) = (.stable, 0, 0)
            return
        }
        var slopes: [Double] = []
        slopes.reserveCapacity(medians.count * medians.count / 2)
        for (index, later) in medians.enumerated() {
            for earlier in medians[..<index] {
                slopes.append((later.level - earlier.level) / Double(later.stretch - earlier.stretch))
            }
        }
        let pairs = slopes.count
        let perWindow = Double(Self.stretches)
        let slope = slopes.takeMedian(in: 0..<pairs)
        change = slope * perWindow
        let deviation = Self.deviation(of: medians, slope: slope)
        func certaintyOfMore(than threshold: Double) -> Double {
            let least = threshold / perWindow
            let above = slopes.count { $0 > least }
            let below = slopes.count { $0 < least }
            return Self.normal(Double(above - below) / deviation)
        }
        let growing = certaintyOfMore(than: Self.leastChange)
        let declining = 1 - certaintyOfMore(than: -Self.leastChange)
        if growing >= Self.leastCertainty {
            (evolution, certainty) = (.growing, growing)
        } else if declining >= Self.leastCertainty {
            (evolution, certainty) = (.declining, declining)
        } else {
            (evolution, certainty) = (.stable, max(0, 1 - growing - declining))
        }
    }

    struct Median: Sendable, Hashable {
        let stretch: Int
        let level: Double
        /// Of the points it stands for.
        let last: Moment
        let count: Int
    }

    /// The median of each stretch in which there is a point.
    static func medians(of points: [Picture.LevelPoint], from start: Moment, until end: Moment, count: Int) -> [Median]
    {
        let length = max(1, end - start)
        var levels = points.map(\.level)
        var medians: [Median] = []
        var index = points.partitioningIndex { $0.timestamp > start }
        while index < points.count, points[index].timestamp <= end {
            // The window's end belongs to the last stretch.
            let stretch = Int((points[index].timestamp - start - 1) * Int64(count) / length)
            let first = index
            while index < points.count, points[index].timestamp <= end,
                Int((points[index].timestamp - start - 1) * Int64(count) / length) == stretch
            {
                index += 1
            }
            medians.append(
                Median(
                    stretch: stretch, level: levels.takeMedian(in: first..<index),
                    last: points[index - 1].timestamp, count: index - first))
        }
        return medians
    }

    /// The standard deviation of Kendall's statistic, widened by what a stretch has in common with the one before.
    private static func deviation(of medians: [Median], slope: Double) -> Double {
        let count = Double(medians.count)
        let rest = medians.map { $0.level - slope * Double($0.stretch) }
        var ties: [Double: Double] = [:]
        for value in rest { ties[value, default: 0] += 1 }
        let tied = ties.values.reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) }
        let variance = (count * (count - 1) * (2 * count + 5) - tied) / 18
        let mean = rest.reduce(0, +) / count
        let spread = rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let common = zip(rest, rest.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
        let correlation = spread > 0 ? min(max(common / spread, 0), 0.95) : 0
        return max(1, variance * (1 + correlation) / (1 - correlation)).squareRoot()
    }

    /// The distribution function of the standard normal.
    private static func normal(_ value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }
}

extension Array {
    /// The first index from which on the condition holds; it must hold for all that follow one for which it does.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
