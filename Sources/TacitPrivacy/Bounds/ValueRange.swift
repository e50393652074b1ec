/// The declared range and grain of a number: `lower…upper` in steps of `granularity`, handled as integers.
///
/// Sums of floating-point numbers leak through rounding and through the order of addition (Casacuberta, Shoemate,
/// Vadhan, Wagaman 2022, "Widespread Underestimation of Sensitivity in Differentially Private Libraries", CCS). So a
/// number is clamped and quantized on arrival, and everything after is integer arithmetic.
///
/// ```swift
/// let seconds = try ValueRange(0...60, granularity: 0.01)
/// try seconds.quantize(1.234)     // 123
/// try seconds.quantize(1_000)     // 6_000, the upper bound
/// seconds.value(ofQuanta: 123)    // 1.23
/// ```
///
/// Bounds are rounded to the nearest step. Quanta stay below 2⁵³ in size, where every integer is a `Double`.
public struct ValueRange: Hashable, Sendable {
    /// The smallest value in quanta.
    public let lowerQuanta: Int64
    /// The largest value in quanta.
    public let upperQuanta: Int64
    /// The step, in the unit of the value.
    public let granularity: Double
    /// The whole number of steps in 1 where there is one (0.01 has 100), so that decimal grains stay exact; else 0.
    private let stepsPerOne: Double

    /// A range in steps of `granularity`.
    public init(_ range: ClosedRange<Double>, granularity: Double) throws(PrivacyError) {
        try self.init(lower: range.lowerBound, upper: range.upperBound, granularity: granularity)
    }

    /// A range from `lower` to `upper` in steps of `granularity`; refuses what is reversed, infinite or too fine.
    public init(lower: Double, upper: Double, granularity: Double) throws(PrivacyError) {
        guard lower.isFinite, upper.isFinite else {
            throw PrivacyError(
                .rangeNotFinite, "A bound of the range is not finite.", at: "range",
                remedy: "Declare a finite lower and upper bound; the noise grows with them.")
        }
        guard lower <= upper else {
            throw PrivacyError(
                .rangeReversed, "The lower bound \(lower) is above the upper bound \(upper).", at: "range",
                remedy: "Swap the bounds.")
        }
        guard granularity.isFinite, granularity > 0 else {
            throw PrivacyError(
                .granularityNotPositive, "The granularity \(granularity) is not a positive number.", at: "granularity",
                remedy: "Declare the smallest difference that matters, such as 1 or 0.01.")
        }
        let inverse = (1 / granularity).rounded()
        let isDecimal = inverse >= 1 && inverse <= 1e15 && abs(inverse * granularity - 1) < 1e-12
        let steps = isDecimal ? inverse : 0
        let low = Self.quanta(lower, granularity: granularity, stepsPerOne: steps)
        let high = Self.quanta(upper, granularity: granularity, stepsPerOne: steps)
        let limit = 9_007_199_254_740_992.0
        guard abs(low) < limit, abs(high) < limit else {
            throw PrivacyError(
                .rangeOverflow,
                "The range \(lower)…\(upper) in steps of \(granularity) needs quanta from \(low) to \(high), "
                    + "and exact arithmetic ends at 2^53 = 9,007,199,254,740,992.",
                at: "granularity", remedy: "Declare a coarser granularity or a narrower range.")
        }
        lowerQuanta = Int64(low)
        upperQuanta = Int64(high)
        self.granularity = granularity
        stepsPerOne = steps
    }

    /// The number of quanta nearest to `value`, clamped to the range.
    ///
    /// Infinities clamp like any other number out of range. NaN is refused: it has no place in any range.
    public func quantize(_ value: Double) throws(PrivacyError) -> Int64 {
        guard !value.isNaN else {
            throw PrivacyError(
                .valueNotANumber, "The value is NaN.", at: "value", remedy: "Send a number, or leave the field out.")
        }
        let quanta = Self.quanta(value, granularity: granularity, stepsPerOne: stepsPerOne)
        if quanta <= Double(lowerQuanta) { return lowerQuanta }
        if quanta >= Double(upperQuanta) { return upperQuanta }
        return Int64(quanta)
    }

    /// The value of a (possibly noisy, possibly summed) number of quanta, in the unit of the value.
    public func value(ofQuanta quanta: Double) -> Double {
        stepsPerOne > 0 ? quanta / stepsPerOne : quanta * granularity
    }

    /// The value of a number of quanta, in the unit of the value.
    public func value(ofQuanta quanta: some BinaryInteger) -> Double { value(ofQuanta: Double(quanta)) }

    /// The middle of the range in quanta, rounded down; what `centeredSum` subtracts from every value.
    public var middleQuanta: Int64 {
        // Both are below 2^53, so the sum can't overflow; the shift rounds down for negative sums too.
        (lowerQuanta + upperQuanta) >> 1
    }

    private static func quanta(_ value: Double, granularity: Double, stepsPerOne: Double) -> Double {
        (stepsPerOne > 0 ? value * stepsPerOne : value / granularity).rounded(.toNearestOrEven)
    }
}
