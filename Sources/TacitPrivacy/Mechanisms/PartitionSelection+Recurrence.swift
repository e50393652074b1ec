extension PartitionSelection {
    /// More contributors than this are not needed by any useful rule.
    private static let largestTable = 65_536
    /// Binary places of the constants.
    private static let places = 256

    static func probabilities(
        epsilon: Epsilon, delta: Delta, maxCells: Int
    ) throws(PrivacyError) -> [DyadicProbability] {
        let one = DyadicProbability.one
        let step = deltaParts(delta, maxCells: maxCells)
        // exp(−e) from above; its inverse is exp(e) from below.
        let (_, falling) = ExponentialBounds.of(
            minus: Natural(UInt64(epsilon.millionths)), over: 1_000_000 * UInt64(maxCells), bits: places)
        let rising = Natural.power(ofTwo: 2 * places) / falling

        var table: [DyadicProbability] = []
        var last = Natural(0 as UInt64)
        while true {
            // Rounded down, where the product is subtracted too: it is rounded up.
            let grown = ((last * rising) >> places) + step
            let left = one < last + step ? Natural(0 as UInt64) : one - last - step
            let shrunk = one - min(one, ((left * falling) >> places) + Natural(left.small == 0 ? 0 : 1 as UInt64))
            last = min(grown, shrunk)
            guard last < one else { return table }
            guard table.count < largestTable else { break }
            table.append(DyadicProbability(parts: last))
        }
        throw PrivacyError(
            .epsilonOutOfRange,
            "An epsilon of \(epsilon) over \(maxCells) cells with delta \(delta) would show a cell for sure only from "
                + "\(largestTable) contributors on.",
            at: "epsilon", remedy: "Declare a larger epsilon or delta, or fewer max_cells.")
    }

    /// The largest d, in parts of 2⁻¹²⁸, for which 1 − (1 − d)^maxCells ≤ delta is proven with `places` binary places.
    private static func deltaParts(_ delta: Delta, maxCells: Int) -> Natural {
        let one = DyadicProbability.one
        let whole = (Natural(UInt64(delta.units)) << 128) / UInt64(Delta.unitsPerOne)
        guard maxCells > 1 else { return whole }
        // Rounded down, so that the complement of delta is rounded up.
        let kept = Natural.power(ofTwo: places) - ((Natural(UInt64(delta.units)) << places) / UInt64(Delta.unitsPerOne))
        var (low, high) = (whole / UInt64(maxCells), whole)
        while low + Natural(1 as UInt64) < high {
            let middle = (low + high) >> 1
            if power(one - middle, maxCells) >= kept { low = middle } else { high = middle }
        }
        return low
    }

    /// A lower bound of (base / 2¹²⁸)^exponent, in units of 2^−places.
    private static func power(_ base: Natural, _ exponent: Int) -> Natural {
        var (square, product) = (base << (places - 128), Natural.power(ofTwo: places))
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { product = (product * square) >> places }
            square = (square * square) >> places
            rest >>= 1
        }
        return product
    }
}
