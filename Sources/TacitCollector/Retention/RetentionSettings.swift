/// For how long figures are kept, by class, and which metrics belong to another class than all others.
package struct RetentionSettings: Sendable, Equatable {
    /// Classes that there always are.
    package enum Class: String, Sendable, CaseIterable {
        /// What windows release, and what is made of it: every metric that is in no other class.
        case aggregates
        /// Counters of the collector's own work.
        case operational
        case detail, errors, health, level

        /// In seconds. More is no setting but another promise.
        package var longest: Int64 {
            switch self {
            case .aggregates: 366 * 86400
            case .operational, .level: 90 * 86400
            case .detail, .health: 30 * 86400
            case .errors: 7 * 86400
            }
        }
    }

    /// A class as an operator declares it; without a limit it is a fault.
    package struct OwnClass: Sendable, Equatable {
        package var name: String
        package var seconds: Int64?
    }

    /// What is said of one metric: its class, or its own limit. Several may be said; the shortest counts.
    package struct Assignment: Sendable, Equatable {
        package enum Target: Sendable, Equatable {
            case limit(Int64)
            case dataClass(String)
            /// Neither was written.
            case nothing
        }

        package var metric: String
        package var target: Target
    }

    package var aggregates: Int64 = 365 * 86400
    package var operational = Class.operational.longest
    package var detail = Class.detail.longest
    package var errors = Class.errors.longest
    package var health = Class.health.longest
    package var level = Class.level.longest
    package var classes: [OwnClass] = []
    package var metrics: [Assignment] = []

    package subscript(dataClass: Class) -> Int64 {
        switch dataClass {
        case .aggregates: aggregates
        case .operational: operational
        case .detail: detail
        case .errors: errors
        case .health: health
        case .level: level
        }
    }

    /// The limit of a class by its name, and the longest that it may have.
    func limit(of name: String) -> (seconds: Int64, longest: Int64)? {
        if let known = Class(rawValue: name) { return (self[known], known.longest) }
        guard let own = classes.first(where: { $0.name == name })?.seconds else { return nil }
        return (own, Class.aggregates.longest)
    }
}
