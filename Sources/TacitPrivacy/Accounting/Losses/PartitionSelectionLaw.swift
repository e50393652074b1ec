/// The privacy loss of showing one cell by truncated geometric partition selection.
///
/// A cell of n contributors is shown with probability π(n) = min(e^ε·π(n−1) + δ, 1 − e^−ε·(1 − π(n−1) − δ), 1), π(0) = 0.
/// For given n, delta as a function of α = exp(epsilon) is the largest of a few lines in α (one for each set of outcomes); the
/// worst over all n is the largest of all these lines, which is again the curve of a law: with an atom where two lines cross.
///
/// Adjacency: add or remove one contributor, in one cell. Desfontaines, Voss, Gipson, Mandayam 2022, "Differentially private
/// partition selection", PoPETs 2022(1), 339–352, theorem 1 (the recurrence); Zhu, Dong, Wang 2022, arXiv 2106.08567,
/// proposition 8 (a convex curve is that of a pair).
enum PartitionSelectionLaw {
    /// height − slope · α.
    private struct Line {
        var height: Double
        var slope: Double
    }

    static func law(epsilon: Double, delta: Double, direction: LossDirection) -> AtomicLossLaw {
        let lines = lines(epsilon: epsilon, delta: delta, direction: direction)
        return atoms(under: hull(of: lines))
    }

    private static func lines(epsilon: Double, delta: Double, direction: LossDirection) -> [Line] {
        let growth = Real.exponential(epsilon)
        var lines = [Line(height: 1, slope: 1), Line(height: delta, slope: 0)]
        var (before, place) = (0.0, 0.0)
        while before < 1 {
            place += 1
            // Upwards rounding of the slopes at a fixed height above α = e^ε, by what the recurrence may have erred.
            let error = (8 + 4 * place) * 0x1p-52
            let rising = growth * before + delta
            let falling = 1 - (1 - before - delta) / growth
            let now = min(rising, falling, 1)
            let (kept, hidden) = (before * (1 + error), min(1, 1 - now + error))
            switch direction {
            case .removal:
                // P has the contributor. Shown: π(n) − α·π(n−1), which is δ at α = e^ε while the cell's odds rise.
                if now == rising {
                    lines.append(Line(height: (delta + growth * kept).raised(), slope: kept))
                } else {
                    lines.append(Line(height: min(1, now + error), slope: before.lowered()))
                }
            case .addition:
                // P lacks the contributor. Hidden: (1 − π(n−1)) − α·(1 − π(n)), which is δ at α = e^ε while they fall.
                if now == falling {
                    lines.append(Line(height: (delta + growth * hidden).raised(), slope: hidden))
                } else {
                    lines.append(Line(height: min(1, 1 - before + error), slope: max(0, 1 - now - error)))
                }
            }
            guard now > before else { break }
            before = now
        }
        return lines
    }

    /// The lines that are largest somewhere for α > 0, from the steepest to the flattest.
    private static func hull(of lines: [Line]) -> [Line] {
        var hull: [Line] = []
        for line in lines.sorted(by: { ($1.slope, $0.height) < ($0.slope, $1.height) }) {
            if let last = hull.last, last.slope == line.slope {
                if last.height >= line.height { continue }
                hull.removeLast()
            }
            while hull.count > 1,
                crossing(hull[hull.count - 2], line) <= crossing(hull[hull.count - 2], hull[hull.count - 1])
            {
                hull.removeLast()
            }
            if let last = hull.last, hull.count == 1, line.height >= last.height { hull.removeLast() }
            hull.append(line)
        }
        return hull
    }

    /// Where the flatter line overtakes the steeper one.
    private static func crossing(_ steep: Line, _ flat: Line) -> Double {
        (steep.height - flat.height) / (steep.slope - flat.slope)
    }

    /// At a crossing the slope changes by the atom's probability under Q; under P it has α times as much.
    private static func atoms(under hull: [Line]) -> AtomicLossLaw {
        let atoms = zip(hull, hull.dropFirst()).compactMap { steep, flat -> AtomicLossLaw.Atom? in
            let place = crossing(steep, flat)
            guard place > 0 else { return nil }
            return AtomicLossLaw.Atom(
                loss: Real.logarithm(place).raised(8), mass: (steep.height - flat.height).raised(8))
        }
        return AtomicLossLaw(atoms, infinite: hull.last?.height ?? 0)
    }
}
