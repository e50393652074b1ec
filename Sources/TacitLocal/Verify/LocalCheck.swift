/// One claim about what is kept, and whether the bytes bear it out.
package struct LocalCheck: Sendable, Hashable {
    package let claim: String
    /// What speaks against it, by place; never a value. Empty where it holds.
    package var faults: [String]
    /// What was looked at.
    package let evidence: String

    package init(_ claim: String, evidence: String, faults: [String] = []) {
        self.claim = claim
        self.evidence = evidence
        self.faults = faults
    }

    package var holds: Bool { faults.isEmpty }
}
