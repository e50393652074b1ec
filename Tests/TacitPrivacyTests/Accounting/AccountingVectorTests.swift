import TacitPrivacy
import Testing

/// Figures of dp-accounting 0.6.0 and of exact arithmetic. An accountant may claim a little too much loss, never too little.
@Suite("Accountants agree with the open vectors, from above")
struct AccountingVectorTests {
    private let vectors: AccountingVectors

    init() throws { vectors = try AccountingVectors.load() }

    @Test("loss distributions: never below the truth, at most 0.1 % above what is known of it")
    func lossDistributions() throws {
        #expect(vectors.epsilonVectors.count == 118)
        for vector in vectors.epsilonVectors {
            let epsilon = try vector.accountant(.pld).epsilon(delta: Delta(vector.delta))
            let name = Comment(rawValue: "\(vector.family) × \(vector.compositions), delta \(vector.delta)")
            #expect(epsilon >= vector.lower * (1 - 1e-8), name)
            #expect(epsilon <= vector.upper * (1 + 1e-3), name)
        }
    }

    @Test("where the truth is known exactly, the excess is below 0.1 % of it")
    func excess() throws {
        for vector in vectors.epsilonVectors {
            guard let exact = vector.epsilonExact ?? vector.epsilonKovOptimalContinuous else { continue }
            let epsilon = try vector.accountant(.pld).epsilon(delta: Delta(vector.delta))
            // The vectors' own figures are rounded to about twelve digits.
            #expect(epsilon >= exact * (1 - 1e-12))
            #expect(epsilon <= exact * (1 + 1e-3))
        }
    }

    @Test("all other methods prove at least as much loss as the tightest, and no delta below the exact one")
    func otherMethods() throws {
        for vector in vectors.epsilonVectors {
            for method in Accountant.Method.allCases {
                let epsilon = try vector.accountant(method).epsilon(delta: Delta(vector.delta))
                #expect(epsilon >= vector.lower * (1 - 1e-8), "\(method) for \(vector.family)")
            }
            if let sum = vector.pureEpsilonSum {
                let basic = try vector.accountant(.basic).epsilon(delta: Delta(vector.delta))
                #expect(basic >= sum * (1 - 1e-12) && basic <= sum * (1 + 1e-12))
            }
        }
    }

    @Test("delta of an epsilon: never below the exact one, at most 0.1 % above")
    func deltaProfiles() throws {
        #expect(vectors.deltaProfiles.count == 27)
        for profile in vectors.deltaProfiles {
            var accountant = Accountant(.pld)
            try accountant.add(profile.accounted(), times: profile.compositions)
            let delta = accountant.delta(epsilon: profile.epsilon)
            let name = Comment(rawValue: "\(profile)")
            #expect(delta >= profile.deltaExact * (1 - 1e-8), name)
            #expect(delta <= profile.deltaExact * (1 + 1e-3) + 1e-300, name)
        }
    }

    @Test("composition of equal epsilons is the optimal one")
    func advanced() throws {
        for vector in vectors.epsilonVectors {
            guard let optimal = vector.epsilonKovOptimalContinuous else { continue }
            let delta = try Delta(vector.delta)
            let epsilon = try vector.accountant(.advanced).epsilon(delta: delta)
            #expect(epsilon >= optimal * (1 - 1e-12) && epsilon <= optimal * (1 + 1e-9))
            // The older bound with ln(1/delta) is never better.
            #expect(epsilon <= vector.epsilonDrvTanh! * (1 + 1e-12))
            let basic = try vector.accountant(.basic).epsilon(delta: delta)
            #expect(basic >= vector.epsilonBasic! && basic <= vector.epsilonBasic! * (1 + 1e-12))
            let rho = try Rho(units: Rho(Epsilon(vector.eps0!)).units * Int64(vector.compositions))
            let simple = rho.simpleEpsilon(delta: delta)
            #expect(abs(simple / vector.epsilonZcdpBs16! - 1) < 1e-12)
        }
    }

    @Test("Rényi divergences, to nine digits and not below")
    func renyiCurves() throws {
        #expect(vectors.rdpCurves.count == 6)
        for curve in vectors.rdpCurves {
            let mechanism = try curve.accounted()
            for (order, value) in zip(curve.orders, curve.rdp) {
                let divergence = mechanism.renyiDivergence(order: order)
                #expect(divergence >= value * (1 - 1e-11), "\(curve.mechanism) at \(order)")
                #expect(divergence <= value * (1 + 1e-9), "\(curve.mechanism) at \(order)")
            }
        }
    }

    @Test("epsilon from Rényi divergences")
    func renyiConversion() throws {
        #expect(vectors.rdpConversion.count == 12)
        for conversion in vectors.rdpConversion {
            var accountant = Accountant(.rdp)
            try accountant.add(conversion.accounted(), times: conversion.n)
            let epsilon = try accountant.epsilon(delta: Delta(conversion.delta))
            #expect(abs(epsilon / conversion.epsilonRdp - 1) < 1e-6)
        }
        for vector in vectors.epsilonVectors {
            guard let expected = vector.epsilonRdpDefaultOrders else { continue }
            let epsilon = try vector.accountant(.rdp).epsilon(delta: Delta(vector.delta))
            // Between integer orders the divergence is interpolated from above, so the best order may differ.
            #expect(epsilon >= expected * (1 - 1e-6) && epsilon <= expected * 1.01)
        }
    }

    @Test("epsilon from rho, the simple and the tight way")
    func concentratedConversion() throws {
        #expect(vectors.zcdpConversion.count == 8)
        for conversion in vectors.zcdpConversion {
            let (rho, delta) = (try Rho("\(conversion.rho)"), try Delta(conversion.delta))
            #expect(abs(rho.epsilon(delta: delta) / conversion.epsilonCks20 - 1) < 1e-6)
            #expect(abs(rho.simpleEpsilon(delta: delta) / conversion.epsilonBs16 - 1) < 1e-6)
            #expect(rho.epsilon(delta: delta) >= conversion.epsilonGaussianExact)
            // The delta of an epsilon of 0 is near the distance of the two laws, √(rho / 2), also for the smallest rho.
            let tiny = try Rho(units: rho.units / 1_000_000)
            #expect(tiny.delta(epsilon: 0) < 2 * (tiny.approximation / 2).squareRoot())
            // There and back: the delta of that epsilon is the delta.
            #expect(abs(rho.delta(epsilon: rho.epsilon(delta: delta)) / delta.approximation - 1) < 1e-6)
        }
    }
}
