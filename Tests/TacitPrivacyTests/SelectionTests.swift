import Foundation
import TacitPrivacy
import Testing

@Suite("Choices and alarms spend what they say")
struct SelectionTests {
    static func counts(maxCells: Int = 1, maxPerCell: Int = 1) throws -> Sensitivity {
        try .count(ContributionBounds(maxCells: maxCells, maxPerCell: maxPerCell))
    }

    @Test("a count may use the whole epsilon, a figure that moves both ways half of it")
    func monotone() throws {
        let values = try ValueRange(-3...5, granularity: 1)
        let positive = try ValueRange(0...5, granularity: 1)
        let (both, one) = try (
            ContributionBounds(maxCells: 1, maxPerCell: 2, values: values),
            ContributionBounds(maxCells: 1, maxPerCell: 2, values: positive)
        )
        #expect(try !Sensitivity.sum(both).isMonotone && Sensitivity.sum(one).isMonotone)
        #expect(try Sensitivity.count(both).isMonotone && !Sensitivity.centeredSum(one).isMonotone)
    }

    @Test("one entry is chosen for sure, none from none, and extremes don't overflow")
    func edges() throws {
        let choice = try PermuteAndFlip(sensitivity: Self.counts(), epsilon: Epsilon("100"))
        var random = SecureRandom()
        #expect(choice.choose(among: [], using: &random) == nil)
        #expect(choice.choose(among: [-5], using: &random) == 0)
        for _ in 0..<100 { #expect(choice.choose(among: [.min, .max, .min], using: &random) == 1) }
        let weak = try PermuteAndFlip(
            sensitivity: Self.counts(maxPerCell: 4_294_967_295), epsilon: Epsilon("0.000001"))
        var seen = Set<Int>()
        for _ in 0..<500 { seen.insert(try #require(weak.choose(among: [0, 1, 2], using: &random))) }
        #expect(seen == [0, 1, 2])
    }

    @Test("the alarm answers any number of questions with no, and stops after its yeses")
    func stops() throws {
        var random = SecureRandom()
        var alarm = try AboveThreshold(answers: 2, sensitivity: Self.counts(), epsilon: Epsilon("1"))
            .begin(threshold: 1000, using: &random)
        for _ in 0..<1000 { #expect(alarm.isAbove(0, using: &random) == false) }
        #expect(alarm.isAbove(10_000, using: &random) == true)
        #expect(alarm.remainingAnswers == 1)
        #expect(alarm.isAbove(.max, using: &random) == true)
        #expect(alarm.isAbove(.max, using: &random) == nil)
        #expect(alarm.isAbove(.min, using: &random) == nil)
    }

    /// Published variants of this technique were not private at all: here two histories that differ by one contributor in
    /// every question are told apart no better than epsilon allows (six standard deviations).
    @Test("eight questions that all move at once tell no more than epsilon")
    func sparse() throws {
        let runs = 100_000
        var random = SecureRandom()
        let alarm = try AboveThreshold(answers: 1, sensitivity: Self.counts(maxCells: 8), epsilon: Epsilon("1"))
        func patterns(_ entries: [Int64]) -> [Double] {
            var counts = [Double](repeating: 0, count: 256)
            for _ in 0..<runs {
                var questions = alarm.begin(threshold: 0, using: &random)
                var pattern = 0
                for entry in entries {
                    let isAbove = questions.isAbove(entry, using: &random) ?? false
                    pattern = 2 * pattern + (isAbove ? 1 : 0)
                }
                counts[pattern] += 1
            }
            return counts
        }
        let (with, without) = (patterns(Array(repeating: 1, count: 8)), patterns(Array(repeating: 0, count: 8)))
        for (a, b) in zip(with, without) where a + b > 100 {
            let spread = 6 * (1 / max(a, 1) + 1 / max(b, 1)).squareRoot()
            #expect(abs(a.logarithmOfRatio(to: b)) <= 1 + spread)
        }
    }

    @Test("responses are estimated without bias, with intervals that hold", arguments: [(2, "1"), (5, "2"), (10, "1")])
    func responses(choices: Int, epsilon: String) throws {
        let response = try RandomizedResponse(choices: choices, epsilon: Epsilon(epsilon))
        var random = SecureRandom()
        let (people, share, runs) = (400, 120, 2000)
        var (sum, held) = (0.0, 0)
        for _ in 0..<runs {
            var counts = [Int64](repeating: 0, count: choices)
            for person in 0..<people {
                let truth = person < share ? 0 : 1 + person % (choices - 1)
                counts[response.respond(truth, using: &random)] += 1
            }
            let estimate = response.estimate(counts: counts)[0]
            sum += estimate.value
            if estimate.interval.contains(Double(share)) { held += 1 }
        }
        let (p, q) = (response.truthProbability, response.otherProbability)
        let variance =
            (Double(share) * p * (1 - p) + Double(people - share) * q * (1 - q)) / ((p - q) * (p - q))
        #expect(abs(sum / Double(runs) - Double(share)) < 6 * (variance / Double(runs)).squareRoot())
        // Six standard deviations around 95 % with 2,000 runs; the law of the count is discrete.
        #expect((0.92...0.98).contains(Double(held) / Double(runs)))
    }

    @Test("questions and alarms outside their range are refused")
    func refused() throws {
        #expect(throws: PrivacyError.self) { try RandomizedResponse(choices: 1, epsilon: Epsilon("1")) }
        #expect(throws: PrivacyError.self) { try RandomizedResponse(choices: 65_537, epsilon: Epsilon("1")) }
        for answers in [0, -1, 65_537] {
            #expect(throws: PrivacyError.self) {
                try AboveThreshold(answers: answers, sensitivity: Self.counts(), epsilon: Epsilon("1"))
            }
        }
        #expect(throws: PrivacyError.self) {
            try AboveThreshold(answers: 1, sensitivity: Self.counts(), epsilon: Epsilon("0.000001"))
        }
    }
}

extension Double {
    fileprivate func logarithmOfRatio(to other: Double) -> Double { log(self / other) }
}
