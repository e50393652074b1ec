package import TacitPrivacy

extension Metric {
    /// The most contributors that an open window takes, unless the collector is told otherwise.
    package static let mostContributors = 5_000_000

    /// Why the figures of one window could leave the range of an `Int64`, with the arithmetic; `nil` where they can't.
    ///
    /// Counted for all cells together, because reports add them up.
    package func overflow(in event: Event, contributors: Int = mostContributors) throws(PrivacyError) -> String? {
        let perContributor = try sensitivity(in: event).l1
        let largest = UInt128(perContributor) * UInt128(max(contributors, Self.mostContributors))
        guard largest > UInt128(Int64.max) else { return nil }
        let records = Int64(guarantee.maxCells) * Int64(guarantee.maxPerCell)
        return "\(guarantee.maxCells) cells × \(guarantee.maxPerCell) records × \(perContributor / records) a record × "
            + "\(max(contributors, Self.mostContributors)) contributors = \(largest), above 2^63 − 1 = \(Int64.max)"
    }
}
