import Foundation
import TacitPrivacy
import Testing

@Suite("An open cell is shown by the best private rule")
struct PartitionSelectionTests {
    struct Tables: Decodable {
        struct Row: Decodable, Sendable {
            let n: Int64
            let pi: String
        }

        struct Rule: Decodable, CustomStringConvertible, Sendable {
            let epsilon: Double
            let delta: Double
            let maxPartitionsContributed: Int
            let firstNWithPi1: Int64
            let table: [Row]
            var description: String { "epsilon \(epsilon), delta \(delta), \(maxPartitionsContributed) cells" }
        }

        struct Threshold: Decodable, Sendable {
            let scale: Double
            let threshold: Int64
            let l0: Int
            let deltaExactSingle: String
            let deltaExactJointL0: String
        }

        let truncatedGeometric: [Rule]
        let discreteLaplaceThreshold: [Threshold]

        static let all = try! Vectors.load("partition_selection", as: Tables.self)
    }

    static func rule(
        _ epsilon: String, _ delta: String, maxCells: Int = 1, k: Int? = nil
    ) throws -> PartitionSelection {
        let bounds = try ContributionBounds(maxCells: maxCells, maxPerCell: 1)
        return try PartitionSelection(epsilon: Epsilon(epsilon), delta: Delta(delta), bounds: bounds, k: k)
    }

    @Test(
        "the probabilities are the published ones",
        // One row's epsilon is ln 3, which is no whole number of millionths; ``doubling`` covers it.
        arguments: Tables.all.truncatedGeometric.filter { ($0.epsilon * 1e6).rounded() / 1e6 == $0.epsilon })
    func vectors(rule: Tables.Rule) throws {
        let selection = try Self.rule(
            "\(rule.epsilon)", "\(rule.delta)", maxCells: rule.maxPartitionsContributed)
        for row in rule.table {
            let exact = Double(row.pi)!
            let engine = selection.probability(contributors: row.n)
            #expect(abs(engine - exact) <= 1e-12 && abs(engine - exact) <= 1e-9 * exact)
        }
        #expect(selection.probability(contributors: 0) == 0)
        #expect(selection.surelyShown == rule.firstNWithPi1)
    }

    @Test(
        "the reader's probability is the published one for every real epsilon",
        arguments: Tables.all.truncatedGeometric)
    func readers(rule: Tables.Rule) throws {
        for row in rule.table {
            let exact = Double(row.pi)!
            let engine = PartitionSelection.probability(
                contributors: row.n, epsilon: rule.epsilon, delta: rule.delta, maxCells: rule.maxPartitionsContributed)
            #expect(abs(engine - exact) <= 1e-12 && abs(engine - exact) <= 1e-9 * exact)
        }
    }

    @Test("the row of epsilon ln 3 lies between the rules of the millionths around it")
    func doubling() throws {
        let rule = try #require(Tables.all.truncatedGeometric.last)
        let (below, above) = try (Self.rule("1.098612", "1e-5"), Self.rule("1.098613", "1e-5"))
        for row in rule.table where row.n > 1 {
            let exact = Double(row.pi)!
            #expect(below.probability(contributors: row.n) <= exact)
            #expect(above.probability(contributors: row.n) >= exact * (1 - 1e-15))
        }
    }

    /// The conditions of the definition, in exact arithmetic, on the very numbers that decisions are made with.
    @Test(
        "no neighbour's probability is beyond epsilon and delta, not by one part of 2¹²⁸",
        arguments: [("1", "1e-5", 1), ("0.1", "1e-6", 1), ("5", "1e-15", 3), ("0.3", "1e-9", 7), ("100", "1e-10", 2)])
    func neighbours(epsilon: String, delta: String, maxCells: Int) throws {
        let selection = try Self.rule(epsilon, delta, maxCells: maxCells)
        let one = Natural.power(ofTwo: 128)
        // Lower bounds only: the true exp(epsilon) and delta are larger.
        let (_, falling) = try ExponentialBounds.of(
            minus: Natural(UInt64(Epsilon(epsilon).millionths)), over: 1_000_000 * UInt64(maxCells), bits: 400)
        let rising = Natural.power(ofTwo: 800) / falling
        let spare = selection.parts(contributors: 1)
        #expect(spare.small != 0)
        for n in 1...selection.surelyShown {
            let (before, here) = (selection.parts(contributors: n - 1), selection.parts(contributors: n))
            #expect(before <= here)
            #expect(here << 400 <= before * rising + (spare << 400))
            #expect((one - before) << 400 <= (one - here) * rising + (spare << 400))
        }
        // And all cells of one contributor together: 1 − (1 − d)^maxCells ≤ delta.
        var kept = one
        for _ in 0..<maxCells { kept = (kept * (one - spare)) >> 128 }
        let units = UInt64(try Delta(delta).units)
        #expect(kept + Natural(UInt64(maxCells)) >= one - ((Natural(units) << 128) / 1_000_000_000_000_000))
    }

