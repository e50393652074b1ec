package import TacitPrivacy

/// A figure that windows release: what is added up, by which dimensions, and under which guarantee.
package struct Metric: Sendable, Equatable {
    package var name: String
    package var description: String
    package var event: String
    package var kind: Kind
    /// Fields of the event, at most four, each at a level.
    package var dimensions: [Dimension]
    package var guarantee: Guarantee
    package var mode: Mode

    package init(
        name: String, description: String, event: String, kind: Kind, dimensions: [Dimension], guarantee: Guarantee,
        mode: Mode = .onClose
    ) {
        self.name = name
        self.description = description
        self.event = event
        self.kind = kind
        self.dimensions = dimensions
        self.guarantee = guarantee
        self.mode = mode
    }

    /// When figures leave a window.
    package enum Mode: Sendable, Equatable {
        /// Once, as the window closes; the exact figures are destroyed in the same step.
        case onClose
        /// Whenever they are asked for and the ledger has room: the exact figures stay encrypted for so many days, and the
        /// metric's epsilon is what all questions together may spend of a window.
        case onQuery(keepDays: Int)
        /// A total of all windows so far as each window closes, for so many windows: the metric's epsilon and delta are what
        /// all of them together may tell about one contributor of one window. The exact figures of the windows before stay
        /// encrypted until then.
        case running(horizon: Int)

        /// After how many windows running totals begin anew; `nil` where there are none.
        package var horizon: Int? {
            if case .running(let horizon) = self { horizon } else { nil }
        }

        /// For how many days exact figures are kept; `nil` where they are destroyed at once.
        package var keepDays: Int? {
            if case .onQuery(let days) = self { days } else { nil }
        }
    }

    /// A field by which figures are divided, and how coarsely: `team_size@2`.
    package struct Dimension: Sendable, Hashable {
        /// As the catalog writes it, and as reports call it.
        package var name: String
        package var field: String
        /// 0 for the field's own labels, else a level of its hierarchy.
        package var level: Int

        package init(name: String, field: String, level: Int) {
            self.name = name
            self.field = field
            self.level = level
        }

        /// The field's own labels.
        package init(field: String) { self.init(name: field, field: field, level: 0) }
    }

    package enum Kind: Sendable, Equatable {
        /// How many events.
        case count
        /// The sum of a bounded field.
        case sum(field: String)
        /// The mean of a bounded field.
        case mean(field: String)
        /// How many events fall below each edge; `edges` ascend and the last bucket has no upper edge.
        case histogram(field: String, edges: [Double])
        /// How many contributors.
        case contributors

        package var label: String {
            switch self {
            case .count: "count"
            case .sum: "sum"
            case .mean: "mean"
            case .histogram: "histogram"
            case .contributors: "contributors"
            }
        }

        package var field: String? {
            switch self {
            case .count, .contributors: nil
            case .sum(let field), .mean(let field), .histogram(let field, _): field
            }
        }
    }
}

/// What is promised to one contributor for one metric and one window.
///
/// Adjacency: adding or removing everything that one contributor sent in one window.
package struct Guarantee: Sendable, Equatable {
    package var level: PrivacyLevel
    package var window: WindowLength
    /// `nil` under a level without noise: figures are exact, and **nothing is promised formally**.
    package var epsilon: Epsilon?
    /// Spent only where a metric has an open dimension, and bounds the chance that a cell of a single contributor shows; or
    /// by running totals, for their Gaussian noise.
    package var delta: Delta
    /// L0: how many cells of the metric a contributor may touch in a window.
    package var maxCells: Int
    /// How many events a contributor may add to each of those cells.
    package var maxPerCell: Int
    /// The least number of contributors, noisy where there is noise, with which a cell is shown.
    package var k: Int

    package init(
        level: PrivacyLevel = .balanced, window: WindowLength, epsilon: Epsilon?, delta: Delta, maxCells: Int,
        maxPerCell: Int, k: Int
    ) {
        self.level = level
        self.window = window
        self.epsilon = epsilon
        self.delta = delta
        self.maxCells = maxCells
        self.maxPerCell = maxPerCell
        self.k = k
    }

    /// What one release of the metric spends.
    package var spend: PrivacySpend { epsilon.map { PrivacySpend($0, delta) } ?? .zero }
}

/// The span of time over which contributions are gathered, then released once. Windows are aligned to UTC.
package enum WindowLength: String, Sendable, CaseIterable {
    case minute, hour, day

    package var seconds: Int64 {
        switch self {
        case .minute: 60
        case .hour: 3600
        case .day: 86400
        }
    }
}
