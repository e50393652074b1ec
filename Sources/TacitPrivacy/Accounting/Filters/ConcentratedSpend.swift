/// An amount of zero-concentrated privacy budget: a limit, what was spent, or what is left.
///
/// Delta is what a mechanism leaves out of its rho, such as the chance that an open cell of one contributor is shown.
///
/// - Unit: 10⁻¹⁵ of rho and 10⁻¹⁵ of delta. Range: 0…`Int64.max` each. Adjacency: add or remove one contributor.
public struct ConcentratedSpend: Hashable, Sendable {
    /// Nothing.
    public static let zero = ConcentratedSpend(unchecked: 0, deltaUnits: 0)

    /// Units of 10⁻¹⁵ of rho.
    public let rhoUnits: Int64
    /// Units of 10⁻¹⁵ of delta.
    public let deltaUnits: Int64

    /// An amount, as it is stored; refuses negative numbers.
    public init(rhoUnits: Int64, deltaUnits: Int64) throws(PrivacyError) {
        guard rhoUnits >= 0, deltaUnits >= 0 else {
            throw PrivacyError(
                .budgetOverflow, "A negative amount of budget (\(rhoUnits), \(deltaUnits)).", at: "budget",
                remedy: "Amounts are only ever added; check where this one was stored.")
        }
        self.init(unchecked: rhoUnits, deltaUnits: deltaUnits)
    }

    /// As much as one rho and one delta.
    public init(_ rho: Rho, _ delta: Delta = .zero) {
        self.init(unchecked: rho.units, deltaUnits: delta.units)
    }

    init(unchecked rhoUnits: Int64, deltaUnits: Int64) {
        self.rhoUnits = rhoUnits
        self.deltaUnits = deltaUnits
    }

    /// The rho as a number alone, such as `0.005`.
    public var rhoDescription: String { DecimalUnits.text(of: rhoUnits, places: 15) }
    /// The delta as a number alone, such as `0.00000001`.
    public var deltaDescription: String { DecimalUnits.text(of: deltaUnits, places: 15) }

    /// The sum, or `nil` if it does not fit.
    func adding(_ other: ConcentratedSpend) -> ConcentratedSpend? {
        let (rho, rhoOverflow) = rhoUnits.addingReportingOverflow(other.rhoUnits)
        let (delta, deltaOverflow) = deltaUnits.addingReportingOverflow(other.deltaUnits)
        return rhoOverflow || deltaOverflow ? nil : ConcentratedSpend(unchecked: rho, deltaUnits: delta)
    }
}
