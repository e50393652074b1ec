import TacitPrivacy
import Testing

/// What can't be meant, each with the code that says so.
struct Refusal: CustomStringConvertible, Sendable {
    let description: String
    let code: PrivacyError.Code
    let place: String
    let attempt: @Sendable () throws -> Void

    init(
        _ description: String, _ code: PrivacyError.Code, at place: String,
        _ attempt: @escaping @Sendable () throws -> Void
    ) {
        self.description = description
        self.code = code
        self.place = place
        self.attempt = attempt
    }

    private static func bounds(_ cells: Int = 1, _ each: Int = 1) throws -> ContributionBounds {
        try ContributionBounds(maxCells: cells, maxPerCell: each)
    }

    private static func counts() throws -> Sensitivity { try .count(bounds()) }

    static let budgets = [
        Refusal("epsilon 0", .epsilonOutOfRange, at: "epsilon") { _ = try Epsilon("0") },
        Refusal("epsilon below 0", .epsilonOutOfRange, at: "epsilon") { _ = try Epsilon(-0.5) },
        Refusal("epsilon infinite", .epsilonOutOfRange, at: "epsilon") { _ = try Epsilon(.infinity) },
        Refusal("epsilon NaN", .epsilonOutOfRange, at: "epsilon") { _ = try Epsilon(.nan) },
        Refusal("epsilon above 100", .epsilonOutOfRange, at: "epsilon") { _ = try Epsilon("100.000001") },
        Refusal("epsilon too fine", .epsilonTooFine, at: "epsilon") { _ = try Epsilon("0.0000005") },
        Refusal("epsilon in words", .notANumber, at: "epsilon") { _ = try Epsilon("a lot") },
        Refusal("delta 1", .deltaOutOfRange, at: "delta") { _ = try Delta("1") },
        Refusal("delta NaN", .deltaOutOfRange, at: "delta") { _ = try Delta(.nan) },
        Refusal("delta too fine", .deltaTooFine, at: "delta") { _ = try Delta("1e-16") },
        Refusal("rho 0", .rhoOutOfRange, at: "rho") { _ = try Rho("0") },
        Refusal("rho in words", .notANumber, at: "rho") { _ = try Rho("none") },
        Refusal("a negative amount", .budgetOverflow, at: "budget") {
            _ = try PrivacySpend(epsilonMillionths: -1, deltaUnits: 0)
        },
        Refusal("a negative amount of rho", .budgetOverflow, at: "budget") {
            _ = try ConcentratedSpend(rhoUnits: -1, deltaUnits: 0)
        },
        Refusal("an epsilon that can't be divided", .budgetTooSmall, at: "epsilon") {
            _ = try BudgetSplit.price(of: .mean, epsilon: Epsilon("0.000001"), delta: .zero)
        },
        Refusal("a filter past its limit", .budgetOverflow, at: "budget") {
            _ = try PrivacyFilter(limit: .zero, spent: PrivacySpend(Epsilon("1"), .zero))
        },
        Refusal("a delta that is all set aside", .deltaMissing, at: "delta") {
            _ = try ConcentratedFilter(proving: Epsilon("1"), Delta("1e-8"), setAside: Delta("1e-8"))
        },
        Refusal("fewer releases than none", .compositionOutOfRange, at: "times") {
            var accountant = Accountant(.pld)
            try accountant.add(.pure(Epsilon("1")), times: -1)
        },
        Refusal("a confidence of 1", .confidenceOutOfRange, at: "confidence") { _ = try Confidence(1) },
    ]

    static let bounds = [
        Refusal("bounds reversed", .rangeReversed, at: "range") {
            _ = try ValueRange(lower: 60, upper: 0, granularity: 1)
        },
        Refusal("no granularity", .granularityNotPositive, at: "granularity") {
            _ = try ValueRange(0...60, granularity: 0)
        },
        Refusal("a granularity that overflows", .rangeOverflow, at: "granularity") {
            _ = try ValueRange(0...1e12, granularity: 1e-6)
        },
        Refusal("an endless range", .rangeNotFinite, at: "range") {
            _ = try ValueRange(lower: 0, upper: .infinity, granularity: 1)
        },
        Refusal("no cells", .contributionLimitOutOfRange, at: "max_cells") { _ = try bounds(0, 1) },
        Refusal("no records", .contributionLimitOutOfRange, at: "max_per_cell") { _ = try bounds(1, 0) },
        Refusal("a sum without a range", .rangeMissing, at: "values") { _ = try Sensitivity.sum(bounds()) },
        Refusal("a sum of nothing but 0", .sensitivityZero, at: "values") {
            _ = try Sensitivity.sum(
                ContributionBounds(maxCells: 1, maxPerCell: 1, values: ValueRange(0...0, granularity: 1)))
        },
        Refusal("a sum that could overflow", .sensitivityOverflow, at: "values") {
            _ = try Sensitivity.sum(
                ContributionBounds(maxCells: 100, maxPerCell: 1_000, values: ValueRange(0...1e9, granularity: 1)))
        },
        Refusal("a variance that is too wide", .sensitivityOverflow, at: "rho") {
            _ = try DiscreteGaussian(sensitivity: .count(bounds(1, 4_000_000_000)), rho: Rho("1e-15"))
        },
        Refusal("NaN as a value", .valueNotANumber, at: "value") {
            _ = try ValueRange(0...1, granularity: 1).quantize(.nan)
        },
        Refusal("a hierarchy in a circle", .hierarchyNotNested, at: "parents") {
            _ = try LabelHierarchy(parents: ["a": "b", "b": "a"])
        },
        Refusal("edges that don't grow", .hierarchyNotNested, at: "edges") {
            _ = try NumberHierarchy.Level(edges: [2, 1], labels: ["a", "b", "c"])
        },
        Refusal("as many names as edges", .rangeMissing, at: "labels") {
            _ = try NumberHierarchy.Level(edges: [1], labels: ["a"])
        },
    ]

