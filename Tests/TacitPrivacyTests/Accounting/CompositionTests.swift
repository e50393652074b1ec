import Foundation
import TacitPrivacy
import Testing

@Suite("Composition")
struct CompositionTests {
    private func accountant(
        _ mechanism: AccountedMechanism, _ count: Int, _ method: Accountant.Method = .pld
    ) throws -> Accountant {
        var accountant = Accountant(method)
        try accountant.add(mechanism, times: count)
        return accountant
    }

    private static func samples() throws -> [AccountedMechanism] {
        [
            try .laplace(epsilon: 0.05), try .discreteLaplace(rate: 0.02, shift: 7), try .gaussian(shift: 0.1),
            try .discreteGaussian(sigma: 20, shift: 3), try .response(uniform: 0.9, choices: 4),
            try .sampledGaussian(probability: 0.05, shift: 0.5),
        ]
    }

    @Test("more releases, or a smaller delta, never prove less loss", arguments: Accountant.Method.allCases)
    func monotone(method: Accountant.Method) throws {
        for mechanism in try Self.samples() {
            var before = 0.0
            for count in [1, 2, 5, 30, 400] {
                let one = try accountant(mechanism, count, method)
                let epsilons = try ["1e-3", "1e-6", "1e-9", "1e-12"].map { one.epsilon(delta: try Delta($0)) }
                #expect(
                    zip(epsilons, epsilons.dropFirst()).allSatisfy { $0 <= $1 * (1 + 1e-3) }, "\(mechanism) × \(count)")
                #expect(epsilons[1] >= before * (1 - 1e-3), "\(mechanism) × \(count)")
                before = epsilons[1]
            }
        }
    }

    @Test("a larger epsilon never has a larger delta, and epsilon and delta undo each other")
    func inverse() throws {
        for mechanism in try Self.samples() {
            let one = try accountant(mechanism, 50)
            let deltas = [0, 0.1, 0.3, 1, 2, 5].map { one.delta(epsilon: $0) }
            #expect(zip(deltas, deltas.dropFirst()).allSatisfy { $0 >= $1 * (1 - 1e-3) })
            for delta in ["1e-2", "1e-5", "1e-8"] {
                let delta = try Delta(delta)
                let epsilon = one.epsilon(delta: delta)
                guard epsilon > 0 else { continue }
                let back = one.delta(epsilon: epsilon)
                #expect(
                    back <= delta.approximation * 1.02 && back >= delta.approximation * 0.98, "\(mechanism) \(delta)")
            }
        }
    }

    @Test("the pieces of a Gaussian make the whole: n draws of a shift are one of √n times it")
    func pieces() throws {
        for (shift, count) in [(0.3, 16), (0.01, 10_000), (1, 4)] {
            for delta in ["1e-4", "1e-9", "1e-15"] {
                let whole = try accountant(.gaussian(shift: shift * Double(count).squareRoot()), 1)
                    .epsilon(delta: Delta(delta))
                let pieces = try accountant(.gaussian(shift: shift), count).epsilon(delta: Delta(delta))
                #expect(pieces >= whole * (1 - 1e-12))
                #expect(pieces <= whole * 1.001)
            }
        }
    }

    @Test("unequal responses: the accountant meets the sum over all outcomes")
    func enumeration() throws {
        let epsilons = [0.1, 0.25, 0.4, 0.05, 0.7, 0.33, 0.2, 0.15]
        var accountant = Accountant(.pld)
        for epsilon in epsilons { try accountant.add(.pure(Epsilon(epsilon))) }
        for target in [0, 0.2, 0.5, 1, 1.5, 2] {
            let exact = (0..<(1 << epsilons.count)).reduce(0.0) { sum, outcome in
                var (loss, mass) = (0.0, 1.0)
                for (place, epsilon) in epsilons.enumerated() {
                    let isTrue = outcome >> place & 1 == 1
                    loss += isTrue ? epsilon : -epsilon
                    mass *= (isTrue ? 1 : exp(-epsilon)) / (1 + exp(-epsilon))
                }
                return sum + mass * max(0, 1 - exp(target - loss))
            }
            let delta = accountant.delta(epsilon: target)
            #expect(delta >= exact * (1 - 1e-12) && delta <= exact * 1.001)
        }
    }

    @Test("a part that may fail outright adds its delta, and no less")
    func failures() throws {
        var accountant = Accountant(.pld)
        try accountant.add(.approximate(Epsilon("0.1"), Delta("1e-7")), times: 10)
        try accountant.add(.gaussian(shift: 0.1), times: 10)
        let sum = 1 - exp(10 * log1p(-1e-7))
        #expect(accountant.epsilon(delta: try Delta("9.99e-7")) == .infinity)
        #expect(accountant.epsilon(delta: try Delta("1e-6")) > 0.5)
        #expect(accountant.delta(epsilon: 50) >= sum * (1 - 1e-9) && accountant.delta(epsilon: 50) <= sum * (1 + 1e-6))
        for method in [Accountant.Method.basic, .advanced, .pld] {
            // Equal is enough, in whole units: the sum of ten deltas is a delta.
            let exact = try self.accountant(.approximate(Epsilon("0.1"), Delta("1e-7")), 10, method)
            #expect(abs(exact.epsilon(delta: try Delta("1e-6")) - 1) < 1e-9)
            let one = try self.accountant(.approximate(Epsilon("0.3"), Delta("1e-7")), 1, method)
            #expect(abs(one.epsilon(delta: try Delta("1e-7")) - 0.3) < 1e-9)
        }
        for method in [Accountant.Method.zcdp, .rdp] {
            var other = Accountant(method)
            try other.add(.approximate(Epsilon("0.1"), Delta("1e-7")), times: 10)
            #expect(other.epsilon(delta: try Delta("9.99e-7")) == .infinity)
            #expect(other.epsilon(delta: try Delta("2e-6")) >= 0.1)
        }
    }

    @Test("a delta of 0: pure mechanisms prove their sum, Gaussian noise proves nothing")
    func noDelta() throws {
        for method in [Accountant.Method.basic, .advanced, .pld] {
            let pure = try accountant(.pure(Epsilon("0.25")), 4, method).epsilon(delta: .zero)
            #expect(pure >= 1 && pure <= 1 + 1e-12)
        }
        for method in Accountant.Method.allCases {
            #expect(try accountant(.gaussian(shift: 1), 4, method).epsilon(delta: .zero) == .infinity)
            #expect(Accountant(method).epsilon(delta: .zero) == 0)
        }
    }

    @Test("tiny epsilons and huge counts: finite, above the truth, and near it")
    func extremes() throws {
        let delta = try Delta("1e-6")
        // Losses this small are nearly always ± epsilon, and many of them as good as Gaussian with that variance.
        let many = try accountant(.laplace(epsilon: 1e-3), 10_000).epsilon(delta: delta)
        let gaussian = try accountant(.gaussian(shift: 0.1), 1).epsilon(delta: delta)
        #expect(abs(many / gaussian - 1) < 1e-3)
        let finest = try accountant(.pure(Epsilon(millionths: 1)), 1_000_000_000).epsilon(delta: delta)
        #expect(finest > 0.1 && finest < 0.3)
        #expect(try accountant(.pure(.largest), 10).epsilon(delta: delta) <= 1_000 * (1 + 1e-12))
        #expect(try accountant(.pure(.largest), 10).epsilon(delta: delta) >= 999)
        var full = Accountant(.basic)
        try full.add(.pure(.largest), times: Accountant.mostDraws)
        #expect(throws: PrivacyError.self) { try full.add(.pure(.largest)) }
        #expect(throws: PrivacyError.self) { try full.add(.pure(.largest), times: -1) }
        #expect(throws: PrivacyError.self) { try full.add(.pure(.largest), times: .max) }
    }

    @Test(
        "at small counts the sum is the better bound, at large ones the advanced is",
        arguments: [("0.1", 10), ("1", 3)])
    func leastOfBounds(epsilon: String, count: Int) throws {
        let delta = try Delta("1e-9")
        var mixed = Accountant(.advanced)
        try mixed.add(.pure(Epsilon(epsilon)), times: count)
        try mixed.add(.pure(Epsilon("0.01")), times: count)
        var basic = Accountant(.basic)
        try basic.add(.pure(Epsilon(epsilon)), times: count)
        try basic.add(.pure(Epsilon("0.01")), times: count)
        #expect(mixed.epsilon(delta: delta) == basic.epsilon(delta: delta))
        try mixed.add(.pure(Epsilon("0.01")), times: 100_000)
        try basic.add(.pure(Epsilon("0.01")), times: 100_000)
        #expect(mixed.epsilon(delta: delta) < basic.epsilon(delta: delta) / 10)
        #expect(mixed.delta(epsilon: mixed.epsilon(delta: delta)) <= delta.approximation * 1.01)
    }
}
