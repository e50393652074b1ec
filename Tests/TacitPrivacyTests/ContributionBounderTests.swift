import TacitPrivacy
import Testing

@Suite("Contributions are bounded by one's own records alone")
struct ContributionBounderTests {
    @Test("admits what the limits allow")
    func limits() throws {
        let bounds = try ContributionBounds(maxCells: 2, maxPerCell: 2)
        var bounder = ContributionBounder()
        let cells: [UInt64] = [0, 0, 0, 7, 9, 7, 7, 0, 9]
        let admitted = cells.filter { bounder.admit(cell: $0, within: bounds) }
        #expect(admitted == [0, 0, 7, 7])
        #expect(bounder.cells == 2)
        #expect([0, 7, 9].map { bounder.records(in: $0) } == [2, 2, 0])
    }

    @Test("agrees with a plain dictionary for any limits", arguments: 0..<10)
    func model(seed: UInt64) throws {
        var random = SyntheticRandom(seed: seed)
        for _ in 0..<20 {
            let bounds = try ContributionBounds(
                maxCells: Int.random(in: 1...40, using: &random), maxPerCell: Int.random(in: 1...5, using: &random))
            var bounder = ContributionBounder()
            var model: [UInt64: UInt32] = [:]
            for _ in 0..<400 {
                // Any 64-bit cell is a cell, 0 and the largest too.
                let cell = [0, .max, UInt64.random(in: 0..<60, using: &random)].randomElement(using: &random)!
                let fits = model[cell].map { $0 < bounds.maxPerCell } ?? (model.count < bounds.maxCells)
                if fits { model[cell, default: 0] += 1 }
                #expect(bounder.admit(cell: cell, within: bounds) == fits)
                #expect(bounder.records(in: cell) == model[cell] ?? 0)
            }
            #expect(bounder.cells == model.count)
        }
    }

    @Test("takes 32 bytes a contributor")
    func size() {
        #expect(MemoryLayout<ContributionBounder>.stride <= 32)
    }
}
