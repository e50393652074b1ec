/// One way to bound a composition.
protocol CompositionBound {
    /// The smallest epsilon that it proves for a delta; may be infinite, never below the truth.
    func epsilon(delta: Delta) -> Double
    /// The smallest delta that it proves for an epsilon; may be 1 or more, never below the truth.
    func delta(epsilon: Double) -> Double
}
