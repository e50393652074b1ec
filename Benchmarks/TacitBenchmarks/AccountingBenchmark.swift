import TacitPrivacy

/// The epsilon of many releases by privacy loss distributions, beside Google's dp-accounting.
enum AccountingBenchmark {
    static func run(beside other: OtherLibrary?) throws {
        print("Epsilon at delta 1e-6 of releases of epsilon 0.1 each, by privacy loss distributions, milliseconds")
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1)
        let laplace = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon("0.1"))
        let gaussian = try DiscreteGaussian(sensitivity: .count(bounds), rho: Rho("0.005"))
        for releases in [1_000, 10_000] {
            let own = try milliseconds(of: .laplace(epsilon: 0.1), releases)
            row("Laplace × \(releases)", rounded(own))
            if let seconds = try other?.seconds("composition", releases) {
                row("  dp-accounting", rounded(seconds * 1e3, 0))
                row("  ratio", rounded(seconds * 1e3 / own, 1))
            }
            row("discrete Laplace × \(releases)", rounded(try milliseconds(of: .discreteLaplace(laplace), releases)))
            row("discrete Gaussian × \(releases)", rounded(try milliseconds(of: .discreteGaussian(gaussian), releases)))
        }
        print("")
    }

    private static func milliseconds(of mechanism: AccountedMechanism, _ releases: Int) throws -> Double {
        let delta = try Delta("1e-6")
        var sum = 0.0
        let seconds = try best {
            for _ in 0..<5 {
                var accountant = Accountant(.pld)
                try accountant.add(mechanism, times: releases)
                sum += accountant.epsilon(delta: delta)
            }
        }
        precondition(sum.isFinite)
        return seconds / 5 * 1e3
    }
}
