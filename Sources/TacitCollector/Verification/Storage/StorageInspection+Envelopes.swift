import Crypto
import Foundation
import TacitCatalog
import TacitPages
import TacitSeal
import TacitStores

/// What is encrypted or sealed, opened; and what must lie nowhere else.
extension StorageInspection {
    func lookAtEnvelopes() async {
        if let key = signingKey() { lookAtDeletions(signedBy: key) }
        guard let store else { return }
        for name in ["summary", "catalog", "dictionary"] {
            checks.envelopes.examined += 1
            do {
                guard let text = try await store.sealedDocument(name) else { continue }
                known += Array(text.utf8) + [0]
            } catch {
                guard ring != nil else { continue }
                fault(
                    \.envelopes, at: "\(prefix)tacit.sqlite, document \(name)", "is not as it was written",
                    remedy: "find out who could write to the store; `tacit serve` writes it anew")
            }
        }
        catalog = (try? await Report.catalog(in: store, now: now).name) ?? catalog
        guard ring != nil, let sealed = try? await store.sealed() else { return }
        var figures = ByteStrings()
        for window in sealed.windows { look(at: window, store, &figures) }
        for steps in sealed.steps { look(at: steps, store, &figures) }
        checks.exact.examined += figures.count
        exact = Needles(figures)
    }

    private func look(at sealed: SealedWindow, _ store: SQLiteStore, _ figures: inout ByteStrings) {
        checks.envelopes.examined += 1
        let place = "\(prefix)tacit.sqlite, exact, " + PrivacyVerifier.place(sealed.metric, sealed.window)
        let areCells = try? store.forEachCell(in: sealed.envelope, context: sealed.context) { figures.append($0) }
        guard areCells == true else {
            return fault(
                \.envelopes, at: place, "does not open: it was altered, moved, or never encrypted",
                remedy: "find out who could write to the store; restore it from a backup, or delete the row")
        }
        if sealed.window.end > closedUntil[sealed.window.length] ?? .min {
            fault(\.exact, at: place, "is of a window that has not closed", remedy: "restore it from a backup")
        }
    }

    private func look(at steps: SealedSteps, _ store: SQLiteStore, _ figures: inout ByteStrings) {
        checks.envelopes.examined += 1
        let areCells = try? store.forEachCell(in: steps.envelope, context: steps.context) { figures.append($0) }
        guard areCells == true else {
            return fault(
                \.envelopes, at: "\(prefix)tacit.sqlite, steps of \(steps.metric)",
                "does not open: it was altered, moved, or never encrypted",
                remedy: "find out who could write to the store; the running totals begin anew")
        }
    }

    // MARK: Keys

    func collectKeys(_ ring: KeyRing, _ master: MasterKey) {
        for (name, key) in [("the master key", master)] + ring.all {
            keys.add(key.withBytes { Array($0) }, named: name)
            for purpose in MasterKey.Purpose.allCases {
                keys.add(key.derived(for: purpose), named: "\(name)'s for \(purpose.rawValue)")
            }
        }
    }

    private func signingKey() -> SigningKey? {
        let file = StateFolder.signingKey(in: state)
        guard let ring, Files.exist(file) else { return nil }
        checks.envelopes.examined += 1
        let key = try? SigningKey(file: file, ring: ring, creating: false)
        if key == nil {
            fault(
                \.envelopes, at: prefix + "signing.key", "does not open with the folder's keys",
                remedy: "put both back from one backup")
        }
        return key
    }

    private func lookAtDeletions(signedBy key: SigningKey) {
        guard let check = try? DeletionLog(in: state).verify(trusting: [key.verifyingKey], head: deleted) else {
            return fault(
                \.deletions, at: prefix + DeletionLog.name, "can't be read", remedy: "look at its owner and its mode")
        }
        checks.deletions.examined += check.lines
        for found in check.faults {
            fault(
                \.deletions, at: "\(prefix)\(DeletionLog.name), line \(found.line)",
                "is not as it was written: \(found.code)",
                remedy: found.remedy)
        }
    }
}
