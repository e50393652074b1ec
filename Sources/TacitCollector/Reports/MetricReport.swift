package import TacitCatalog
package import TacitPrivacy

/// The releases of one metric, oldest window first.
package struct MetricReport: Codable, Sendable, Equatable {
    package var name: String
    package var description: String
    package var event: String
    /// `count`, `sum`, `mean`, `histogram` or `contributors`.
    package var kind: String
    /// The unit of its values: `events`, `ms`, `contributors`, …; for a histogram, which counts events, that of its edges.
    package var unit: String
    package var dimensions: [String]
    /// For a histogram, the upper edges of its buckets; the last bucket has none.
    package var edges: [Double]
    /// Whether all labels of its dimensions are declared.
    package var closed: Bool
    package var guarantee: Terms
    package var windows: [Window]

    /// What was promised for each of its windows.
    package struct Terms: Codable, Sendable, Equatable {
        package var privacy: PrivacyLevel
        /// What is promised, in a sentence; or that nothing is.
        package var promise = ""
        /// `minute`, `hour` or `day`.
        package var window: String
        /// Whom it is promised to.
        package var unit: ContributorUnit
        /// `nil`, as delta is, where the figures are exact: there is **no formal guarantee** then.
        package var epsilon: Double?
        /// 0 where every dimension is closed: then the guarantee is pure.
        package var delta: Double?
        package var maxCells: Int
        package var maxPerCell: Int
        package var k: Int
        /// The number of contributors, noisy where there is noise, from which a cell is shown: k, or more where the noise needs it.
        package var threshold: Int64
        /// For how many days exact figures are kept, encrypted, and answered by `tacit query`, where they are: then the epsilon
        /// is what all questions about one window may spend, and no release is made.
        package var keepDays: Int?
        /// For running totals, after how many windows they begin anew from zero; epsilon and delta are then what all of them
        /// together cost, and rho is what proves that.
        package var horizon: Int?
        package var rho: Double?
    }

    package struct Window: Codable, Sendable, Equatable {
        package var start: Int64
        package var end: Int64
        package var releasedAt: Int64
        /// Later than `start` where the collector saw only a part of the window.
        package var observedFrom: Int64
        package var unit: ContributorUnit
        package var epsilon: Double?
        package var delta: Double?
        /// Cells in their declared order; those of open dimensions by figure, largest first.
        package var cells: [Cell]
        /// The sum over the shown cells, for counts and sums that have dimensions.
        package var total: Figure?
        /// For running totals, how many windows they add up, this one included.
        package var step: Int?
    }

    package struct Cell: Codable, Sendable, Equatable {
        /// A label a dimension, in the order of `dimensions`.
        package var labels: [String]
        /// False: empty, or fewer contributors than the threshold, or a mean of records so few that it says nothing.
        /// They look alike on purpose.
        package var shown: Bool
        package var contributors: Figure?
        package var value: Figure?
        /// For a histogram, a figure a bucket.
        package var buckets: [Figure]
        /// For running totals, the figures of the last 7 and 30 windows, as far as there are as many and they are shown.
        package var moving: [Moving]?
    }

    /// What the last windows of running totals add up to: the difference of two totals, which costs nothing.
    package struct Moving: Codable, Sendable, Equatable {
        package var windows: Int
        package var figure: Figure
    }
}
