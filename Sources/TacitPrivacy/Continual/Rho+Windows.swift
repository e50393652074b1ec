extension Rho {
    /// By how much the rho of running totals grows for somebody who contributes in so many windows in a row: they push all
    /// totals of a plan the same way, so its windows count as a square; plans have noise of their own, so these add up.
    package static func squares(windows: Int, horizon: Int) -> Double {
        let (plans, rest) = windows.quotientAndRemainder(dividingBy: horizon)
        return Double(plans) * Double(horizon) * Double(horizon) + Double(rest) * Double(rest)
    }

    /// What running totals of a rho have told about somebody who contributed in so many windows in a row; never below the
    /// truth.
    package static func epsilon(of rho: Double, delta: Delta, windows: Int = 1, horizon: Int = 1) -> Double {
        guard delta > .zero else { return .infinity }
        return ConcentratedLoss(rho: (rho * squares(windows: windows, horizon: horizon)).raised(4))
            .epsilon(delta: delta.approximation.lowered(1))
    }
}
