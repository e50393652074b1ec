/// A generator that noise may be drawn from.
///
/// Differential privacy holds only if nobody can predict the noise, so the mechanisms don't take any
/// `RandomNumberGenerator`: they take a `NoiseSource`. In a release build ``SecureRandom`` is the only one.
/// Debug builds add ``SeededRandom``, whose constructor says what it is.
///
/// ```swift
/// var random = SecureRandom()
/// let noise = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon("1")).sample(using: &random)
/// ```
///
/// No other module can conform a type: the one requirement returns a value that only this module can make.
public protocol NoiseSource: RandomNumberGenerator {
    /// Proof that this module vouches for the generator.
    static var vouched: NoiseSourceVoucher { get }
}

/// What a type needs to become a ``NoiseSource``; it can't be made elsewhere.
public struct NoiseSourceVoucher: Sendable {
    #if DEBUG
        package init() {}
    #else
        init() {}
    #endif
}

extension NoiseSource {
    /// A uniform integer in `0..<bound`, without bias.
    ///
    /// Lemire 2019, "Fast random integer generation in an interval", ACM TOMACS 29(1), article 3, algorithm 5:
    /// the high word of `word × bound` is uniform once the low words below `2^64 mod bound` are refused.
    @inline(__always)
    mutating func uniform(below bound: UInt64) -> UInt64 {
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let refused = (0 &- bound) % bound
            while product.low < refused {
                product = next().multipliedFullWidth(by: bound)
            }
        }
        return product.high
    }
}
