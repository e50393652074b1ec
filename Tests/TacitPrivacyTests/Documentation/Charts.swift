import Foundation
import TacitPrivacy

/// The charts of the documentation, each computed from the library.
enum Charts {
    struct Named: CustomStringConvertible, Sendable {
        let name: String
        let draw: @Sendable () throws -> Chart
        var description: String { name }
    }

    static let all = [
        Named(name: "laplace-noise", draw: laplace), Named(name: "gaussian-noise", draw: gaussian),
        Named(name: "showing-cells", draw: cells), Named(name: "choosing", draw: choosing),
        Named(name: "alarms", draw: alarms), Named(name: "local-noise", draw: local),
        Named(name: "running-totals", draw: totals), Named(name: "aggregations", draw: means),
        Named(name: "accounting", draw: accounting), Named(name: "what-epsilon-means", draw: epsilon),
    ]

    private static func bounds(_ cells: Int = 1, _ each: Int = 1) throws -> ContributionBounds {
        try ContributionBounds(maxCells: cells, maxPerCell: each)
    }

    private static func laplace(epsilon: String, cells: Int = 1) throws -> DiscreteLaplace {
        try DiscreteLaplace(sensitivity: .count(bounds(cells)), epsilon: Epsilon(epsilon))
    }

    @Sendable private static func laplace() throws -> Chart {
        Chart(
            title: "Noise on one count, by epsilon", horizontal: "noise", vertical: "probability", shape: .bars,
            xTicks: (-6...6).map(Double.init), yTicks: [0, 0.2, 0.4, 0.6, 0.8],
            series: try ["0.5", "1", "2"].map { epsilon in
                let noise = try laplace(epsilon: epsilon)
                return .init(
                    name: "epsilon \(epsilon)",
                    points: (-6...6).map { (Double($0), noise.probability(of: Int64($0))) })
            })
    }

    @Sendable private static func gaussian() throws -> Chart {
        let rho = Rho.most(epsilon: try Epsilon("1"), delta: try Delta("1e-6"))!
        let cells = Array(stride(from: 1, through: 50, by: 1))
        return Chart(
            title: "Noise at epsilon 1, by how many cells a contributor touches",
            horizontal: "cells of one contributor", vertical: "half-width of the 95 % interval",
            xTicks: [1, 10, 20, 30, 40, 50], yTicks: [0, 50, 100, 150],
            series: [
                .init(
                    name: "Gaussian, delta 1e-6",
                    points: try cells.map { count in
                        let noise = try DiscreteGaussian(sensitivity: .count(bounds(count)), rho: rho)
                        return (Double(count), Double(noise.interval()))
                    }),
                .init(
                    name: "Laplace",
                    points: try cells.map { (Double($0), Double(try laplace(epsilon: "1", cells: $0).interval())) }),
            ])
    }

    @Sendable private static func cells() throws -> Chart {
        let rule = try PartitionSelection(epsilon: Epsilon("1"), delta: Delta("1e-5"), bounds: bounds())
        let noise = try DiscreteLaplace(sensitivity: .contributors(bounds()), epsilon: Epsilon("1"))
        let threshold = try CellThreshold.open(k: 2, delta: Delta("1e-5"), bounds: bounds(), noise: noise)
        return Chart(
            title: "How surely a cell is shown, at epsilon 1 and delta 1e-5", horizontal: "contributors of the cell",
            vertical: "probability", xTicks: [0, 5, 10, 15, 20, 25], yTicks: [0, 0.25, 0.5, 0.75, 1],
            series: [
                .init(
                    name: "best rule",
                    points: (0...25).map { (Double($0), rule.probability(contributors: Int64($0))) }),
                .init(
                    name: "noisy threshold",
                    points: (0...25).map {
                        // A cell without contributors isn't there to be compared.
                        (Double($0), $0 == 0 ? 0 : noise.probability(ofAtLeast: threshold.value - Int64($0)))
                    }),
            ])
    }

