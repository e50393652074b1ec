package import TacitCatalog
import TacitPages
import TacitPrivacy
import TacitScrub
package import TacitStores

/// Derives anew what every stored figure should have cost, and compares it with the ledger; then asks what somebody could make
/// of the figures who wants to find a person in them.
///
/// It knows what was released, from the terms that are stored with it, and guesses nothing from how a value looks.
package struct PrivacyVerifier: Sendable {
    let store: any ReleaseStore
    let catalog: Catalog
    let limits: LedgerLimits
    let now: Int64

    package init(store: any ReleaseStore, catalog: Catalog, now: Int64) {
        self.store = store
        self.catalog = catalog
        self.now = now
        limits = LedgerLimits(catalog)
    }

    /// All that is stored and that somebody may see, with the ledger.
    struct Evidence {
        var releases: [Release] = []
        var entries: [LedgerEntry] = []
        var answers: [Answer] = []
    }

    package func verify() async throws -> Verification {
        var evidence = Evidence()
        for length in WindowLength.allCases {
            evidence.releases += try await store.releases(of: length, from: .min)
            evidence.entries += try await store.ledger(of: length, from: .min)
        }
        evidence.answers = try await store.answers()
        return Verification(
            generatedAt: now, catalog: catalog.name,
            checks: [
                try await ledgerIsSealed(evidence), releasesArePaid(evidence), answersArePaid(evidence),
                limitsHold(evidence), releasesAreWellFormed(evidence), expiredIsGone(evidence),
                labelsAreClean(evidence), groupsAreLarge(evidence), differencesAreNoisy(evidence),
                partnersLearnNoMoreTogether(evidence),
            ])
    }

    static func place(_ metric: String, _ window: WindowID) -> String {
        "\(metric), \(TimeText.window(from: window.start, to: window.end))"
    }

    // MARK: The ledger

    private func ledgerIsSealed(_ evidence: Evidence) async throws -> Verification.Check {
        var check = Verification.Check("ledger.sealed", "The ledger is as it was written.", things: "lines")
        check.examined = evidence.entries.count
        for alteration in try await store.alterations() {
            let what = alteration.isMissing ? "is gone" : "is not as it was written"
            if alteration.isDecided {
                check.note(at: "line \(alteration.line)", "\(what); an officer has decided that spending goes on")
            } else {
                check.fault(
                    at: "line \(alteration.line)", what,
                    remedy:
                        "find out who could write to the store; then `tacit budget accept \(alteration.line) --reason …`"
                )
            }
        }
        return check
    }

    private func releasesArePaid(_ evidence: Evidence) -> Verification.Check {
        var check = Verification.Check(
            "release.charged", "Every release has one line in the ledger, at the price that the catalog declares.",
            things: "releases")
        check.examined = evidence.releases.count
        var paid: [String: [Charge]] = [:]
        for entry in evidence.entries where entry.charge.kind == .release {
            paid[Self.place(entry.charge.metric, entry.charge.window), default: []].append(entry.charge)
        }
        for release in evidence.releases {
            let place = Self.place(release.metric, release.window)
            let charges = paid[place] ?? []
            guard let expected = try? prices(of: release, &check) else {
                check.fault(
                    at: place, "its terms have no price", remedy: "the row was altered; restore it from a backup")
                continue
            }
            if charges.map(\.cost) != expected.map({ Budget.Cost($0.spend, $0.rho) }) {
                let found = charges.isEmpty ? "no line" : charges.map { words($0.price) }.joined(separator: " and ")
                check.fault(
                    at: place,
                    "should have cost \(expected.first.map { words($0.spend) } ?? "nothing"), and the ledger has \(found)",
                    remedy: "do not publish it: what it tells is not accounted for")
            }
        }
        return check
    }

    /// From the catalog where it still declares the metric as it was when it was released, else from the release's own
    /// terms. None where it promises nothing and so costs nothing.
    private func prices(of release: Release, _ check: inout Verification.Check) throws -> [Price] {
        if let metric = catalog.metric(named: release.metric), let event = catalog.event(named: metric.event),
            ReleaseTerms(metric, of: event) == release.terms
        {
            return try metric.price().map { [$0] } ?? []
        }
        let name = release.metric
        if !check.notes.contains(where: { $0.place == name }) {
            check.note(
                at: name, "the catalog has changed since some windows were released; they are held to their own terms")
        }
        return release.terms.epsilonMillionths > 0 ? [try release.terms.price()] : []
    }

    private func words(_ price: PrivacySpend) -> String {
        "ε \(price.epsilonDescription)" + (price.deltaUnits > 0 ? ", δ \(price.deltaDescription)" : "")
    }

    private func answersArePaid(_ evidence: Evidence) -> Verification.Check {
        var check = Verification.Check(
            "answer.charged",
            "Every answer has a line in the ledger for each window that it adds up, and every line its answer.",
            things: "answers")
        check.examined = evidence.answers.count
        struct Part: Hashable {
            let question: String
            let partner: String?
            let window: WindowID
            let price: PrivacySpend
        }
        var open: [Part: Int] = [:]
        for charge in evidence.entries.map(\.charge) where charge.kind == .question {
            let part = Part(
                question: charge.question ?? "", partner: charge.partner, window: charge.window, price: charge.price)
            open[part, default: 0] += 1
        }
        for answer in evidence.answers {
            for window in answer.windows {
                let part = Part(question: answer.question, partner: answer.partner, window: window, price: answer.price)
                guard let count = open[part], count > 0 else {
                    check.fault(
                        at: Self.place(answer.metric, window), "an answer was given that the ledger does not know",
                        remedy: "do not publish it: what it tells is not accounted for")
                    continue
                }
                open[part] = count - 1
            }
        }
        let unanswered = open.values.reduce(0, +)
        if unanswered > 0 {
            check.note(at: "ledger", "\(unanswered) charges of answers that have expired; what was spent stays spent")
        }
        return check
    }

    private func limitsHold(_ evidence: Evidence) -> Verification.Check {
        var check = Verification.Check(
            "budget.limits", "No window has spent more than the catalog's budget allows, in any scope.",
            things: "windows")
        let windows = Dictionary(grouping: evidence.entries.map(\.charge), by: \.window)
        check.examined = windows.count
        for (window, charges) in windows.sorted(by: { $0.key < $1.key }) {
            var spent: [Charge] = []
            for charge in charges {
                if let refusal = limits.refusal(of: [charge], after: spent) {
                    check.fault(
                        at: Self.place(charge.metric, window),
                        "passes the limit of \(refusal.scope): ε \(refusal.limit.epsilonDescription)",
                        remedy:
                            "if the budget was lowered since, say so to those it protects; else the store was altered")
                    break
                }
                spent.append(charge)
            }
        }
        return check
    }
}
