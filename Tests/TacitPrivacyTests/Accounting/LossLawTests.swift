import Foundation
import TacitPrivacy
import Testing

@Suite("The law of each mechanism's privacy loss is the exact one")
struct LossLawTests {
    private func delta(_ mechanism: AccountedMechanism, _ epsilon: Double) throws -> Double {
        var accountant = Accountant(.pld)
        try accountant.add(mechanism)
        return accountant.delta(epsilon: epsilon)
    }

    @Test(
        "discrete Laplace, by adding up the definition",
        arguments: [(0.1, 1), (0.1, 3), (0.03, 40), (1.5, 2), (0.001, 900)])
    func discreteLaplace(rate: Double, shift: Int64) throws {
        let reach = Int64(60 / rate) + shift
        for share in [0, 0.1, 0.33, 0.5, 0.9, 0.999] {
            let epsilon = share * rate * Double(shift)
            let exact =
                (-reach...reach).reduce(0.0) { sum, k in
                    let (present, absent) = (exp(-rate * Double(abs(k - shift))), exp(-rate * Double(abs(k))))
                    return sum + max(0, present - exp(epsilon) * absent)
                } * tanh(rate / 2)
            let claimed = try delta(.discreteLaplace(rate: rate, shift: shift), epsilon)
            #expect(claimed >= exact * (1 - 1e-11) && claimed <= exact * (1 + 1e-9) + 1e-15)
        }
        #expect(try delta(.discreteLaplace(rate: rate, shift: shift), rate * Double(shift) * (1 + 1e-9)) < 1e-9)
    }

    /// Above a sigma of 1,024 the law is taken from tails with corrections, below from its terms.
    @Test(
        "discrete Gaussian, by adding up the definition",
        arguments: [(2.0, 1), (30, 7), (1_023.5, 500), (1_024, 500), (3_000, 4_000)])
    func discreteGaussian(sigma: Double, shift: Int64) throws {
        let reach = Int64(30 * sigma)
        let weight = { (k: Int64) in exp(-Double(k) * Double(k) / (2 * sigma * sigma)) }
        let total = (-reach...reach).reduce(0.0) { $0 + weight($1) }
        for epsilon in [0.0, 0.1, 0.7, 2] {
            let exact =
                (-reach...reach).reduce(0.0) { $0 + max(0, weight($1 - shift) - exp(epsilon) * weight($1)) } / total
            let claimed = try delta(.discreteGaussian(sigma: sigma, shift: shift), epsilon)
            #expect(claimed >= exact * (1 - 1e-11), "\(sigma) \(epsilon)")
            #expect(claimed <= exact * (1 + 1e-6) + 1e-13, "\(sigma) \(epsilon)")
        }
    }