    @Sendable private static func choosing() throws -> Chart {
        let scores: [Int64] = [0, 1, 2, 3, 4]
        let sums = try ContributionBounds(maxCells: 1, maxPerCell: 1, values: ValueRange(-1...1, granularity: 1))
        let flip = try PermuteAndFlip(sensitivity: .sum(sums), epsilon: Epsilon("1"))
        let exponential = try ExponentialMechanism(sensitivity: .sum(sums), epsilon: Epsilon("1"))
        func points(_ probabilities: [Double]) -> [(Double, Double)] {
            zip(scores, probabilities).map { (Double($0), $1) }
        }
        return Chart(
            title: "Choosing among five entries, at epsilon 1", horizontal: "entry", vertical: "probability",
            shape: .bars, xTicks: scores.map(Double.init), yTicks: [0, 0.2, 0.4, 0.6],
            series: [
                .init(name: "permute-and-flip", points: points(flip.probabilities(among: scores))),
                .init(name: "exponential mechanism", points: points(exponential.probabilities(among: scores))),
            ])
    }

    /// The chance of a "yes": the entry's noise less the threshold's reaches the distance.
    @Sendable private static func alarms() throws -> Chart {
        func yes(answers: Double, above distance: Int) throws -> Double {
            // The division of epsilon that ``AboveThreshold`` makes, for entries that move the same way.
            let share = 1 / (1 + pow(answers, 2.0 / 3))
            let threshold = try laplace(epsilon: "\((share * 1e6).rounded(.down) / 1e6)")
            let entry = try laplace(epsilon: "\(((1 - share) / answers * 1e6).rounded(.down) / 1e6)")
            return (-400...400).reduce(0.0) { sum, noise in
                sum + threshold.probability(of: Int64(noise)) * entry.probability(ofAtLeast: Int64(noise - distance))
            }
        }
        let distances = Array(stride(from: -60, through: 60, by: 2))
        return Chart(
            title: "How surely an alarm is raised, at epsilon 1", horizontal: "entry less threshold, in contributors",
            vertical: "probability of yes", xTicks: [-60, -40, -20, 0, 20, 40, 60], yTicks: [0, 0.25, 0.5, 0.75, 1],
            series: try [(1.0, "one answer"), (10.0, "ten answers")].map { answers, name in
                .init(name: name, points: try distances.map { (Double($0), try yes(answers: answers, above: $0)) })
            })
    }

    @Sendable private static func local() throws -> Chart {
        let choices = [2, 3, 4, 5, 7, 10, 14, 20, 30, 45, 64, 100]
        func error(_ variance: Double) -> Double { (variance / 10_000).squareRoot() * 100 }
        return Chart(
            title: "Error of a share from 10,000 responses, at epsilon 1", horizontal: "possible answers",
            vertical: "standard error, percent", xTicks: [2, 5, 10, 20, 50, 100], yTicks: [0, 2, 4, 6],
            isLogarithmic: true,
            series: [
                .init(
                    name: "unary, optimized",
                    points: try choices.map {
                        (Double($0), error(try UnaryEncoding(choices: $0, epsilon: Epsilon("1")).variancePerResponse))
                    }),
                .init(
                    name: "unary, symmetric",
                    points: try choices.map {
                        let encoding = try UnaryEncoding(choices: $0, epsilon: Epsilon("1"), kind: .symmetric)
                        return (Double($0), error(encoding.variancePerResponse))
                    }),
                .init(
                    name: "randomized response",
                    points: try choices.map {
                        let response = try RandomizedResponse(choices: $0, epsilon: Epsilon("1"))
                        return (Double($0), error(response.variancePerResponse))
                    }),
            ])
    }

