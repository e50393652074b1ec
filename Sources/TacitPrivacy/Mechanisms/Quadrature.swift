/// Points and weights for integrals from 0 to 1, for readers.
enum Quadrature {
    /// Gauss and Legendre's 20 points on each of the pieces 1…½, ½…¼, … and 2⁻³⁹…0: exact for polynomials up to degree 39 on
    /// each piece, also for those that fall steeply from 0 on.
    static let towardsZero: [(point: Double, weight: Double)] = {
        let edges = (0..<40).map { 1 / Double(1 << $0) } + [0]
        return zip(edges, edges.dropFirst()).flatMap { high, low in
            legendre(20).map { point, weight in
                (low + (high - low) * (point + 1) / 2, weight * (high - low) / 2)
            }
        }
    }()

    /// The zeros of the Legendre polynomial, by Newton's steps, and their weights 2 / ((1 − x²) P′(x)²).
    private static func legendre(_ degree: Int) -> [(Double, Double)] {
        (0..<degree).map { place in
            var x = Real.cosine(.pi * (Double(place) + 0.75) / (Double(degree) + 0.5))
            var slope = 0.0
            for _ in 0..<8 {
                var (before, value) = (1.0, x)
                for n in 2...degree {
                    (before, value) = (value, (Double(2 * n - 1) * x * value - Double(n - 1) * before) / Double(n))
                }
                slope = Double(degree) * (x * value - before) / (x * x - 1)
                x -= value / slope
            }
            return (x, 2 / ((1 - x * x) * slope * slope))
        }
    }
}
