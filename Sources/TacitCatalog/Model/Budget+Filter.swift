package import TacitPrivacy

extension Budget {
    /// What one charge costs, in both ways of adding up.
    package struct Cost: Sendable, Equatable {
        package let spend: PrivacySpend
        package let rho: Rho

        package init(_ spend: PrivacySpend, _ rho: Rho) {
            self.spend = spend
            self.rho = rho
        }
    }

    /// What is left of a limit where a further cost does not fit; `nil` where it fits.
    ///
    /// The limit holds even if each question is chosen after all answers before it: sums stop it, in integers.
    package func left(of limit: PrivacySpend, after spent: [Cost], asking cost: Cost) -> PrivacySpend? {
        do throws(PrivacyError) {
            switch accounting {
            case .pure:
                var filter = try PrivacyFilter(limit: limit, spent: LedgerArithmetic.total(spent.map(\.spend)))
                if case .refused(let left) = filter.spend(cost.spend) { return left }
            case .concentrated:
                var filter = try concentratedFilter(limit)
                for cost in spent where !filter.spend(try cost.concentrated).isAdmitted { return .zero }
                if case .refused(let left) = filter.spend(try cost.concentrated) { return Self.epsilon(of: left) }
            }
            return nil
        } catch {
            // More is spent than the limit allows, because it was lowered since: nothing is left.
            return .zero
        }
    }

    /// Half of the delta is for turning rho into epsilon, half for open cells.
    private func concentratedFilter(_ limit: PrivacySpend) throws(PrivacyError) -> ConcentratedFilter {
        let delta = try Delta(units: limit.deltaUnits)
        return try ConcentratedFilter(
            proving: Epsilon(millionths: limit.epsilonMillionths), delta, setAside: Delta(units: delta.units / 2))
    }

    /// The epsilon of one charge that would still fit: √(2·rho), rounded down.
    private static func epsilon(of left: ConcentratedSpend) -> PrivacySpend {
        let millionths = Int64((Double(left.rhoUnits) / 500).squareRoot().rounded(.down)) - 1
        return (try? PrivacySpend(epsilonMillionths: max(0, millionths), deltaUnits: left.deltaUnits)) ?? .zero
    }
}

extension Budget.Cost {
    fileprivate var concentrated: ConcentratedSpend {
        get throws(PrivacyError) { try ConcentratedSpend(rhoUnits: rho.units, deltaUnits: spend.deltaUnits) }
    }
}
