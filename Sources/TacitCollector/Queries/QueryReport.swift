import TacitCatalog

/// The answer to a question, or its price: what was asked, which windows are in it, what it tells with which intervals, what
/// it cost, and what is left. The command's text and its JSON are made from this alone.
///
/// Times are seconds since 1970-01-01 UTC. As JSON its keys are in `snake_case`.
package struct QueryReport: Codable, Sendable, Equatable {
    package enum State: String, Codable, Sendable {
        /// The price, and nothing spent.
        case price
        /// The price, which the ledger does not cover.
        case unaffordable
        /// Answered now, and charged.
        case answered
        /// Answered before; given again for nothing.
        case repeated
    }

    package var state: State
    /// The question in its canonical form, with the time made absolute: it can be asked itself.
    package var question: String
    package var partner: String?
    package var coverage: Coverage
    package var cost: Cost
    /// By scope, the least that any of the windows has left: after the charge, or without it where it is not affordable.
    package var left: [Left]
    /// Why the price is not covered, and what would fit.
    package var refusal: Refusal?
    /// How exact the figures will be.
    package var expected: [Expected]
    /// When the noise was drawn.
    package var answeredAt: Int64?
    /// The figures: one window, from the first to the last that is added up. Without an answer it has none.
    package var figures: MetricReport

    /// Which windows of the time are in the answer.
    package struct Coverage: Codable, Sendable, Equatable {
        /// `minute`, `hour` or `day`.
        package var window: String
        package var from: Int64
        package var to: Int64
        package var asked: Int64
        package var used: Int64
        package var missing: [Missing]
        /// Windows that are in the answer although the collector saw only a part of them.
        package var partial: [Partial]

        package struct Missing: Codable, Sendable, Equatable {
            package var from: Int64
            package var to: Int64
            package var windows: Int64
            /// `open`, `expired`, `unobserved` or `other-terms`.
            package var reason: String
        }

        package struct Partial: Codable, Sendable, Equatable {
            package var start: Int64
            package var observedFrom: Int64
        }
    }

    /// What each window is charged for the whole answer: all its cells, the numbers of contributors, and which cells are shown.
    package struct Cost: Codable, Sendable, Equatable {
        package var epsilon: Double
        package var delta: Double
        /// The same to the unit: millionths of epsilon, 10⁻¹⁵ of delta.
        package var epsilonMillionths: Int64
        package var deltaUnits: Int64
        /// Whom it is about: `one contributor in one day`.
        package var unit: String
        /// How many windows were, or would be, charged; none where the answer was given before.
        package var windows: Int64
    }

    package struct Left: Codable, Sendable, Equatable {
        /// `project`, `category`, `metric` or `partner`.
        package var scope: String
        package var name: String
        package var limit: Double
        package var left: Double
        /// The window in which least is left.
        package var window: Int64
    }

    package struct Refusal: Codable, Sendable, Equatable {
        package var message: String
        package var largestEpsilon: Double?
        package var affordableFrom: Int64?
    }

    package struct Expected: Codable, Sendable, Equatable {
        /// `count`, `sum`, `contributors`, …
        package var figure: String
        package var unit: String
        /// Half of the width of the 95 % interval of a cell.
        package var halfWidth: Double
    }
}
