import TacitPrivacy
import Testing

@Suite("A filter admits up to its limit, whatever the order, and never a unit more")
struct FilterTests {
    @Test("pure: thousands of random histories", arguments: 0..<20)
    func pure(seed: UInt64) throws {
        var random = SyntheticRandom(seed: seed)
        let limit = try PrivacySpend(epsilonMillionths: 1_000_000, deltaUnits: 5_000)
        var (filter, epsilon, delta) = (try PrivacyFilter(limit: limit), Int64(0), Int64(0))
        for _ in 0..<2_000 {
            let amount = try PrivacySpend(
                epsilonMillionths: Int64.random(in: 0...20_000, using: &random),
                deltaUnits: Int64.random(in: 0...100, using: &random))
            let fits = epsilon + amount.epsilonMillionths <= 1_000_000 && delta + amount.deltaUnits <= 5_000
            let decision = filter.spend(amount)
            #expect(decision.isAdmitted == fits)
            if fits { (epsilon, delta) = (epsilon + amount.epsilonMillionths, delta + amount.deltaUnits) }
            let left = try PrivacySpend(epsilonMillionths: 1_000_000 - epsilon, deltaUnits: 5_000 - delta)
            #expect(decision == (fits ? .admitted(left: left) : .refused(left: left)))
        }
    }

    @Test("concentrated: the exact limit is admitted, one unit more is refused with what is left")
    func concentrated() throws {
        let limit = try ConcentratedSpend(rhoUnits: 1_000, deltaUnits: 10)
        var filter = try ConcentratedFilter(limit: limit)
        #expect(filter.spend(try ConcentratedSpend(rhoUnits: 999, deltaUnits: 10)).isAdmitted)
        let left = try ConcentratedSpend(rhoUnits: 1, deltaUnits: 0)
        #expect(filter.spend(try ConcentratedSpend(rhoUnits: 2, deltaUnits: 0)) == .refused(left: left))
        #expect(filter.spend(try ConcentratedSpend(rhoUnits: 1, deltaUnits: 1)) == .refused(left: left))
        #expect(filter.spend(try ConcentratedSpend(rhoUnits: .max, deltaUnits: 0)) == .refused(left: left))
        #expect(filter.spend(try ConcentratedSpend(rhoUnits: 1, deltaUnits: 0)) == .admitted(left: .zero))
        #expect(filter.spent == limit)
        #expect(filter.spend(.zero).isAdmitted)
    }

    @Test("a filter made for an epsilon and a delta proves them when it is spent")
    func proving() throws {
        for (epsilon, delta, setAside) in [("1", "1e-6", "1e-7"), ("0.05", "1e-9", "0"), ("8", "1e-5", "5e-6")] {
            let (epsilon, delta) = (try Epsilon(epsilon), try Delta(delta))
            var filter = try ConcentratedFilter(proving: epsilon, delta, setAside: Delta(setAside))
            #expect(filter.epsilon(delta: delta) == 0)
            #expect(filter.spend(filter.limit).isAdmitted)
            #expect(filter.epsilon(delta: delta) <= epsilon.approximation)
            #expect(filter.epsilon(delta: delta) >= epsilon.approximation * (1 - 1e-6))
            #expect(filter.epsilon(delta: try Delta(setAside)) == .infinity)
        }
        #expect(throws: PrivacyError.self) { try ConcentratedFilter(proving: Epsilon("1"), .zero) }
        #expect(throws: PrivacyError.self) {
            try ConcentratedFilter(proving: Epsilon("1"), Delta("1e-6"), setAside: Delta("1e-6"))
        }
    }

    @Test("many small questions: rho admits more than the sum of epsilons does, few large ones fewer")
    func whicheverProvesLess() throws {
        let (limit, delta) = (try Epsilon("1"), try Delta("1e-6"))
        func admitted(_ each: Epsilon) throws -> (pure: Int, concentrated: Int) {
            var pure = try PrivacyFilter(limit: PrivacySpend(limit, .zero))
            var concentrated = try ConcentratedFilter(proving: limit, delta)
            var counts = (pure: 0, concentrated: 0)
            while pure.spend(PrivacySpend(each, .zero)).isAdmitted { counts.pure += 1 }
            while concentrated.spend(ConcentratedSpend(Rho(each))).isAdmitted { counts.concentrated += 1 }
            return counts
        }
        let small = try admitted(Epsilon("0.001"))
        #expect(small.pure == 1_000 && small.concentrated > 20_000)
        let large = try admitted(Epsilon("0.5"))
        #expect(large.pure == 2 && large.concentrated == 0)
    }

    @Test("a stored amount past the limit, or a negative one, is refused")
    func damaged() throws {
        let limit = try ConcentratedSpend(rhoUnits: 5, deltaUnits: 5)
        #expect(throws: PrivacyError.self) {
            try ConcentratedFilter(limit: limit, spent: ConcentratedSpend(rhoUnits: 6, deltaUnits: 0))
        }
        #expect(throws: PrivacyError.self) { try ConcentratedSpend(rhoUnits: -1, deltaUnits: 0) }
        #expect(throws: PrivacyError.self) {
            try PrivacyFilter(
                limit: PrivacySpend(epsilonMillionths: 5, deltaUnits: 5),
                spent: PrivacySpend(epsilonMillionths: 0, deltaUnits: 6))
        }
    }

    @Test("rho counts in whole units: epsilon²/2 exactly, decimal text exactly")
    func rho() throws {
        #expect(Rho(try Epsilon("0.1")).description == "0.005")
        #expect(Rho(try Epsilon(millionths: 1)).units == 500)
        #expect(Rho(Epsilon.largest) == Rho.largest)
        #expect(try Rho("0.005") == Rho(Epsilon("0.1")))
        for text in ["0", "-1", "1e-16", "nan", "inf", "", "99999"] {
            #expect(throws: PrivacyError.self) { try Rho(text) }
        }
        #expect(throws: PrivacyError.self) { try Rho(units: Rho.largest.units + 1) }
        #expect(try Rho("0.1").epsilon(delta: .zero) == .infinity)
        #expect(try Rho("0.1") < Rho("0.2"))
    }
}
