package import TacitPrivacy

extension Metric {
    /// The most contributors that an open window takes, unless the collector is told otherwise.
    package static let mostContributors = 5_000_000

    /// Why the figures of one window could leave the range of an `Int64`, or running totals that of a counter, with the
    /// arithmetic; `nil` where they can't.
    ///
    /// Counted for all cells together, because reports add them up.
    package func overflow(in event: Event, contributors: Int = mostContributors) throws(PrivacyError) -> String? {
        let perContributor = try sensitivity(in: event).l1
        let largest = UInt128(perContributor) * UInt128(max(contributors, Self.mostContributors))
        if let horizon = mode.horizon {
            let total = largest.multipliedReportingOverflow(by: UInt128(horizon))
            guard total.overflow || total.partialValue > 1 << 50 else { return nil }
            return "\(perContributor) a contributor × \(max(contributors, Self.mostContributors)) contributors × "
                + "\(horizon) windows, above 2^50 = \(1 << 50)"
        }
        guard largest > UInt128(Int64.max) else { return nil }
        let records = Int64(guarantee.maxCells) * Int64(guarantee.maxPerCell)
        return "\(guarantee.maxCells) cells × \(guarantee.maxPerCell) records × \(perContributor / records) a record × "
            + "\(max(contributors, Self.mostContributors)) contributors = \(largest), above 2^63 − 1 = \(Int64.max)"
    }
}
