#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

extension Real {
    /// The cosine of `x` radians.
    static func cosine(_ x: Double) -> Double { cos(x) }
    /// P(Z > `z`) for a standard Gaussian Z, with a small relative error also far out.
    static func gaussianTail(_ z: Double) -> Double { 0.5 * erfc(z * 0.5.squareRoot()) }
    /// The density of a standard Gaussian at `z`.
    static func gaussianDensity(_ z: Double) -> Double { 0.398_942_280_401_432_68 * exp(-0.5 * z * z) }
}

extension Double {
    /// The number moved up by so many relative units of 2⁻⁵², where one operation errs by half a unit.
    ///
    /// Accountants round every step to the side on which more privacy is claimed lost.
    func raised(_ units: Double = 4) -> Double { self + magnitude * (units * 0x1p-52) }
    /// The number moved down by so many relative units of 2⁻⁵².
    func lowered(_ units: Double = 4) -> Double { self - magnitude * (units * 0x1p-52) }
}
