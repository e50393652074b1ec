#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// The normal law and what else readers' intervals need.
extension Real {
    /// The cube root.
    static func cubeRoot(_ x: Double) -> Double { cbrt(x) }

    /// The logarithm of the gamma function, for x > 0, by Stirling's series: exact to a `Double`'s digits.
    static func logarithmOfGamma(_ x: Double) -> Double {
        var (shifted, product) = (x, 1.0)
        while shifted < 15 {
            product *= shifted
            shifted += 1
        }
        let inverse = 1 / (shifted * shifted)
        let series = (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse / 1680))) / shifted
        return (shifted - 0.5) * log(shifted) - shifted + 0.5 * log(2 * Double.pi) + series - log(product)
    }

    /// z with P(|X| > z) = `miss` for a standard Gaussian X, rounded up.
    static func normalReach(miss: Double) -> Double {
        var (low, high) = (0.0, 40.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if 2 * gaussianTail(middle) <= miss { high = middle } else { low = middle }
        }
        return high
    }
}
