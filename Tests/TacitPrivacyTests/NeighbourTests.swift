import TacitPrivacy
import Testing

/// The one property that all noise rests on, over populations with hostile numbers and orders.
@Suite("One contributor changes accumulators by no more than the declared sensitivity")
struct NeighbourTests {
    struct Record {
        let contributor: Int
        let cell: UInt64
        let value: Double
    }

    /// All accumulators of a metric, by figure and entry.
    typealias Accumulators = [Sensitivity.Figure: [UInt64: Int64]]

    @Test("whatever the records and their order", arguments: 0..<20)
    func removal(seed: UInt64) throws {
        var random = SyntheticRandom(seed: seed)
        for _ in 0..<15 {
            let low = Double.random(in: -100...100, using: &random)
            let bounds = try ContributionBounds(
                maxCells: Int.random(in: 1...5, using: &random), maxPerCell: Int.random(in: 1...6, using: &random),
                values: ValueRange(
                    lower: low, upper: low + Double.random(in: 2...50, using: &random),
                    granularity: [1, 0.1, 0.25, 0.37].randomElement(using: &random)!))
            let people = Int.random(in: 1...8, using: &random)
            let cells = UInt64.random(in: 1...12, using: &random)
            let records = (0..<Int.random(in: 1...300, using: &random)).map { _ in
                Record(
                    contributor: Int.random(in: 0..<people, using: &random),
                    cell: UInt64.random(in: 0..<cells, using: &random), value: Self.hostileValue(&random))
            }
            let all = try Self.accumulate(records, bounds)
            for removed in 0..<people {
                let fewer = try Self.accumulate(records.filter { $0.contributor != removed }, bounds)
                try Self.check(all, fewer, bounds)
            }
        }
    }

    @Test("and some contributor reaches it, so no noise is wasted")
    func tight() throws {
        let bounds = try ContributionBounds(maxCells: 3, maxPerCell: 4, values: ValueRange(0...10, granularity: 0.5))
        let records = (0..<10).flatMap { cell in
            (0..<10).map { _ in Record(contributor: 0, cell: UInt64(cell), value: 99) }
        }
        let all = try Self.accumulate(records, bounds)
        for figure in Sensitivity.Figure.allCases {
            let sensitivity = try Self.sensitivity(figure, bounds)
            let entries = all[figure]?.values.map { abs($0) } ?? []
            #expect(entries.reduce(0, +) == sensitivity.l1)
            #expect(entries.max() == sensitivity.lInfinity)
        }
    }

    private static func check(_ left: Accumulators, _ right: Accumulators, _ bounds: ContributionBounds) throws {
        for figure in Sensitivity.Figure.allCases {
            let sensitivity = try sensitivity(figure, bounds)
            let (a, b) = (left[figure] ?? [:], right[figure] ?? [:])
            let changes = Set(a.keys).union(b.keys).map { abs((a[$0] ?? 0) - (b[$0] ?? 0)) }.filter { $0 > 0 }
            #expect(changes.count <= Int(sensitivity.l0))
            #expect(changes.reduce(0, +) <= sensitivity.l1)
            #expect(changes.max() ?? 0 <= sensitivity.lInfinity)
        }
    }

    /// Bound, quantize, add up: as a window does.
    private static func accumulate(_ records: [Record], _ bounds: ContributionBounds) throws -> Accumulators {
        var bounders: [Int: ContributionBounder] = [:]
        var result: Accumulators = [:]
        let middle = bounds.values?.middleQuanta ?? 0
        for record in records {
            var bounder = bounders[record.contributor] ?? ContributionBounder()
            if bounder.admit(cell: record.cell, within: bounds) {
                let quanta = try bounds.quantize(record.value)
                if bounder.records(in: record.cell) == 1 {
                    result[.contributors, default: [:]][record.cell, default: 0] += 1
                }
                result[.count, default: [:]][record.cell, default: 0] += 1
                result[.sum, default: [:]][record.cell, default: 0] += quanta
                result[.centeredSum, default: [:]][record.cell, default: 0] += quanta - middle
                result[.centeredSquares, default: [:]][record.cell, default: 0] += (quanta - middle) * (quanta - middle)
                for level in 0..<3 as Range<UInt64> {
                    let node = record.cell * 1000 + 100 * level + (UInt64(quanta.magnitude % 7) >> level)
                    result[.tree, default: [:]][node, default: 0] += 1
                }
                let bucket = record.cell * 1000 + UInt64(quanta.magnitude % 7)
                result[.histogram, default: [:]][bucket, default: 0] += 1
            }
            bounders[record.contributor] = bounder
        }
        return result
    }

    private static func sensitivity(
        _ figure: Sensitivity.Figure, _ bounds: ContributionBounds
    ) throws(PrivacyError) -> Sensitivity {
        switch figure {
        case .contributors: try .contributors(bounds)
        case .count: try .count(bounds)
        case .sum: try .sum(bounds)
        case .centeredSum: try .centeredSum(bounds)
        case .centeredSquares: try .centeredSquares(bounds)
        case .histogram: try .histogram(bounds)
        case .tree: try .tree(bounds, levels: 3)
        }
    }

    private static func hostileValue(_ random: inout SyntheticRandom) -> Double {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .infinity
        case 1: -.infinity
        case 2: .greatestFiniteMagnitude
        case 3: -.leastNonzeroMagnitude
        default: Double.random(in: -200...200, using: &random)
        }
    }
}
