/// What a catalog says, in words: what is collected and why, and what each figure costs the people behind it.
///
/// ```swift
/// let dictionary = catalog.dictionary()
/// dictionary.events[0].purpose         // "See what is used, …"
/// dictionary.metrics[0].guarantee      // "epsilon 0.75 and no delta, for one contributor and day (UTC), …"
/// print(dictionary.text)
/// ```
///
/// Plain values, made to be shown: the command line, the page and JSON all print this one.
package struct DataDictionary: Sendable, Equatable, Codable {
    package var name: String
    /// The attributes that may name a contributor, the first one present wins.
    package var contributor: [String]
    /// What the metrics of one window may spend together, for one contributor.
    package var budget: Amount
    /// What they do spend, for each window length that metrics with noise use.
    package var spending: [Spending]
    /// What is asked for, in the order of the catalog.
    package var consent: [ConsentEntry]
    package var events: [EventEntry]
    package var metrics: [MetricEntry]

    package struct Amount: Sendable, Equatable, Codable {
        package var epsilon: Double
        package var delta: Double
    }

    package struct Spending: Sendable, Equatable, Codable {
        package var window: String
        package var amount: Amount
    }

    package struct ConsentEntry: Sendable, Equatable, Codable {
        package var name: String
        package var title: String
        package var what: String
        package var why: String
        /// Empty, as `retention` and `sharing` are, where the catalog doesn't say.
        package var benefit: String
        package var retention: String
        package var sharing: String
        package var version: Int
        package var isEssential: Bool
        /// Whether the catalog says more of it than its name.
        package var isDeclared: Bool
    }

    package struct EventEntry: Sendable, Equatable, Codable {
        package var name: String
        package var description: String
        package var purpose: String
        /// The version of its consent category from which on the event means what it says.
        package var version: Int
        /// Such as `essential, from level basic`.
        package var ground: String
        package var consentCategory: String
        package var consentLevel: String
        package var dataClass: Int
        /// Such as `anonymized aggregates`.
        package var dataClassMeaning: String
        package var owner: String
        /// The first day on which it is no longer collected, `YYYY-MM-DD`.
        package var expires: String
        package var contributor: [String]
        /// What the guarantee protects, such as `one contributor, named by …`.
        package var unit: String
        package var fields: [FieldEntry]
        package var sources: [SourceEntry]
    }

    package struct FieldEntry: Sendable, Equatable, Codable {
        package var name: String
        package var description: String
        /// Such as `number from 0 to 100 in steps of 1 KiBy`.
        package var type: String
        /// The kind of insight that it is, such as `velocity`.
        package var insight: String?
        /// What noise the SDK adds to it on the device.
        package var localNoise: String?
        /// What becomes of a record without the field.
        package var absent: String
    }

    package struct SourceEntry: Sendable, Equatable, Codable {
        /// Such as `spans of kind server that have http.route`.
        package var items: String
        package var readings: [ReadingEntry]
    }

    package struct ReadingEntry: Sendable, Equatable, Codable {
        package var field: String
        /// Such as `http.response.status_code, else http.status_code`.
        package var from: String
    }

    package struct MetricEntry: Sendable, Equatable, Codable {
        package var name: String
        package var description: String
        package var event: String
        package var type: String
        /// Such as `mean of latency (ms) by route and status`; with what noise on the device means for it.
        package var figure: String
        package var dimensions: [String]
        /// The number of cells where all dimensions are closed.
        package var cells: Int?
        /// How many cells there are, and which are shown.
        package var cellsMeaning: String
        /// `maximum`, `balanced` or `minimal`.
        package var privacy: String
        package var window: String
        /// `nil`, as delta is, where there is no noise and so no formal guarantee.
        package var epsilon: Double?
        package var delta: Double?
        package var maxCells: Int
        package var maxPerCell: Int
        package var k: Int
        /// The number of contributors, noisy where there is noise, from which a cell is shown: k, or more.
        package var threshold: Int
        /// What is promised, to whom, for how long; or that nothing is.
        package var guarantee: String
        /// How epsilon is divided.
        package var price: String
    }
}
