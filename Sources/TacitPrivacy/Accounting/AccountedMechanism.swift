/// One release as an accountant sees it: the law of what it tells about a contributor.
///
/// ```swift
/// let noise = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon("0.1"))
/// var accountant = Accountant(.pld)
/// try accountant.add(.discreteLaplace(noise), times: 365)
/// accountant.epsilon(delta: try Delta("1e-6"))
/// ```
///
/// A description is made from a mechanism or from the bounds and budgets that it is made of. Only noise that was drawn
/// elsewhere is described by bare numbers, and believed.
///
/// - Adjacency: add or remove one contributor with all its records, but for ``randomizedResponse(_:choices:)``, whose unit
///   is the one answer.
public struct AccountedMechanism: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case laplace(epsilon: Double)
        case discreteLaplace(rate: Double, shift: Int64)
        case gaussian(shift: Double)
        case discreteGaussian(sigma: Double, shift: Int64)
        case response(truth: Double, other: Double, choices: Int)
        case approximate(epsilon: Double, delta: Delta)
        case partitionSelection(epsilon: Double, delta: Delta)
        case sampledGaussian(probability: Double, shift: Double)
    }

    let kind: Kind
    /// How many independent draws one release is made of.
    let draws: Int

    init(_ kind: Kind, draws: Int = 1) {
        self.kind = kind
        self.draws = draws
    }

    /// Discrete Laplace noise on a whole figure of its sensitivity, however many entries the figure has.
    public static func discreteLaplace(_ noise: DiscreteLaplace) -> AccountedMechanism {
        let rate = noise.epsilon.approximation / Double(noise.sensitivity.l1)
        return AccountedMechanism(.discreteLaplace(rate: rate.raised(), shift: noise.sensitivity.l1))
    }

    /// Anything that is epsilon-differentially private, of which nothing more is known.
    public static func pure(_ epsilon: Epsilon) -> AccountedMechanism { approximate(epsilon, .zero) }

    /// Anything that is (epsilon, delta)-differentially private, of which nothing more is known.
    public static func approximate(_ epsilon: Epsilon, _ delta: Delta) -> AccountedMechanism {
        AccountedMechanism(.approximate(epsilon: epsilon.approximation.raised(1), delta: delta))
    }

    /// Showing one cell by truncated geometric partition selection; add it once for each cell that a contributor touches.
    public static func partitionSelection(perCell epsilon: Epsilon, _ delta: Delta) -> AccountedMechanism {
        AccountedMechanism(
            .partitionSelection(epsilon: epsilon.approximation.raised(1), delta: delta))
    }

    /// k-ary randomized response: the true one of `choices` answers exp(epsilon) times as likely as each of the others.
    ///
    /// Adjacency: another answer of the one contributor (replace one).
    public static func randomizedResponse(
        _ epsilon: Epsilon, choices: Int
    ) throws(PrivacyError) -> AccountedMechanism {
        guard choices >= 2 else {
            throw PrivacyError(
                .choicesOutOfRange, "A response among \(choices) choices says nothing.", at: "choices",
                remedy: "Declare at least 2 answers.")
        }
        let odds = Real.exponential(epsilon.approximation.raised(1))
        let other = 1 / (odds + Double(choices - 1))
        return AccountedMechanism(.response(truth: odds * other, other: other, choices: choices))
    }

    /// Discrete Gaussian noise on a whole figure of its sensitivity.
    ///
    /// One contributor moves l1 / lInfinity entries by lInfinity at most. By log-concavity the loss grows with the shift of
    /// each entry, and the entries' noise is independent, so these many draws with a full shift are the worst case. In a
    /// histogram a contributor may spread a cell's records over buckets, and no such order is proven for integers: with more
    /// than one record a cell it is refused here. ``Rho`` covers it, since it depends on the squares alone.
    public static func discreteGaussian(_ noise: DiscreteGaussian) throws(PrivacyError) -> AccountedMechanism {
        let sensitivity = noise.sensitivity
        guard sensitivity.figure != .histogram || sensitivity.lInfinity == 1 else {
            throw PrivacyError(
                .noiseMismatch,
                "A contributor may spread \(sensitivity.lInfinity) records over the buckets of a cell; the law of the loss "
                    + "is not known for that.",
                at: "sensitivity", remedy: "Account for it by rho, or declare a max_per_cell of 1.")
        }
        return AccountedMechanism(
            .discreteGaussian(sigma: noise.sigma.lowered(), shift: sensitivity.lInfinity),
            draws: Int(sensitivity.l1 / sensitivity.lInfinity))
    }
}