    @Test(
        "decisions come with the stated probability (false alarm below 10⁻⁸ each)",
        arguments: [1, 5, 10, 11, 12, 13, 17, 23])
    func decisions(contributors: Int64) throws {
        let selection = try Self.rule("1", "1e-5")
        var random = SecureRandom()
        let draws = 200_000
        let shown = (0..<draws).count { _ in selection.shows(contributors: contributors, using: &random) }
        let p = selection.probability(contributors: contributors)
        #expect(abs(Double(shown) - Double(draws) * p) <= 6 * (Double(draws) * p * (1 - p)).squareRoot() + 10)
        #expect(p < 1 || shown == draws)
    }

    @Test("a cell without contributors is never shown, whatever is asked")
    func empty() throws {
        let selection = try Self.rule("10", "0.5")
        var random = SecureRandom()
        for _ in 0..<10_000 {
            for n in [0, -1, .min] as [Int64] where selection.shows(contributors: n, using: &random) { Issue.record() }
        }
        #expect(selection.shows(contributors: .max, using: &random))
    }

    @Test("with a k the rule begins at k contributors")
    func withK() throws {
        let (plain, later) = try (Self.rule("1", "1e-5"), Self.rule("1", "1e-5", k: 5))
        for n in 1...40 as ClosedRange<Int64> {
            #expect(later.parts(contributors: n + 4) == plain.parts(contributors: n))
        }
        #expect(later.probability(contributors: 4) == 0)
        #expect(throws: PrivacyError.self) { try Self.rule("1", "1e-5", k: 1) }
        #expect(throws: PrivacyError.self) { try Self.rule("1", "0") }
    }

    @Test("an epsilon that would need a quarter of a million contributors is refused with the arithmetic")
    func tooSmall() throws {
        #expect { try Self.rule("0.000001", "1e-15", maxCells: 100) } throws: { error in
            (error as? PrivacyError)?.code == .epsilonOutOfRange
        }
    }

    @Test("the rule shows more than a noisy threshold of the same price, at every number of contributors")
    func betterThanThreshold() throws {
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1)
        let noise = try DiscreteLaplace(sensitivity: .contributors(bounds), epsilon: Epsilon("1"))
        let threshold = try CellThreshold.open(k: 2, delta: Delta("1e-5"), bounds: bounds, noise: noise)
        let selection = try Self.rule("1", "1e-5")
        for n in 1...60 as ClosedRange<Int64> {
            #expect(selection.probability(contributors: n) >= noise.probability(ofAtLeast: threshold.value - n))
        }
    }

    @Test("the delta of a noisy threshold is that of its comparison", arguments: Tables.all.discreteLaplaceThreshold)
    func threshold(_ vector: Tables.Threshold) throws {
        let noise = try SamplerLawTests.noise(sensitivity: Int(vector.scale), epsilon: "1")
        let (one, all) = try (
            ContributionBounds(maxCells: 1, maxPerCell: 1), ContributionBounds(maxCells: vector.l0, maxPerCell: 1)
        )
        let single = CellThreshold.delta(of: vector.threshold, bounds: one, noise: noise)
        #expect(abs(single / Double(vector.deltaExactSingle)! - 1) < 1e-12)
        let joint = CellThreshold.delta(of: vector.threshold, bounds: all, noise: noise)
        #expect(abs(joint / Double(vector.deltaExactJointL0)! - 1) < 1e-12)
        // And the other way: the threshold of that delta is this one.
        let own = try DiscreteLaplace(
            sensitivity: .contributors(all), epsilon: Epsilon(Double(vector.l0) / vector.scale))
        let delta = try Delta(units: Int64((joint * 1e15).rounded(.up)))
        #expect(try CellThreshold.open(k: 2, delta: delta, bounds: all, noise: own).value == vector.threshold)
    }
}
