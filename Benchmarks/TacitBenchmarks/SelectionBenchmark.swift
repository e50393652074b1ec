import TacitPrivacy

/// Which of a million keys are shown: exact partition selection, beside OpenDP's noisy threshold.
enum SelectionBenchmark {
    static func run(beside other: OtherLibrary?) throws {
        print("Partition selection, keys of 1 to 40 contributors, one core, milliseconds")
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1)
        let selection = try PartitionSelection(epsilon: Epsilon("1"), delta: Delta("1e-8"), bounds: bounds)
        var source = SecureRandom()
        var million = 0.0
        for keys in [1_000_000, 4_000_000] {
            let contributors = (0..<keys).map { Int64(1 + $0 % 40) }
            var shown = 0
            let seconds = best {
                shown = 0
                for count in contributors where selection.shows(contributors: count, using: &source) { shown += 1 }
            }
            precondition(shown > 0)
            if keys == 1_000_000 { million = seconds }
            row("\(keys) keys", rounded(seconds * 1e3, 1))
        }
        if let seconds = try other?.seconds("selection", 100_000) {
            row("  OpenDP, noisy threshold, 100000 keys", rounded(seconds * 1e3, 0))
            row("  ratio for equal numbers of keys", rounded(seconds * 10 / million, 0))
        }
        print("")
    }
}
