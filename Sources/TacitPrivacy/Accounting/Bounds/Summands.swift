/// The mechanisms of a composition with the number of draws of each, and the sums that bounds are made of.
struct Summands {
    let all: [(mechanism: AccountedMechanism, count: Int)]

    init(_ all: [(mechanism: AccountedMechanism, count: Int)]) { self.all = all }

    /// Σ count · value, rounded up.
    func total(_ value: (AccountedMechanism) -> Double) -> Double {
        all.reduce(0) { ($0 + (Double($1.count) * value($1.mechanism)).raised()).raised(1) }
    }

    /// How many draws there are.
    var count: Int { all.reduce(0) { $0 + $1.count } }

    /// The sum of the largest losses; infinite with Gaussian noise.
    var largestLoss: Double { total { $0.largestLoss } }

    /// The probability that any draw is among what its mechanism sets aside: 1 − Π(1 − δ), rounded up.
    var setAside: Double {
        let kept = all.reduce(0) { $0 + Double($1.count) * Real.logarithmOfOnePlus(-$1.mechanism.setAside.upper) }
        return (-Real.exponentialLessOne(kept)).raised(Double(8 * all.count + 8))
    }

    /// Whether the sum of what is set aside is at most this delta: in whole units, so that equal is equal.
    func isSetAside(within delta: Delta) -> Bool {
        let (sum, overflow) = all.reduce((Int64(0), false)) { sum, one in
            let (more, wide) = one.mechanism.setAside.units.multipliedReportingOverflow(by: Int64(one.count))
            let (total, carry) = sum.0.addingReportingOverflow(more)
            return (total, sum.1 || wide || carry)
        }
        return !overflow && sum <= delta.units
    }

    /// What is left of a delta for the draws that nothing is set aside of: δ′ with 1 − (1 − δ′)·(1 − set aside) = delta.
    func remaining(of delta: Delta) -> Double {
        let setAside = setAside
        guard setAside > 0 else { return delta.lower }
        return setAside < 1 ? ((delta.lower - setAside) / (1 - setAside)).lowered(8) : -1
    }

    /// The whole delta for a δ′ of those draws, rounded up.
    func whole(_ delta: Double) -> Double {
        let setAside = setAside
        return setAside > 0 ? (setAside + (1 - setAside) * min(1, delta)).raised() : delta
    }
}

extension Delta {
    /// A `Double` that is not above the exact quotient.
    var lower: Double { approximation.lowered(1) }
    /// A `Double` that is not below the exact quotient.
    var upper: Double { approximation.raised(1) }
}
