import TacitCatalog
import TacitPages
import TacitPrivacy
import TacitScrub
import TacitStores

/// Checks of the figures themselves.
extension PrivacyVerifier {
    func releasesAreWellFormed(_ evidence: Evidence) -> Verification.Check {
        var check = Verification.Check(
            "release.terms",
            "Every shown cell is declared, reaches its threshold, and was released after its window had ended.",
            things: "cells")
        var known: [ReleaseTerms: Protection] = [:]
        var steps: [String: Int] = [:]
        for release in evidence.releases.sorted(by: { $0.window < $1.window }) {
            check.examined += release.cells.count
            let place = Self.place(release.metric, release.window)
            // Totals add up one window more than those before, or are the first of a plan.
            let before = steps.updateValue(release.step ?? 0, forKey: release.metric)
            if let step = release.step, let before, before > 0, step != 1, step != before + 1 {
                check.fault(
                    at: place, "does not follow on the total before it",
                    remedy: "the row was altered; restore it from a backup")
            }
            if release.releasedAt < release.window.end {
                check.fault(
                    at: place, "was released before its window ended", remedy: "its guarantee covers less than a window"
                )
            }
            if (release.terms.horizon != nil) != (release.step != nil)
                || !(1...(release.terms.horizon ?? 1)).contains(release.step ?? 1)
            {
                check.fault(
                    at: place, "is no window of its horizon", remedy: "the row was altered; restore it from a backup")
            }
            if let fault = Self.fault(in: release.cells, of: release.terms, protection(of: release.terms, &known)) {
                check.fault(at: place, fault, remedy: "the row was altered; restore it from a backup")
            }
        }
        for answer in evidence.answers {
            check.examined += answer.cells.count
            var terms = answer.terms
            terms.epsilonMillionths = answer.price.epsilonMillionths
            terms.deltaUnits = answer.price.deltaUnits
            if let fault = Self.fault(in: answer.cells, of: terms, protection(of: terms, &known)) {
                check.fault(
                    at: "\(answer.metric), answer of \(TimeText.minute(answer.answeredAt))", fault,
                    remedy: "the row was altered; restore it from a backup")
            }
        }
        return check
    }

    /// What terms promise; `nil` where they make no sense. Making it anew for each window would take time.
    func protection(of terms: ReleaseTerms, _ known: inout [ReleaseTerms: Protection]) -> Protection? {
        let protection = known[terms] ?? (try? terms.protection())
        known[terms] = protection
        return protection
    }

    private static func fault(
        in cells: [ReleasedCell], of terms: ReleaseTerms, _ protection: Protection?
    ) -> String? {
        guard let threshold = protection?.threshold else { return "its terms make no sense" }
        guard Set(cells.map(\.labels)).count == cells.count else { return "has the same cell twice" }
        for cell in cells {
            guard terms.fits(cell) else {
                return "has a cell of another shape than its terms say"
            }
            for (label, dimension) in zip(cell.labels, terms.dimensions) {
                if let domain = dimension.domain, !domain.contains(label) {
                    return "shows a label that is not declared"
                }
            }
            guard cell.contributors >= threshold else {
                return "shows a cell below its threshold of \(threshold)"
            }
        }
        return nil
    }

    func expiredIsGone(_ evidence: Evidence) -> Verification.Check {
        var check = Verification.Check(
            "expiry", "Nothing is held past its time.", things: "releases and answers")
        check.examined = evidence.releases.count + evidence.answers.count
        // The purge runs every hour.
        let latest = now - 2 * 3600
        for release in evidence.releases where release.expiresAt < latest {
            check.fault(
                at: Self.place(release.metric, release.window), "expired on \(TimeText.day(release.expiresAt))",
                remedy: "start the collector, which deletes it, and see its log")
        }
        for answer in evidence.answers where answer.expiresAt < latest {
            check.fault(
                at: "\(answer.metric), answer", "expired on \(TimeText.day(answer.expiresAt))",
                remedy: "start the collector, which deletes it, and see its log")
        }
        return check
    }

    func labelsAreClean(_ evidence: Evidence) -> Verification.Check {
        var check = Verification.Check(
            "labels.clean", "No label that is shown is personal, financial or secret, as far as the scrubber can tell.",
            things: "labels of open dimensions")
        let scrubber = Scrubber()
        var seen: Set<String> = []
        func look(_ cells: [ReleasedCell], _ terms: ReleaseTerms, at place: String) {
            for (number, dimension) in terms.dimensions.enumerated() where dimension.domain == nil {
                for cell in cells where number < cell.labels.count && seen.insert(cell.labels[number]).inserted {
                    check.examined += 1
                    let kinds = Set(scrubber.findings(in: cell.labels[number]).map { "\($0.kind)" }).sorted()
                    guard !kinds.isEmpty else { continue }
                    check.fault(
                        at: place, "a label of \(dimension.name) holds \(kinds.joined(separator: ", "))",
                        remedy: "declare the field as an enum, or see why the scrubber's policy kept it")
                }
            }
        }
        for release in evidence.releases {
            look(release.cells, release.terms, at: Self.place(release.metric, release.window))
        }
        for answer in evidence.answers { look(answer.cells, answer.terms, at: "\(answer.metric), answer") }
        return check
    }
}
