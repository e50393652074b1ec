import TacitPrivacy

/// Exact discrete Laplace and discrete Gaussian noise, beside OpenDP's.
enum NoiseBenchmark {
    static func run(beside other: OtherLibrary?) throws {
        print("Exact noise from the cryptographic generator, one core, million samples per CPU second")
        var laplace = 0.0
        for (each, epsilon) in [(1, "2"), (10, "1"), (1_000, "0.3"), (1_000_000, "1")] {
            let bounds = try ContributionBounds(maxCells: 1, maxPerCell: each)
            let noise = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon(epsilon))
            let rate = rate { noise.addNoise(to: &$0, using: &$1) }
            if each == 10 { laplace = rate }
            row("discrete Laplace, scale \(rounded(noise.scale, 1))", rounded(rate, 1))
        }
        try compare("laplace", "scale 10", laplace, other)

        var gaussian = 0.0
        for (each, rho) in [(1, "0.5"), (10, "0.5"), (1_000, "0.01"), (1_000_000, "0.5")] {
            let bounds = try ContributionBounds(maxCells: 1, maxPerCell: each)
            let noise = try DiscreteGaussian(sensitivity: .count(bounds), rho: Rho(rho))
            let rate = rate { noise.addNoise(to: &$0, using: &$1) }
            if each == 10 { gaussian = rate }
            row("discrete Gaussian, sigma \(rounded(noise.sigma, 1))", rounded(rate, 1))
        }
        try compare("gaussian", "sigma 10", gaussian, other)
        print("")
    }

    /// Million samples per CPU second, drawn into an array of a million entries.
    private static func rate(_ draw: (inout [Int64], inout SecureRandom) -> Void) -> Double {
        var entries = [Int64](repeating: 0, count: 1_000_000)
        var source = SecureRandom()
        let seconds = best { for _ in 0..<4 { draw(&entries, &source) } }
        precondition(entries.contains { $0 != 0 })
        return 4 / seconds
    }

    private static func compare(_ part: String, _ name: String, _ own: Double, _ other: OtherLibrary?) throws {
        guard let seconds = try other?.seconds(part, 100_000) else { return }
        row("  OpenDP, \(name)", rounded(0.1 / seconds, 3))
        row("  ratio", rounded(own * seconds / 0.1, 0))
    }
}