    @Sendable private static func totals() throws -> Chart {
        let steps = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024]
        let plan = try ContinualPlan(horizon: 1_024, sensitivity: .contributors(bounds()), rho: Rho("0.5"))
        let daily = try DiscreteGaussian(sensitivity: .contributors(bounds()), rho: Rho("0.5"))
        return Chart(
            title: "Error of a running total, at rho 1/2 over 1,024 steps", horizontal: "step",
            vertical: "standard deviation", xTicks: [1, 4, 16, 64, 256, 1_024], yTicks: [0, 8, 16, 24, 32],
            isLogarithmic: true,
            series: [
                .init(name: "this", points: steps.map { (Double($0), plan.variance(at: $0).squareRoot()) }),
                .init(
                    name: "binary tree, worst step so far",
                    // A node of each of 11 levels, each with a variance of 11.
                    points: steps.map { step in
                        let worst = (1...step).map(\.nonzeroBitCount).max()!
                        return (Double(step), (11 * Double(worst)).squareRoot())
                    }),
                .init(
                    name: "daily figures added up",
                    points: steps.map { (Double($0), (Double($0) * daily.variance).squareRoot()) }),
            ])
    }

    @Sendable private static func means() throws -> Chart {
        let seconds = try ValueRange(0...60, granularity: 0.1)
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1, values: seconds)
        let counts: [Int64] = [10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 5_120, 10_240]
        return Chart(
            title: "Half-width of a mean's interval (0 to 60 seconds)", horizontal: "records",
            vertical: "seconds", xTicks: [10, 100, 1_000, 10_000], yTicks: [0, 10, 20, 30], isLogarithmic: true,
            series: try ["1", "0.3"].map { epsilon in
                let noise = try MetricNoise(
                    .mean, bounds: bounds, epsilon: Epsilon(epsilon), delta: .zero, k: 5, isOpen: false)
                return .init(
                    name: "epsilon \(epsilon)",
                    points: counts.map { count in
                        let mean = RatioInterval(
                            noisyCenteredSum: 0, sumNoise: noise.figures[0], noisyCount: count,
                            countNoise: noise.figures[1], values: seconds)
                        return (Double(count), (mean.interval.upperBound - mean.interval.lowerBound) / 2)
                    })
            })
    }

    @Sendable private static func accounting() throws -> Chart {
        let noise = try laplace(epsilon: "0.1")
        let days = [1, 7, 14, 30, 60, 90, 120, 180, 240, 300, 365]
        let names: [(Accountant.Method, String)] = [
            (.pld, "loss distribution"), (.advanced, "advanced"), (.zcdp, "rho"), (.basic, "added up"),
        ]
        return Chart(
            title: "Epsilon at delta 1e-6, for epsilon 0.1 a day", horizontal: "days", vertical: "epsilon",
            xTicks: [0, 60, 120, 180, 240, 300, 365], yTicks: [0, 5, 10, 15, 20],
            series: try names.map { method, name in
                // What leaves the chart is cut there.
                .init(
                    name: name,
                    points: try days.filter { method != .basic || $0 <= 200 }.map { count in
                        var accountant = Accountant(method)
                        try accountant.add(.discreteLaplace(noise), times: count)
                        return (Double(count), accountant.epsilon(delta: try Delta("1e-6")))
                    })
            })
    }

    /// Of a hundred who are in or out by the toss of a coin, how many are guessed right at most.
    static func guesses(epsilon: String) throws -> [Int] {
        try [1, 7, 30, 365].map { days in
            // The optimal bound for equal epsilons, whatever the mechanisms are.
            var accountant = Accountant(.advanced)
            try accountant.add(.pure(Epsilon(epsilon)), times: days)
            // The best guess is right with probability (1 + d) / 2, where d is the delta of an epsilon of 0.
            return min(100, Int((50 * (1 + accountant.delta(epsilon: 0))).rounded(.up)))
        }
    }

    @Sendable private static func epsilon() throws -> Chart {
        Chart(
            title: "Of a hundred, how many a perfect attacker guesses right at most", horizontal: "there every day for",
            vertical: "guessed right, of 100", shape: .bars, xTicks: [0, 1, 2, 3], yTicks: [0, 25, 50, 75, 100],
            xNames: ["one day", "a week", "a month", "a year"],
            series: try ["0.1", "0.5", "1", "2"].map { epsilon in
                .init(
                    name: "epsilon \(epsilon)",
                    points: try guesses(epsilon: epsilon).enumerated().map { (Double($0), Double($1)) })
            })
    }
}
