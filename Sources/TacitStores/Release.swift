package import TacitCatalog
package import TacitPrivacy

/// The noisy figures of one metric for one window. It exists once, and says the same however often it is read.
package struct Release: Sendable, Equatable {
    package var metric: String
    package var window: WindowID
    /// Later than the window's start where the collector saw only a part of it.
    package var observedFrom: Int64
    package var releasedAt: Int64
    package var expiresAt: Int64
    package var unit: ContributorUnit
    package var terms: ReleaseTerms
    package var cells: [ReleasedCell]
    /// For running totals, how many windows they add up, this one included; the first of a plan is 1.
    package var step: Int?

    package init(
        metric: String, window: WindowID, observedFrom: Int64, releasedAt: Int64, expiresAt: Int64,
        unit: ContributorUnit, terms: ReleaseTerms, cells: [ReleasedCell], step: Int? = nil
    ) {
        self.metric = metric
        self.window = window
        self.observedFrom = observedFrom
        self.releasedAt = releasedAt
        self.expiresAt = expiresAt
        self.unit = unit
        self.terms = terms
        self.cells = cells
        self.step = step
    }
}

/// A span of time, aligned to UTC. `start` is in seconds since 1970.
package struct WindowID: Hashable, Sendable, Comparable {
    package var length: WindowLength
    package var start: Int64

    package init(length: WindowLength, start: Int64) {
        self.length = length
        self.start = start
    }

    /// The window of this length that contains `seconds`.
    package init(length: WindowLength, containing seconds: Int64) {
        self.init(length: length, start: seconds - seconds.modulo(length.seconds))
    }

    package var end: Int64 {
        // Only an altered row has such a start; it is named, not trapped on.
        let (end, overflow) = start.addingReportingOverflow(length.seconds)
        return overflow ? .max : end
    }

    package static func < (a: Self, b: Self) -> Bool {
        (a.start, a.length.seconds) < (b.start, b.length.seconds)
    }
}

extension Int64 {
    /// The remainder that is never negative.
    fileprivate func modulo(_ divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}

/// One cell that is shown. A declared cell that a release does not list is empty or below the threshold; nobody can
/// tell which.
package struct ReleasedCell: Sendable, Equatable {
    package var labels: [String]
    package var contributors: Int64
    /// Counts, or quanta of the terms' range: one for a count or sum, sum (around the middle) and count for a mean,
    /// one a bucket for a histogram, none for contributors.
    package var figures: [Int64]

    package init(labels: [String], contributors: Int64, figures: [Int64]) {
        self.labels = labels
        self.contributors = contributors
        self.figures = figures
    }
}

/// All that is needed to read a release long after the catalog has changed: what was measured, within which bounds, and
/// what was spent. The noise follows from it alone.
package struct ReleaseTerms: Sendable, Hashable, Codable {
    package var description: String
    package var event: String
    package var kind: String
    /// Of the figures; for a histogram, whose figures are events, that of its edges.
    package var unit: String
    package var dimensions: [Dimension]
    /// A histogram's upper edges; the last bucket has none.
    package var edges: [Double]
    /// The declared range of the summed field, and one step of it.
    package var range: Range?
    package var level: PrivacyLevel
    /// 0 under a level without noise: the figures are exact, nothing is charged and **nothing is promised formally**.
    package var epsilonMillionths: Int64
    package var deltaUnits: Int64
    package var maxCells: Int
    package var maxPerCell: Int
    package var k: Int
    /// For running totals, how many windows they run over; then the figures are totals, and epsilon and delta what all of
    /// them cost together.
    package var horizon: Int?

    package struct Dimension: Sendable, Hashable, Codable {
        package var name: String
        /// The declared labels, or `nil` where the dimension is open.
        package var domain: [String]?

        package init(name: String, domain: [String]?) {
            self.name = name
            self.domain = domain
        }
    }

    package struct Range: Sendable, Hashable, Codable {
        package var lower: Double
        package var upper: Double
        package var granularity: Double

        package init(lower: Double, upper: Double, granularity: Double) {
            self.lower = lower
            self.upper = upper
            self.granularity = granularity
        }
    }

    package init(
        description: String, event: String, kind: String, unit: String, dimensions: [Dimension], edges: [Double],
        range: Range?, level: PrivacyLevel = .balanced, epsilonMillionths: Int64, deltaUnits: Int64, maxCells: Int,
        maxPerCell: Int, k: Int, horizon: Int? = nil
    ) {
        self.description = description
        self.event = event
        self.kind = kind
        self.unit = unit
        self.dimensions = dimensions
        self.edges = edges
        self.range = range
        self.level = level
        self.epsilonMillionths = epsilonMillionths
        self.deltaUnits = deltaUnits
        self.maxCells = maxCells
        self.maxPerCell = maxPerCell
        self.k = k
        self.horizon = horizon
    }

    /// Whether totals under `others` go on under these terms: all that the noise follows from is the same.
    package func goesOn(from others: ReleaseTerms) -> Bool {
        var others = others
        others.description = description
        return self == others
    }

    /// Integers in each cell: see ``ReleasedCell/figures``.
    package var figureCount: Int {
        switch kind {
        case "contributors": 0
        case "mean": 2
        case "histogram": edges.count + 1
        default: 1
        }
    }

    /// Whether a cell can be one of these terms. Only an altered row's can't.
    package func fits(_ cell: ReleasedCell) -> Bool {
        cell.labels.count == dimensions.count && cell.figures.count == figureCount
    }

    package var isClosed: Bool { dimensions.allSatisfy { $0.domain != nil } }
}