    static let mechanisms = [
        Refusal("a k of 1", .thresholdOutOfRange, at: "k") {
            let noise = try DiscreteLaplace(sensitivity: .contributors(bounds()), epsilon: Epsilon("1"))
            _ = try CellThreshold.closed(k: 1, noise: noise)
        },
        Refusal("a k of 1 for open cells", .thresholdOutOfRange, at: "k") {
            _ = try PartitionSelection(epsilon: Epsilon("1"), delta: Delta("1e-8"), bounds: bounds(), k: 1)
        },
        Refusal("open cells without a delta", .deltaMissing, at: "delta") {
            _ = try PartitionSelection(epsilon: Epsilon("1"), delta: .zero, bounds: bounds())
        },
        Refusal("noise of something else", .noiseMismatch, at: "noise") {
            let noise = try DiscreteLaplace(sensitivity: .contributors(bounds()), epsilon: Epsilon("1"))
            _ = try CellThreshold.open(k: 5, delta: Delta("1e-8"), bounds: bounds(2), noise: noise)
        },
        Refusal("a question with one answer", .choicesOutOfRange, at: "choices") {
            _ = try RandomizedResponse(choices: 1, epsilon: Epsilon("1"))
        },
        Refusal("a question with one bit", .choicesOutOfRange, at: "choices") {
            _ = try UnaryEncoding(choices: 1, epsilon: Epsilon("1"))
        },
        Refusal("an alarm that never says yes", .choicesOutOfRange, at: "answers") {
            _ = try AboveThreshold(answers: 0, sensitivity: counts(), epsilon: Epsilon("1"))
        },
        Refusal("the largest of none", .choicesOutOfRange, at: "count") {
            _ = try TopCells(count: 0, bounds: bounds(), epsilon: Epsilon("1"))
        },
        Refusal("a tree of five levels", .choicesOutOfRange, at: "levels") {
            _ = try QuantileTree(
                bounds: ContributionBounds(maxCells: 1, maxPerCell: 1, values: ValueRange(0...1, granularity: 0.1)),
                epsilon: Epsilon("1"), levels: 5)
        },
        Refusal("running totals of no steps", .contributionLimitOutOfRange, at: "horizon") {
            _ = try ContinualPlan(horizon: 0, sensitivity: counts(), rho: Rho("1"))
        },
        Refusal("running totals that are too wide", .sensitivityOverflow, at: "rho") {
            _ = try ContinualPlan(horizon: 10, sensitivity: .count(bounds(1, 1_000_000)), rho: Rho("1e-15"))
        },
        Refusal("the loss of a spread histogram", .noiseMismatch, at: "sensitivity") {
            let noise = try DiscreteGaussian(sensitivity: .histogram(bounds(1, 5)), rho: Rho("1"))
            _ = try AccountedMechanism.discreteGaussian(noise)
        },
    ]
}

@Suite("What can't be meant is refused, with what is wrong, where, and what to do")
struct RefusalTests {
    @Test("by its own code", arguments: Refusal.budgets + Refusal.bounds + Refusal.mechanisms)
    func refused(refusal: Refusal) {
        #expect { try refusal.attempt() } throws: { error in
            guard let error = error as? PrivacyError else { return false }
            #expect(error.code == refusal.code)
            #expect(error.place == refusal.place)
            // Sentences, not fragments.
            #expect(error.what.hasSuffix(".") && error.what.count > 15)
            #expect(error.remedy.hasSuffix(".") && error.remedy.count > 8)
            return true
        }
    }

    @Test("every code is somebody's: none is left that nothing throws")
    func complete() throws {
        let seen = Set((Refusal.budgets + Refusal.bounds + Refusal.mechanisms).map(\.code))
        // It is a warning, and thrown by nobody.
        #expect(Set(PrivacyError.Code.allCases).subtracting(seen) == [.deltaTooLarge])
        let warning = try #require(try Delta("0.001").warning(forContributors: 1_000))
        #expect(warning.code == .deltaTooLarge && warning.remedy.contains("1 divided by the number of contributors"))
    }
}
