/// Why something was dropped, cut, changed or refused. Counters name the rule and never the value.
package enum Rule: Int, Sendable, CaseIterable {
    case requestMalformed, requestTooLarge, requestUnsupported, storeUnavailable
    case accessUnauthenticated, accessForbidden, accessTooMany
    case sealedKeyUnknown, sealedUnopened
    case batchRepeated, batchConflict, memoryBatches, journalUnavailable, detailUnavailable
    case collectionOff
    case recordUndeclared, attributeUndeclared, attributeLimit
    case eventExpired, consentMissing
    case fieldMissing, fieldType, fieldUnlisted, fieldOther, fieldClamped, fieldNotFinite, fieldCode
    case textScrubbed, textCut
    case contributorMissing, contributionCut
    case windowLate, windowFuture
    case memoryContributors, memoryCells
    case metricCumulative

    /// A stable identifier.
    package var id: String {
        switch self {
        case .requestMalformed: "request.malformed"
        case .requestTooLarge: "request.too-large"
        case .requestUnsupported: "request.unsupported"
        case .storeUnavailable: "store.unavailable"
        case .accessUnauthenticated: "access.unauthenticated"
        case .accessForbidden: "access.forbidden"
        case .accessTooMany: "access.too-many"
        case .sealedKeyUnknown: "sealed.key-unknown"
        case .sealedUnopened: "sealed.unopened"
        case .batchRepeated: "batch.repeated"
        case .batchConflict: "batch.conflict"
        case .memoryBatches: "memory.batches"
        case .journalUnavailable: "journal.unavailable"
        case .detailUnavailable: "detail.unavailable"
        case .collectionOff: "collection.off"
        case .recordUndeclared: "record.undeclared"
        case .attributeUndeclared: "attribute.undeclared"
        case .attributeLimit: "attribute.limit"
        case .eventExpired: "event.expired"
        case .consentMissing: "consent.missing"
        case .fieldMissing: "field.missing"
        case .fieldType: "field.type"
        case .fieldUnlisted: "field.unlisted"
        case .fieldOther: "field.other"
        case .fieldClamped: "field.clamped"
        case .fieldNotFinite: "field.not-finite"
        case .fieldCode: "field.code"
        case .textScrubbed: "text.scrubbed"
        case .textCut: "text.cut"
        case .contributorMissing: "contributor.missing"
        case .contributionCut: "contribution.cut"
        case .windowLate: "window.late"
        case .windowFuture: "window.future"
        case .memoryContributors: "memory.contributors"
        case .memoryCells: "memory.cells"
        case .metricCumulative: "metric.cumulative"
        }
    }

    /// What it means for an item, in a sentence for the operator.
    package var meaning: String {
        switch self {
        case .requestMalformed: "The request was not well-formed OTLP; nothing of it was taken."
        case .requestTooLarge: "The request was over the limit of bytes or items; nothing of it was taken."
        case .requestUnsupported: "The method, path, content type or compression is not supported."
        case .storeUnavailable: "The store could not be written; the client was asked to retry."
        case .accessUnauthenticated: "The request brought no token that is valid; nothing of it was read."
        case .accessForbidden: "The token of the request is for something else; nothing of it was read."
        case .accessTooMany:
            "More requests came with one token than it may send; the client was asked to retry."
        case .sealedKeyUnknown: "The batch was sealed to a key that is gone; the client was told to seal it anew."
        case .sealedUnopened: "The sealed batch did not open: it was altered on its way; nothing of it was taken."
        case .batchRepeated: "The batch had been taken before; it had the first answer, and nothing was added."
        case .batchConflict: "Another batch of the same identity had been taken; nothing of this one was."
        case .memoryBatches: "The limit of remembered batches was reached; the client was asked to retry."
        case .journalUnavailable:
            "What comes in can't be written to the disk, or not as fast; the client was asked to retry."
        case .detailUnavailable: "Sealed detail can't be written to the disk; the client was asked to retry."
        case .collectionOff: "Collection is switched off."
        case .recordUndeclared: "No source of the catalog matches the record; it was dropped."
        case .attributeUndeclared: "The catalog reads no attribute of that name; it was dropped."
        case .attributeLimit:
            "The record, or the resource that it belongs to, had more attributes than the limit; the rest were dropped."
        case .eventExpired: "The event's expiry date has passed; it is no longer collected."
        case .consentMissing: "Nobody consented to the event's category and level; it was dropped."
        case .fieldMissing: "A field that the event needs was absent; the event was not made."
        case .fieldType: "A field had a value of another type than declared; the record was refused."
        case .fieldUnlisted: "A field had a value that is not in its closed list; the record was refused."
        case .fieldOther: "A value outside the closed list was counted as the declared other."
        case .fieldClamped: "A number outside its bounds was clamped to them."
        case .fieldNotFinite: "A number was not finite; the record was refused."
        case .fieldCode: "A code had other characters than a code may have, was too long, or looked personal; refused."
        case .textScrubbed: "Something personal or secret was found in a text and replaced."
        case .textCut: "A text was cut to its declared length."
        case .contributorMissing:
            "The record names no contributor, so that it stands for itself, or is dropped where its event demands one."
        case .contributionCut: "A contributor had reached max_cells or max_per_cell; the excess was not counted."
        case .windowLate: "The window of the record's time had closed; the record was refused."
        case .windowFuture: "The record's time lies in the future; the record was refused."
        case .memoryContributors:
            "The open window had as many contributors as it takes; every further record that names one was refused."
        case .memoryCells:
            """
            A metric had as many cells in an open window, or all open metrics as many labels, as it takes; every further record was \
            refused.
            """
        case .metricCumulative:
            "A monotonic sum came with cumulative temporality, which can't be counted; choose delta."
        }
    }

    /// How it is shown how often a rule was met.
    enum Showing {
        /// As it is: for requests that were refused whole, of which nothing went into any figure.
        case exactly
        /// With noise that hides one record.
        case noisy
        /// Not at all: whether a contribution is cut depends on what its contributor sent before, so that whoever sends
        /// records under somebody's name would learn what that one did.
        case never
    }

    var showing: Showing {
        switch self {
        case .requestMalformed, .requestTooLarge, .requestUnsupported, .storeUnavailable,
            .accessUnauthenticated, .accessForbidden, .accessTooMany, .sealedKeyUnknown, .sealedUnopened,
            .batchRepeated, .batchConflict, .memoryBatches, .journalUnavailable, .detailUnavailable:
            .exactly
        case .contributionCut: .never
        default: .noisy
        }
    }

    /// Whether a record that meets the rule is refused (`partial_success`) rather than filtered as declared.
    var refuses: Bool {
        switch self {
        case .fieldType, .fieldUnlisted, .fieldNotFinite, .fieldCode, .windowLate, .windowFuture,
            .memoryContributors, .memoryCells:
            true
        default: false
        }
    }
}

/// How many items of one batch met each rule. An item that meets a rule many times counts once, so that noise which hides
/// one hides the other too.
package struct RuleCounts: Sendable {
    private var counts = [Int64](repeating: 0, count: Rule.allCases.count)
    private var latest = [Int](repeating: .min, count: Rule.allCases.count)

    package subscript(rule: Rule) -> Int64 { counts[rule.rawValue] }

    /// Counts an item, which is not counted again as long as no other has met the rule.
    mutating func add(_ rule: Rule, of item: Int) {
        guard latest[rule.rawValue] != item else { return }
        latest[rule.rawValue] = item
        counts[rule.rawValue] += 1
    }

    /// Counts as many items.
    mutating func add(_ rule: Rule, items: Int64) { counts[rule.rawValue] += items }

    mutating func add(_ other: RuleCounts) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    /// Those that were met at least once.
    package var met: [(rule: Rule, count: Int64)] {
        Rule.allCases.compactMap { counts[$0.rawValue] > 0 ? ($0, counts[$0.rawValue]) : nil }
    }
}
