extension Switches {
    /// Whether no switch but consent says off: then a decision about consent has effect at once.
    var isAllowed: Bool { !decision.all.contains { $0.verdict == .off && $0.source != .consent } }
}
