#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Maps values to a length of the drawing; its ends are round numbers.
package struct Scale {
    package let domain: ClosedRange<Double>
    package let range: (Double, Double)
    package let ticks: [Double]

    /// Covers `values` and zero exactly; for small pictures without ticks.
    package init(fitting values: [Double], to range: (Double, Double)) {
        let finite = values.filter(\.isFinite)
        let lowest = min(0, finite.min() ?? 0)
        domain = lowest...max(finite.max() ?? 0, lowest == 0 ? 1 : 0)
        ticks = []
        self.range = range
    }

    /// Covers `values` and zero, with about `count` ticks at 1, 2, 2.5 or 5 times a power of ten.
    package init(covering values: [Double], to range: (Double, Double), ticks count: Int) {
        let finite = values.filter(\.isFinite)
        let lowest = min(0, finite.min() ?? 0)
        let highest = max(finite.max() ?? 0, lowest == 0 ? 1 : 0)
        let raw = (highest - lowest) / Double(max(1, count))
        let power = pow(10, log10(raw).rounded(.down))
        let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= raw * 0.999 } ?? raw
        let (first, last) = ((lowest / step).rounded(.down), (highest / step).rounded(.up))
        domain = first * step...last * step
        ticks = (Int(first)...Int(last)).map { Double($0) * step }
        self.range = range
    }

    package func callAsFunction(_ value: Double) -> Double {
        let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return range.0 + min(1, max(0, share)) * (range.1 - range.0)
    }
}
