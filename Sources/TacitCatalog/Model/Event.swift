package import TacitPrivacy

/// One kind of observation: why it is collected, on what ground, for how long it may be, and its typed fields.
package struct Event: Sendable, Equatable {
    package var name: String
    package var description: String
    package var purpose: String
    /// The version of its consent category from which on the event means what it says.
    package var version: Int
    package var consent: Consent
    package var dataClass: DataClass
    package var owner: String
    /// The first day (UTC) on which the event is no longer collected.
    package var expires: CalendarDate
    /// The attributes that may name a contributor of this event, where they differ from the catalog's.
    /// An empty list makes the single record the unit.
    package var contributorAttributes: [String]?
    package var fields: [Field]
    package var sources: [Source]

    package init(
        name: String, description: String, purpose: String, consent: Consent, dataClass: DataClass, owner: String,
        expires: CalendarDate, contributorAttributes: [String]? = nil, fields: [Field], sources: [Source],
        version: Int = 1
    ) {
        self.name = name
        self.description = description
        self.purpose = purpose
        self.consent = consent
        self.dataClass = dataClass
        self.owner = owner
        self.expires = expires
        self.contributorAttributes = contributorAttributes
        self.fields = fields
        self.sources = sources
        self.version = version
    }

    package func field(named name: String) -> Field? { fields.first { $0.name == name } }

    /// Whether the event may still be collected. After its last day it is counted as refused, nothing else.
    package func isCollected(on day: CalendarDate) -> Bool { day < expires }
}

/// The ground on which an event is collected.
package struct Consent: Sendable, Equatable {
    /// How much a person has agreed to; each level contains those before it.
    package enum Level: String, Sendable, CaseIterable, Comparable {
        case basic, enhanced, full

        package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .basic: 1
            case .enhanced: 2
            case .full: 3
            }
        }
    }

    /// Such as `essential`, `analytics`, `performance`; the catalog may name others.
    package var category: String
    package var level: Level

    package init(category: String, level: Level) {
        self.category = category
        self.level = level
    }
}

/// How long, and in which form, data of an event may live.
package enum DataClass: Int, Sendable, CaseIterable {
    /// Ephemeral: in memory, and encrypted in the journal, until the window closes.
    case ephemeral = 1
    /// Anonymized aggregates: what windows release.
    case aggregate = 2
    /// Operational data without user content.
    case operational = 3
}

/// One typed field of an event. There is no plain string type.
package struct Field: Sendable, Equatable {
    package var name: String
    package var description: String
    package var kind: Kind
    /// Coarser labels that a dimension may ask for.
    package var hierarchy: Hierarchy?
    /// The kind of insight that it is, which gives bounds to the field, and epsilon and k to metrics of it.
    package var insight: InsightField?
    /// Noise that the SDK adds to the field on the device.
    package var localNoise: LocalNoise?

    package init(
        name: String, description: String, kind: Kind, hierarchy: Hierarchy? = nil, insight: InsightField? = nil,
        localNoise: LocalNoise? = nil
    ) {
        self.name = name
        self.description = description
        self.kind = kind
        self.hierarchy = hierarchy
        self.insight = insight
        self.localNoise = localNoise
    }

    package enum Kind: Sendable, Equatable {
        case bool
        /// A closed list. A value that is not in it becomes `other`, or costs the record where there is no `other`.
        case enumeration(values: [String], other: String?)
        /// A bounded number. With buckets it can be a dimension.
        case number(Bounds, unit: String, buckets: [Bucket])
        /// A span of time, in milliseconds.
        case duration(Bounds, buckets: [Bucket])
        /// A software version, cut to the stated precision: `3.12.1` becomes `3.12`.
        case version(VersionPrecision)
        /// A short machine-made token such as an error type: letters, digits and `._:-/`, no finding in it.
        case code(maxLength: Int)
        /// Text that has been through the scrubber, cut to a length.
        case scrubbed(maxLength: Int)
    }

    /// A declared range. What lies outside is clamped to it, and counted.
    package struct Bounds: Sendable, Equatable {
        package var min: Double
        package var max: Double
        package var granularity: Double

        package init(min: Double, max: Double, granularity: Double) {
            self.min = min
            self.max = max
            self.granularity = granularity
        }
    }

    /// Values below `below` and not below the bucket before it; the last bucket has no upper edge.
    package struct Bucket: Sendable, Equatable {
        package var label: String
        package var below: Double?

        package init(label: String, below: Double?) {
            self.label = label
            self.below = below
        }
    }

    package enum VersionPrecision: String, Sendable, CaseIterable {
        case major, minor, patch
    }

    /// The labels of a field with a closed domain, in their declared order; `nil` where the domain is open.
    package var closedDomain: [String]? {
        switch kind {
        case .bool: ["false", "true"]
        case .enumeration(let values, let other): values + (other.map { [$0] } ?? [])
        case .number(_, _, let buckets), .duration(_, let buckets): buckets.isEmpty ? nil : buckets.map(\.label)
        case .version, .code, .scrubbed: nil
        }
    }

    /// The bounds of a field that can be summed, and their unit; `nil` for every other kind.
    package var measure: (bounds: Bounds, unit: String)? {
        switch kind {
        case .number(let bounds, let unit, _): (bounds, unit)
        case .duration(let bounds, _): (bounds, "ms")
        case .bool, .enumeration, .version, .code, .scrubbed: nil
        }
    }
}
