import TacitCatalog
import TacitPages
import TacitPrivacy
import TacitStores

/// What somebody could try who wants to find a person in the figures.
extension PrivacyVerifier {
    func groupsAreLarge(_ evidence: Evidence) -> Verification.Check {
        var check = Verification.Check(
            "groups.large", "No cell shows a group smaller than k; where it may be smaller, noise protects each of it.",
            things: "shown cells")
        var known: [ReleaseTerms: Protection] = [:]
        for (metric, releases) in Dictionary(grouping: evidence.releases, by: \.metric).sorted(by: { $0.key < $1.key })
        {
            var doubtful = 0
            for release in releases {
                guard let protection = protection(of: release.terms, &known) else { continue }
                let half = protection.halves(at: release.step).contributors
                check.examined += release.cells.count
                doubtful += release.cells.count { $0.contributors &- half < Int64(release.terms.k) }
                if release.cells.contains(where: { $0.contributors < Int64(release.terms.k) }) {
                    check.fault(
                        at: Self.place(metric, release.window), "shows a cell of fewer than k contributors",
                        remedy: "the row was altered; restore it from a backup")
                }
            }
            if let terms = releases.last?.terms, terms.epsilonMillionths == 0 {
                check.note(at: metric, "has no formal guarantee: who knows all others of a group knows the last one")
            }
            if doubtful > 0, let terms = releases.last?.terms {
                check.note(
                    at: metric,
                    "\(doubtful) cells may hold fewer than \(terms.k) contributors, as far as their intervals can tell; each of "
                        + "those is protected with ε \(NumberText.plain(Double(terms.epsilonMillionths) / 1e6)) per window"
                )
            }
        }
        return check
    }

    /// A figure of all, less the figures of those that are shown, estimates the ones that are hidden.
    func differencesAreNoisy(_ evidence: Evidence) -> Verification.Check {
        var check = Verification.Check(
            "differences.noisy",
            "Subtracting figures of one window from each other gives no exact figure of a hidden cell.",
            things: "pairs of metrics of one event and window")
        var known: [ReleaseTerms: Protection] = [:]
        var tightest: [String: (half: Int64, epsilon: Int64)] = [:]
        for (_, releases) in Dictionary(grouping: evidence.releases, by: { [$0.terms.event, "\($0.window)"] }) {
            for whole in releases {
                for part in releases where refines(part, whole) {
                    check.examined += 1
                    guard let half = half(whole, &known), let partHalf = self.half(part, &known) else { continue }
                    let name = "\(whole.metric) less \(part.metric)"
                    guard half > 0 || partHalf > 0 else {
                        check.fault(
                            at: "\(name), \(TimeText.window(from: whole.window.start, to: whole.window.end))",
                            "both are exact, so a hidden cell is their difference",
                            remedy: "give one of them noise (`privacy: balanced`), or take one out")
                        continue
                    }
                    let noise = half + partHalf * Int64(max(1, part.cells.count))
                    let epsilon = whole.terms.epsilonMillionths + part.terms.epsilonMillionths
                    if noise < tightest[name]?.half ?? .max { tightest[name] = (noise, epsilon) }
                }
            }
        }
        for (name, worst) in tightest.sorted(by: { $0.key < $1.key }) {
            check.note(
                at: name,
                "gives what is hidden to ± \(NumberText.integer(worst.half)) at best; both together protect a contributor with "
                    + "ε \(NumberText.plain(Double(worst.epsilon) / 1e6)) per window")
        }
        return check
    }

    /// Whether the cells of `part`, added up, are those of `whole`.
    private func refines(_ part: Release, _ whole: Release) -> Bool {
        guard part.metric != whole.metric, part.terms.kind == whole.terms.kind, part.terms.kind != "mean",
            part.terms.range == whole.terms.range, part.terms.edges == whole.terms.edges,
            // Totals of as many windows are of the same ones only if both ran from the same window on.
            part.step == whole.step
        else { return false }
        let (fine, coarse) = (part.terms.dimensions.map(Self.level), whole.terms.dimensions.map(Self.level))
        return fine.count + coarse.count > 0 && part.terms.dimensions.map(\.name) != whole.terms.dimensions.map(\.name)
            && coarse.allSatisfy { dimension in
                fine.contains { $0.field == dimension.field && $0.level <= dimension.level }
            }
    }

    /// `team_size@2` is coarser than `team_size@1`, and both than the field itself.
    private static func level(_ dimension: ReleaseTerms.Dimension) -> (field: Substring, level: Int) {
        let parts = dimension.name.split(separator: "@", maxSplits: 1)
        return (parts[0], parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    }

    private func half(_ release: Release, _ known: inout [ReleaseTerms: Protection]) -> Int64? {
        protection(of: release.terms, &known)?.halves(at: release.step).figure
    }

    func partnersLearnNoMoreTogether(_ evidence: Evidence) -> Verification.Check {
        var check = Verification.Check(
            "partners.linked",
            "Partners who put their answers together stay within the whole budget of each window.", things: "partners")
        let partners = Set(evidence.answers.compactMap(\.partner)).sorted()
        check.examined = partners.count
        let charges = evidence.entries.map(\.charge).filter { $0.partner != nil }
        for (window, together) in Dictionary(grouping: charges, by: \.window).sorted(by: { $0.key < $1.key }) {
            let sum = together.reduce(0) { $0 + $1.price.epsilonMillionths }
            guard sum > catalog.budget.epsilon.millionths else { continue }
            check.fault(
                at: TimeText.window(from: window.start, to: window.end),
                "partners together have ε \(NumberText.plain(Double(sum) / 1e6)), above the budget of "
                    + "\(catalog.budget.epsilon)",
                remedy: "the ledger refuses this; the store was altered")
        }
        for partner in partners where partners.count > 1 {
            let most =
                Dictionary(grouping: charges.filter { $0.partner == partner }, by: \.window)
                .values.map { $0.reduce(0) { $0 + $1.price.epsilonMillionths } }.max() ?? 0
            check.note(
                at: partner, "knows at most ε \(NumberText.plain(Double(most) / 1e6)) of one contributor in one window")
        }
        return check
    }
}
