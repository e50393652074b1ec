import TacitCatalog

/// Apple's `PrivacyInfo.xcprivacy`, as far as the catalog decides it: what kinds of data are collected, and what for.
///
/// Nothing is linked to a person and nothing is used for tracking: a contributor's token is new every day and no account
/// is known. Which of Apple's kinds an event is follows from its fields and words, and an event may be several: rather one
/// too many than one too few.
struct PrivacyManifest {
    /// Apple's kinds of data that telemetry can be. <https://developer.apple.com/documentation/bundleresources>
    enum Kind: String, CaseIterable {
        case productInteraction = "ProductInteraction"
        case performanceData = "PerformanceData"
        case crashData = "CrashData"
        case otherDiagnosticData = "OtherDiagnosticData"
    }

    private static let crashWords: Set<Substring> = [
        "crash", "crashed", "crashes", "panic", "abort", "aborted", "signal", "hang",
    ]
    private static let errorWords: Set<Substring> = [
        "error", "errors", "exception", "failure", "failed", "fault", "trouble", "warning", "stack", "diagnostic",
        "diagnostics", "log",
    ]
    private static let performanceWords: Set<Substring> = [
        "performance", "latency", "memory", "cpu", "startup", "launch", "frame", "battery", "energy", "disk",
        "throughput",
    ]

    /// The kinds that are collected, with the events that make them so.
    let kinds: [(kind: Kind, events: [String])]

    init(_ catalog: Catalog) {
        kinds = Kind.allCases.compactMap { kind in
            let events = catalog.sdkEvents.filter { Self.kinds(of: $0).contains(kind) }.map(\.event.name)
            return events.isEmpty ? nil : (kind, events)
        }
    }

    /// At least one.
    static func kinds(of sent: SDKEvent) -> Set<Kind> {
        let names = [sent.event.name, sent.event.consent.category] + sent.fields.map(\.field.name)
        let words = Set(names.flatMap { $0.split { $0 == "." || $0 == "_" } })
        var kinds: Set<Kind> = []
        if !words.isDisjoint(with: crashWords) { kinds.insert(.crashData) }
        if !words.isDisjoint(with: errorWords) { kinds.insert(.otherDiagnosticData) }
        let isTimed = sent.fields.contains { field in
            if case .duration = field.field.kind { true } else { false }
        }
        if isTimed || !words.isDisjoint(with: performanceWords) { kinds.insert(.performanceData) }
        // What is neither about an error nor only about speed tells what somebody did.
        let isDiagnostic = kinds.contains(.crashData) || kinds.contains(.otherDiagnosticData)
        let isAboutSpeed = !performanceWords.isDisjoint(with: words)
        if !isDiagnostic, !isAboutSpeed { kinds.insert(.productInteraction) }
        return kinds
    }

    var text: String {
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">"#,
            #"<plist version="1.0">"#, "<dict>", "    <key>NSPrivacyTracking</key>", "    <false/>",
            "    <key>NSPrivacyTrackingDomains</key>", "    <array/>", "    <key>NSPrivacyCollectedDataTypes</key>",
            "    <array>",
        ]
        for (kind, events) in kinds {
            lines += [
                "        <!-- \(events.joined(separator: ", ")) -->", "        <dict>",
                "            <key>NSPrivacyCollectedDataType</key>",
                "            <string>NSPrivacyCollectedDataType\(kind.rawValue)</string>",
                "            <key>NSPrivacyCollectedDataTypeLinked</key>", "            <false/>",
                "            <key>NSPrivacyCollectedDataTypeTracking</key>", "            <false/>",
                "            <key>NSPrivacyCollectedDataTypePurposes</key>", "            <array>",
                "                <string>NSPrivacyCollectedDataTypePurposeAnalytics</string>", "            </array>",
                "        </dict>",
            ]
        }
        lines += ["    </array>", "</dict>", "</plist>"]
        return lines.joined(separator: "\n") + "\n"
    }
}
