/// The privacy loss of zero-concentrated differential privacy: a whole number of 10⁻¹⁵, from 10⁻¹⁵ to 5,000.
///
/// With rho *r*, the Rényi divergence of any order α between the releases with and without one contributor is at most
/// *r*·α. Rhos add up, also when the next question depends on the last answer, and for many small releases they prove a
/// much smaller epsilon than adding up epsilons does.
///
/// ```swift
/// let rho = try Rho(Epsilon("0.1"))      // 0.005 = 0.1² / 2, exactly
/// rho.epsilon(delta: try Delta("1e-6"))  // 0.4299…, never below the truth
/// ```
///
/// - Unit: 10⁻¹⁵. Range: 1…5·10¹⁸. Adjacency: add or remove one contributor of one window.
/// - Definition: Bun, Steinke 2016, "Concentrated Differential Privacy: Simplifications, Extensions, and Lower Bounds", TCC,
///   arXiv 1605.02065, definition 1.1.
public struct Rho: Hashable, Sendable {
    /// How many units make 1.
    public static let unitsPerOne: Int64 = 1_000_000_000_000_000
    /// The rho of the largest epsilon, 100² / 2.
    public static let largest = Rho(unchecked: 5_000 * unitsPerOne)

    /// The number of units of 10⁻¹⁵.
    public let units: Int64

    /// A rho of so many units of 10⁻¹⁵.
    public init(units: Int64) throws(PrivacyError) {
        guard (1...Self.largest.units).contains(units) else {
            throw PrivacyError(
                .rhoOutOfRange, "A rho of \(units) units of 1e-15 is outside 1…5e18.", at: "rho",
                remedy: "Declare a rho above 0 and at most 5000, such as 0.005.")
        }
        self.units = units
    }

    /// A rho from decimal text, such as `"0.005"`, read exactly.
    public init(_ text: String) throws(PrivacyError) {
        let units: Int64
        do {
            units = try DecimalUnits.units(of: text, places: 15)
        } catch {
            throw PrivacyError(
                .notANumber, "Rho is not a decimal number from 1e-15 to 999.", at: "rho",
                remedy: "Write it like 0.005, with at most fifteen decimal places.")
        }
        try self.init(units: units)
    }

    /// What anything of this epsilon spends at most: epsilon² / 2, exactly.
    ///
    /// Bun, Steinke 2016, proposition 1.4. A millionth squared and halved is 500 units.
    public init(_ epsilon: Epsilon) { units = epsilon.millionths * epsilon.millionths * 500 }

    init(unchecked units: Int64) { self.units = units }

    /// The smallest epsilon that holds but for a probability of `delta`; infinite for a delta of 0. Never below the truth.
    ///
    /// Canonne, Kamath, Steinke 2020, arXiv 2004.00010, proposition 12, over all orders.
    public func epsilon(delta: Delta) -> Double {
        delta > .zero ? loss.epsilon(delta: delta.approximation.lowered(1)) : .infinity
    }

    /// rho + √(4·rho·ln(1/delta)), which is simple to check by hand and some percent above ``epsilon(delta:)``.
    ///
    /// Bun, Steinke 2016, proposition 1.3.
    public func simpleEpsilon(delta: Delta) -> Double {
        delta > .zero ? loss.simpleEpsilon(delta: delta.approximation.lowered(1)) : .infinity
    }

    /// The smallest probability with which `epsilon` fails to hold. Never below the truth.
    public func delta(epsilon: Double) -> Double { loss.delta(epsilon: epsilon) }

    private var loss: ConcentratedLoss { ConcentratedLoss(rho: approximation.raised(1)) }

    /// The largest rho that proves this epsilon and delta; `nil` if even the smallest does not.
    public static func most(epsilon: Epsilon, delta: Delta) -> Rho? {
        let limit = epsilon.approximation.lowered(1)
        guard delta > .zero, Rho(unchecked: 1).epsilon(delta: delta) <= limit else { return nil }
        var (proves, fails) = (Int64(1), largest.units + 1)
        while fails - proves > 1 {
            let middle = proves + (fails - proves) / 2
            if Rho(unchecked: middle).epsilon(delta: delta) <= limit { proves = middle } else { fails = middle }
        }
        return Rho(unchecked: proves)
    }
}

extension Rho: Comparable {
    public static func < (left: Rho, right: Rho) -> Bool { left.units < right.units }
}

extension Rho: CustomStringConvertible {
    /// The number alone, such as `0.005`.
    public var description: String { DecimalUnits.text(of: units, places: 15) }
}

extension Rho {
    /// The nearest `Double`, for bounds; never for budgets.
    public var approximation: Double { Double(units) / Double(Self.unitsPerOne) }
}
