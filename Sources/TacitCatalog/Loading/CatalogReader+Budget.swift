import TacitPrivacy

extension CatalogReader {
    mutating func budget(_ value: Value) -> Budget? {
        let keys = ["epsilon", "delta", "accounting", "categories", "partners"]
        guard let section = self.section(value, keys: keys) else { return nil }
        let epsilon = required("epsilon", in: section, remedy: "state what one contributor may lose in all, such as 8")
            .flatMap { self.epsilon($0) }
        var delta: Delta? = .zero
        if let value = section["delta"] { delta = self.delta(value) }
        var accounting: Budget.Accounting? = .pure
        if let value = section["accounting"] { accounting = choice(value, of: Budget.Accounting.self) }
        if accounting == .concentrated, delta == .zero {
            note(
                .deltaMissing, at: section.place.child("delta", at: nil),
                "concentrated accounting turns rho into epsilon at the price of a delta",
                remedy: "state a delta such as 1e-7, or use `accounting: pure`")
            return nil
        }
        let categories = shares("categories", in: section)
        let partners = shares("partners", in: section)
        guard let epsilon, let delta, let accounting, let categories, let partners else { return nil }
        checkAllocation(categories, of: epsilon, at: section)
        return Budget(
            epsilon: epsilon, delta: delta, categories: categories, partners: partners, accounting: accounting)
    }

    private mutating func shares(_ key: String, in section: Section) -> [Budget.Share]? {
        guard let value = section[key] else { return [] }
        guard let entries = self.entries(value) else { return nil }
        var shares: [Budget.Share] = []
        for entry in entries {
            let isName = isName(entry.name, at: entry.place, dotted: false)
            guard isName, let epsilon = epsilon(entry.value) else { continue }
            shares.append(Budget.Share(entry.name, epsilon))
        }
        return shares.count == entries.count ? shares : nil
    }

    /// Categories divide the whole, so they can't add up to more than it. Partners may: what is said to one is said to all.
    private mutating func checkAllocation(_ shares: [Budget.Share], of whole: Epsilon, at section: Section) {
        let sum = shares.reduce(0) { $0 + $1.epsilon.millionths }
        guard sum > whole.millionths, let value = section["categories"],
            let total = try? PrivacySpend(epsilonMillionths: sum, deltaUnits: 0)
        else { return }
        let terms = shares.map { "\($0.name) \($0.epsilon)" }.joined(separator: " + ")
        note(
            .budgetExceeded, at: value.place,
            "the categories have \(terms) = \(total.epsilonDescription), above the budget of \(whole)",
            remedy: "lower the part of a category, or raise the budget")
    }
}
