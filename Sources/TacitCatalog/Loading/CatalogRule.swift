/// The rules that a catalog is held to. The identifiers are stable: scripts and documents may refer to them.
package enum CatalogRule: String, Sendable, CaseIterable, Codable {
    // How the file is written.
    case yamlSyntax = "yaml-syntax"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case unknownValue = "unknown-value"
    case unsupportedVersion = "unsupported-version"
    case invalidName = "invalid-name"
    case invalidText = "invalid-text"
    case emptyList = "empty-list"
    case duplicateValue = "duplicate-value"
    case numberRange = "number-range"

    // Events and fields.
    case invalidDate = "invalid-date"
    case expiredEvent = "expired-event"
    case notFinite = "not-finite"
    case boundsReversed = "bounds-reversed"
    case granularityInvalid = "granularity-invalid"
    case granularityUneven = "granularity-uneven"
    case granularityOverflow = "granularity-overflow"
    case bucketsDisordered = "buckets-disordered"
    case bucketsNotOpen = "buckets-not-open"
    case hierarchyInvalid = "hierarchy-invalid"
    case unknownHierarchy = "unknown-hierarchy"
    case hierarchyMismatch = "hierarchy-mismatch"
    case localNoiseUnsuited = "local-noise-unsuited"

    // Sources.
    case unknownField = "unknown-field"
    case fieldUnmapped = "field-unmapped"
    case intrinsicMisplaced = "intrinsic-misplaced"
    case readingMismatch = "reading-mismatch"
    case invalidPattern = "invalid-pattern"

    // Metrics and guarantees.
    case unknownEvent = "unknown-event"
    case dimensionNeedsBuckets = "dimension-needs-buckets"
    case unknownLevel = "unknown-level"
    case tooManyDimensions = "too-many-dimensions"
    case tooManyCells = "too-many-cells"
    case measureNeedsNumber = "measure-needs-number"
    case edgesDisordered = "edges-disordered"
    case epsilonInvalid = "epsilon-invalid"
    case deltaInvalid = "delta-invalid"
    case deltaMissing = "delta-missing"
    case contributorsNeedUnit = "contributors-need-unit"
    case sensitivityZero = "sensitivity-zero"
    case sensitivityOverflow = "sensitivity-overflow"
    case sumOverflow = "sum-overflow"
    case windowTooShort = "window-too-short"
    case epsilonWithoutNoise = "epsilon-without-noise"
    case needsNoise = "needs-noise"
    case runningUnsuited = "running-unsuited"
    case budgetExceeded = "budget-exceeded"

    // What the SDK needs; only looked at where an app makes its events from the catalog.
    case sdkNoEvent = "sdk-no-event"
    case sdkLimit = "sdk-limit"
    case sdkAttribute = "sdk-attribute"
    case swiftName = "swift-name"

    // Warnings.
    case expiresSoon = "expires-soon"
    case unusedEvent = "unused-event"
    case unusedField = "unused-field"
    case deltaLarge = "delta-large"
    case deltaUnused = "delta-unused"
    case epsilonLarge = "epsilon-large"
    case epsilonAbovePreset = "epsilon-above-preset"
    case kBelowPreset = "k-below-preset"
    case noGuarantee = "no-guarantee"
    case minuteWindow = "minute-window"
    case unusedCategory = "unused-category"
    case sdkContributor = "sdk-contributor"
    case consentTextMissing = "consent-text-missing"

    /// Whether the rule only warns.
    package var isWarning: Bool {
        switch self {
        case .expiresSoon, .unusedEvent, .unusedField, .deltaLarge, .deltaUnused, .epsilonLarge, .epsilonAbovePreset,
            .kBelowPreset, .noGuarantee, .minuteWindow, .unusedCategory, .sdkContributor, .consentTextMissing:
            true
        default: false
        }
    }
}
