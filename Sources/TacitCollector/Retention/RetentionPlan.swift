package import TacitCatalog
package import TacitStores

/// The limits that are in effect: of every class, and of every metric that has another than its class; the shortest counts.
package struct RetentionPlan: Sendable, Equatable {
    package let limits: RetentionLimits

    /// Refuses settings by which something would have no limit, or a longer one than its class may have.
    ///
    /// - Parameter origins: where each key was written.
    package init(
        _ settings: RetentionSettings, for catalog: Catalog, origins: [String: ConfigurationOrigin] = [:]
    ) throws(ConfigurationFaults) {
        var faults = settings.faults(origins: origins)
        if faults.isEmpty { faults = settings.faults(in: catalog, origins: origins) }
        guard faults.isEmpty else { throw ConfigurationFaults(faults) }
        var limits = RetentionLimits()
        limits.aggregates.seconds = settings.aggregates
        limits.operational.seconds = settings.operational
        limits.detail.seconds = settings.detail
        for (metric, said) in Dictionary(grouping: settings.metrics, by: \.metric) {
            let classes = said.compactMap { assignment -> RetentionLimits.Limit? in
                guard case .dataClass(let name) = assignment.target else { return nil }
                return settings.limit(of: name).map { .init(dataClass: name, seconds: $0.seconds) }
            }
            // Its own classes take the place of the one for all others, also where they are longer.
            var limit = classes.min { $0.seconds < $1.seconds } ?? limits.aggregates
            for case .limit(let seconds) in said.map(\.target) { limit.seconds = min(limit.seconds, seconds) }
            limits.metrics[metric] = limit
        }
        self.limits = limits
    }

    /// For how long releases of a metric are kept, in seconds.
    func lifetime(of metric: String) -> Int64 { limits.limit(of: metric).seconds }
}
