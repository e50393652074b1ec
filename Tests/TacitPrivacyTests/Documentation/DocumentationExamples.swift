import TacitPrivacy
import Testing

/// The examples of the documentation's pages, each as it stands there, and that what it says comes out.
///
/// ``DocumentationTests`` compares the code with the pages.
@Suite("The examples of the documentation give what they say")
struct DocumentationExamples {
    @Test("an exact count with its interval")
    func tacitPrivacy() throws {
        // Somebody counts in at most 3 cells, with at most 20 records in each.
        let bounds = try ContributionBounds(maxCells: 3, maxPerCell: 20)
        let noise = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon("0.5"))

        var random = SecureRandom()
        let released = noise.addNoise(to: 12_480, using: &random)
        print("\(released) ± \(noise.interval())")  // such as 12511 ± 359, right 95 times in 100

        #expect(noise.interval() == 359)
        #expect(abs(released - 12_480) < 20_000)
    }

    @Test("Laplace noise on a vector of counts")
    func laplaceNoise() throws {
        let bounds = try ContributionBounds(maxCells: 2, maxPerCell: 5)
        let noise = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon("1"))
        _ = noise.scale  // 10: two cells times five records, over epsilon 1
        _ = noise.interval()  // 30
        _ = noise.probability(of: 0)  // 0.0499…
        _ = noise.tail(beyond: 30)  // 0.0472…, at most 0.05

        var random = SecureRandom()
        var counts: [Int64] = [310, 0, 4_077]
        noise.addNoise(to: &counts, using: &random)  // all cells, the empty one too, for epsilon 1 together

        #expect(noise.scale == 10)
        #expect(noise.interval() == 30)
        #expect(abs(noise.probability(of: 0) - 0.04995) < 1e-5)
        #expect(abs(noise.tail(beyond: 30) - 0.0472) < 1e-3)
        #expect(counts.count == 3)
    }

    @Test("many cells are cheaper with Gaussian noise")
    func gaussianNoise() throws {
        let bounds = try ContributionBounds(maxCells: 50, maxPerCell: 1)
        let rho = try #require(Rho.most(epsilon: Epsilon("1"), delta: Delta("1e-6")))
        let gaussian = try DiscreteGaussian(sensitivity: .count(bounds), rho: rho)
        let laplace = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon("1"))
        _ = gaussian.interval()  // 63
        _ = laplace.interval()  // 150, without a delta

        #expect(gaussian.interval() == 63)
        #expect(laplace.interval() == 150)
        #expect(rho.epsilon(delta: try Delta("1e-6")) <= 1)
    }

    @Test("open cells")
    func showingCells() throws {
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1)
        let rule = try PartitionSelection(epsilon: Epsilon("1"), delta: Delta("1e-5"), bounds: bounds)
        _ = rule.probability(contributors: 1)  // 0.00001
        _ = rule.probability(contributors: 12)  // 0.760…
        _ = rule.surelyShown  // 23

        var random = SecureRandom()
        let contributors: [String: Int64] = ["9.1.0": 214, "9.2.0-beta": 11, "9.2.0-mine": 1]
        let shown = contributors.filter { rule.shows(contributors: $0.value, using: &random) }

        let noise = try DiscreteLaplace(sensitivity: .contributors(bounds), epsilon: Epsilon("1"))
        let threshold = try CellThreshold.open(k: 5, delta: Delta("1e-5"), bounds: bounds, noise: noise)
        _ = threshold.value  // 13

        #expect(rule.probability(contributors: 1) == 0.00001)
        #expect(abs(rule.probability(contributors: 12) - 0.760) < 1e-3)
        #expect(rule.surelyShown == 23)
        #expect(shown["9.1.0"] == 214)
        #expect(threshold.value == 13)
    }

    @Test("the largest by name")
    func choosing() throws {
        // Counts can only grow with one more contributor, so the factor 2 is not needed.
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1)
        let choice = try PermuteAndFlip(sensitivity: .count(bounds), epsilon: Epsilon("1"))

        var random = SecureRandom()
        let counts: [Int64] = [310, 305, 12]
        let most = try #require(choice.choose(among: counts, using: &random))  // an index, most often 0
        _ = choice.probabilities(among: counts)  // 0.9966, 0.0034, 0.0000

        let top = try TopCells(count: 2, bounds: bounds, epsilon: Epsilon("1"))
        let largest = top.release(counts, using: &random)  // index and noisy count of two cells

        #expect(counts.indices.contains(most))
        #expect(largest.count == 2)
        let stated = choice.probabilities(among: counts)
        #expect(abs(stated[0] - 0.9966) < 1e-4 && abs(stated[1] - 0.0034) < 1e-4 && stated[2] < 1e-4)
    }

    @Test("an alarm after many questions")
    func alarms() throws {
        let bounds = try ContributionBounds(maxCells: 24, maxPerCell: 1)
        let alarm = try AboveThreshold(answers: 1, sensitivity: .count(bounds), epsilon: Epsilon("1"))

        var random = SecureRandom()
        var questions = alarm.begin(threshold: 1_000, using: &random)
        let errorsByHour: [Int64] = [12, 40, 8, 2_600, 900]
        var firstAlarm: Int?
        for (hour, errors) in errorsByHour.enumerated() {
            guard let isAbove = questions.isAbove(errors, using: &random) else { break }
            if isAbove { firstAlarm = hour }
        }
        // 3, for epsilon 1 in total, though five questions were asked

        #expect(firstAlarm == 3)
    }

    @Test("local noise for few and for many answers")
    func localNoise() throws {
        let few = try RandomizedResponse(choices: 4, epsilon: Epsilon("1"))
        let many = try UnaryEncoding(choices: 200, epsilon: Epsilon("1"))
        _ = few.variancePerResponse  // 1.60
        _ = many.variancePerResponse  // 3.68; randomized response would have 68

        var random = SecureRandom()
        var ons = [Int64](repeating: 0, count: 200)
        for person in 0..<1_000 {
            let bits = many.respond(person % 2 == 0 ? 17 : 42, using: &random)  // on the device
            for (answer, isOn) in bits.enumerated() where isOn { ons[answer] += 1 }  // at the collector
        }
        let estimate = many.estimate(counts: ons, responses: 1_000)[17]
        _ = estimate.value  // about 500
        _ = estimate.interval  // holds the true 500 in 95 of 100 surveys

        #expect(abs(few.variancePerResponse - 1.60) < 0.005)
        #expect(abs(many.variancePerResponse - 3.68) < 0.005)
        let wide = try RandomizedResponse(choices: 200, epsilon: Epsilon("1"))
        #expect(abs(wide.variancePerResponse - 68) < 0.5)
        // Six standard errors of 2.2 · √1,000.
        #expect(abs(estimate.value - 500) < 6 * 70)
        #expect(estimate.interval.contains(min(max(estimate.value, 0), 1_000)))
    }

    @Test("running totals")
    func runningTotals() throws {
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1)
        let plan = try ContinualPlan(horizon: 365, sensitivity: .contributors(bounds), rho: Rho("0.05"))
        _ = plan.variance(at: 365).squareRoot()  // 9.3, for the total of the year
        _ = plan.variance(from: 335, to: 365).squareRoot()  // 10.0, for the last thirty days

        var random = SecureRandom()
        var counter = ContinualCounter(plan)
        for visitors in [120, 97, 141] as [Int64] {
            let total = try counter.add(visitors, using: &random)
            print(total)  // such as 118.2, 220.7, 357.1
        }

        #expect(abs(plan.variance(at: 365).squareRoot() - 9.3) < 0.05)
        #expect(abs(plan.variance(from: 335, to: 365).squareRoot() - 10.0) < 0.05)
        #expect(counter.count == 3)
    }

    @Test("a mean with its interval")
    func aggregations() throws {
        let seconds = try ValueRange(0...60, granularity: 0.1)
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 10, values: seconds)
        let noise = try MetricNoise(.mean, bounds: bounds, epsilon: Epsilon("1"), delta: .zero, k: 5, isOpen: false)

        // A cell of 900 contributors with 4,000 records of 12 seconds each, less the middle of the range, 30 seconds.
        let sum = 4_000 * (try seconds.quantize(12) - seconds.middleQuanta)
        var random = SecureRandom()
        let cell = try #require(noise.release(contributors: 900, figures: [sum, 4_000], using: &random))
        let mean = RatioInterval(
            noisyCenteredSum: cell.figures[0], sumNoise: noise.figures[0],
            noisyCount: cell.figures[1], countNoise: noise.figures[1], values: seconds)
        _ = mean.estimate  // such as 12.08
        _ = mean.interval  // such as 11.31...12.84

        #expect(abs(mean.estimate - 12) < 3)
        #expect(mean.interval.contains(mean.estimate))
        #expect(mean.interval.upperBound - mean.interval.lowerBound < 1.8)
    }

    @Test("a year of releases")
    func accounting() throws {
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1)
        let daily = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon("0.1"))
        let delta = try Delta("1e-6")

        var year = Accountant(.pld)
        try year.add(.discreteLaplace(daily), times: 365)
        _ = year.epsilon(delta: delta)  // 10.31…; adding up says 36.5
        _ = year.delta(epsilon: 5)  // 0.0218…: how sure 5 is not

        // Chosen one after the other, within a limit that holds whatever is asked:
        var filter = try PrivacyFilter(limit: PrivacySpend(epsilonMillionths: 1_000_000, deltaUnits: 0))
        _ = filter.spend(PrivacySpend(daily.epsilon, .zero)).isAdmitted  // true, ten times

        #expect(abs(year.epsilon(delta: delta) - 10.31) < 0.01)
        #expect(abs(year.delta(epsilon: 5) - 0.0218) < 1e-4)
        let more = (0..<12).map { _ in filter.spend(PrivacySpend(daily.epsilon, .zero)).isAdmitted }
        #expect(more.count { $0 } == 9)
    }

    @Test("noise and laws by the parameters of other libraries")
    func comparingFigures() throws {
        // Noise of a scale, or of a sigma: sensitivity and budget in the same proportion.
        let three = try ContributionBounds(maxCells: 1, maxPerCell: 3)
        let laplace = try DiscreteLaplace(sensitivity: .count(three), epsilon: Epsilon("1"))  // scale 3
        let gaussian = try DiscreteGaussian(sensitivity: .count(three), rho: Rho("0.5"))  // sigma 3

        // Laws of other libraries, by their own parameters.
        var accountant = Accountant(.pld)
        try accountant.add(.laplace(epsilon: 0.1), times: 100)  // continuous, scale 10
        try accountant.add(.gaussian(shift: 1 / 5.0), times: 10)  // continuous, sigma 5
        try accountant.add(.sampledGaussian(probability: 0.01, shift: 1), times: 50)
        try accountant.add(.discreteLaplace(rate: 0.1, shift: 3), times: 2)  // exp(−0.1 |k|), sensitivity 3
        try accountant.add(.response(uniform: 0.5, choices: 10))  // half of the answers are uniform
        let epsilon = accountant.epsilon(delta: try Delta("1e-6"))

        #expect(laplace.scale == 3)
        #expect(gaussian.sigma == 3)
        #expect(epsilon > 5 && epsilon < 15)
    }
}
