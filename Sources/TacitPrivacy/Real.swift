#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// The real functions of the C library that intervals and tail bounds need. Readers use them; no sampler does.
enum Real {
    /// e to the power of `x`.
    static func exponential(_ x: Double) -> Double { exp(x) }
    /// e to the power of `x`, less 1, exact near 0.
    static func exponentialLessOne(_ x: Double) -> Double { expm1(x) }
    /// The natural logarithm.
    static func logarithm(_ x: Double) -> Double { log(x) }
    /// The natural logarithm of 1 + `x`, exact near 0.
    static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }
    /// The sine of `x` radians.
    static func sine(_ x: Double) -> Double { sin(x) }
    /// The hyperbolic sine.
    static func hyperbolicSine(_ x: Double) -> Double { sinh(x) }
    /// The hyperbolic tangent.
    static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
}