    @Test(
        "partition selection: the worst cell, with and without the contributor",
        arguments: [("1", "1e-5"), ("0.25", "1e-9"), ("2", "1e-10"), ("0.1", "1e-15")])
    func partitionSelection(epsilon: String, delta: String) throws {
        let (epsilon, delta) = (try Epsilon(epsilon), try Delta(delta))
        let (e, d) = (epsilon.approximation, delta.approximation)
        var shown = [0.0]
        while shown.last! < 1, shown.count < 10_000 {
            let before = shown.last!
            shown.append(min(exp(e) * before + d, 1 - exp(-e) * (1 - before - d), 1))
        }
        for share in [0, 0.25, 0.5, 0.9, 0.99] {
            let exact = zip(shown, shown.dropFirst()).reduce(0.0) { worst, pair in
                let factor = exp(share * e)
                let removal = max(0, pair.1 - factor * pair.0) + max(0, (1 - pair.1) - factor * (1 - pair.0))
                let addition = max(0, pair.0 - factor * pair.1) + max(0, (1 - pair.0) - factor * (1 - pair.1))
                return max(worst, removal, addition)
            }
            let claimed = try self.delta(.partitionSelection(perCell: epsilon, delta), share * e)
            #expect(claimed >= exact * (1 - 1e-9) && claimed <= exact * (1 + 1e-6) + 1e-12)
        }
        // At the epsilon itself nothing but delta is left, and it is not the worst an (epsilon, delta) mechanism could do.
        #expect(try self.delta(.partitionSelection(perCell: epsilon, delta), e) >= d)
        #expect(try self.delta(.partitionSelection(perCell: epsilon, delta), e * (1 + 1e-9)) <= d * 1.01 + 1e-9)
        #expect(
            try self.delta(.partitionSelection(perCell: epsilon, delta), 0)
                <= self.delta(.approximate(epsilon, delta), 0) * (1 + 1e-9))
    }

    @Test(
        "spreading a contributor's L1 over entries tells no more than one entry", arguments: [(1, 1), (2, 3), (10, 25)])
    func spreading(first: Int64, second: Int64) throws {
        for rate in [0.02, 0.3, 1] {
            var (apart, together) = (Accountant(.pld), Accountant(.pld))
            try apart.add(.discreteLaplace(rate: rate, shift: first))
            try apart.add(.discreteLaplace(rate: rate, shift: second))
            try together.add(.discreteLaplace(rate: rate, shift: first + second))
            for delta in ["1e-1", "1e-2", "1e-4", "1e-8"] {
                let most = try together.epsilon(delta: Delta(delta))
                #expect(try apart.epsilon(delta: Delta(delta)) <= most * 1.0001 + 1e-6)
            }
        }
    }

    @Test("a mechanism is described by its own bounds")
    func described() throws {
        let bounds = try ContributionBounds(maxCells: 3, maxPerCell: 20)
        let noise = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon("0.5"))
        var accountant = Accountant(.basic)
        try accountant.add(.discreteLaplace(noise), times: 4)
        #expect(accountant.epsilon(delta: .zero) >= 2 && accountant.epsilon(delta: .zero) <= 2 + 1e-12)
        var gaussian = Accountant(.zcdp)
        let rho = try Rho("0.083333333333333")
        try gaussian.add(.discreteGaussian(DiscreteGaussian(sensitivity: .count(bounds), rho: rho)))
        let delta = try Delta("1e-6")
        #expect(abs(gaussian.epsilon(delta: delta) / rho.epsilon(delta: delta) - 1) < 1e-9)
        let histogram = try DiscreteGaussian(sensitivity: .histogram(bounds), rho: rho)
        #expect(throws: PrivacyError.self) { try AccountedMechanism.discreteGaussian(histogram) }
        let response = try AccountedMechanism.randomizedResponse(Epsilon("2"), choices: 5)
        var local = Accountant(.basic)
        try local.add(response)
        #expect(local.epsilon(delta: .zero) >= 2 && local.epsilon(delta: .zero) < 2 + 1e-12)
        #expect(throws: PrivacyError.self) { try AccountedMechanism.randomizedResponse(Epsilon("2"), choices: 1) }
    }

    @Test("noise drawn elsewhere is described within its range, and nothing else is taken")
    func elsewhere() throws {
        for bad in [0, -1, .nan, .infinity, 1e-7, 101] as [Double] {
            #expect(throws: PrivacyError.self) { try AccountedMechanism.laplace(epsilon: bad) }
            #expect(throws: PrivacyError.self) { try AccountedMechanism.gaussian(shift: bad) }
            #expect(throws: PrivacyError.self) { try AccountedMechanism.sampledGaussian(probability: 0.1, shift: bad) }
            #expect(throws: PrivacyError.self) { try AccountedMechanism.discreteLaplace(rate: bad, shift: 1) }
            #expect(throws: PrivacyError.self) { try AccountedMechanism.discreteGaussian(sigma: 1 / bad, shift: 1) }
        }
        for bad in [0, 1, -0.1, .nan] as [Double] {
            #expect(throws: PrivacyError.self) { try AccountedMechanism.response(uniform: bad, choices: 3) }
        }
        for bad in [-0.1, 0, 1.1, .nan] as [Double] {
            #expect(throws: PrivacyError.self) { try AccountedMechanism.sampledGaussian(probability: bad, shift: 1) }
        }
        #expect(throws: PrivacyError.self) { try AccountedMechanism.discreteLaplace(rate: 0.1, shift: 0) }
        #expect(throws: PrivacyError.self) { try AccountedMechanism.discreteGaussian(sigma: 1, shift: -1) }
        #expect(throws: PrivacyError.self) { try AccountedMechanism.response(uniform: 0.5, choices: 1) }
        #expect(
            try AccountedMechanism.sampledGaussian(probability: 1, shift: 0.3)
                == AccountedMechanism.gaussian(shift: 0.3))
    }

    @Test("the divergence of a release over several cells is that of all its draws")
    func divergenceOfManyCells() throws {
        let bounds = try ContributionBounds(maxCells: 3, maxPerCell: 20)
        let rho = try Rho("0.25")
        let many = try AccountedMechanism.discreteGaussian(DiscreteGaussian(sensitivity: .count(bounds), rho: rho))
        #expect(abs(many.renyiDivergence(order: 4) - 1) < 1e-9)
        #expect(many.renyiDivergence(order: 4) >= 1)
    }
}
