import TacitPrivacy

/// Closing a window: contributors and count of every cell noised and compared with the threshold.
enum ReleaseBenchmark {
    static func run(beside other: OtherLibrary?) throws {
        print("A release of cells with contributors and a count, one core, milliseconds")
        let bounds = try ContributionBounds(maxCells: 3, maxPerCell: 10)
        let noise = try MetricNoise(
            .count, bounds: bounds, epsilon: Epsilon("1"), delta: Delta("1e-8"), k: 5, isOpen: true)
        var source = SecureRandom()
        var million = 0.0
        for cells in [1_000_000, 4_000_000] {
            // Every other cell is large enough to be shown.
            let counts = (0..<cells).map { Int64($0 % 2 * 1_000 + $0 % 7) }
            var shown = 0
            let seconds = best {
                shown = 0
                for cell in counts.indices {
                    let figures = counts[cell...cell]
                    if noise.release(contributors: counts[cell], figures: figures, using: &source) != nil { shown += 1 }
                }
            }
            precondition(shown > 0)
            if cells == 1_000_000 { million = seconds }
            row("\(cells) cells", rounded(seconds * 1e3, 1))
        }
        if let seconds = try other?.seconds("laplace", 200_000) {
            row("  OpenDP, the two noises of 100000 cells alone", rounded(seconds * 1e3, 0))
            row("  ratio for equal numbers of cells", rounded(seconds * 10 / million, 0))
        }
        print("")
    }
}
