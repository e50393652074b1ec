import TacitCatalog
import TacitScrub
import TacitSeal
import TacitStores
import TacitWire

@testable import TacitCollector

/// The pipeline without collector, store or clock: what each stage makes of a request.
struct Line {
    /// A minute, an hour and eight hours after midnight begin here: 2027-01-15 08:00:00 UTC.
    static let start: Int64 = 1_800_000_000
    static let startNanoseconds = UInt64(start) * 1_000_000_000

    let plan: Plan
    var consent = ConsentGround(categories: ["essential"], level: .basic)
    var limits = WireLimits()
    var now = Self.start

    init(_ catalog: Catalog) throws { plan = try Plan(catalog: catalog) }

    init(_ events: [Event], _ metrics: [Metric] = [], contributor: [String] = ["installation", "account"]) throws {
        try self.init(TestCatalog.catalog(events, metrics, contributor: contributor))
    }

    func gate(_ bytes: [UInt8], _ signal: Signal) throws -> GatedBatch {
        let parts = try parts(bytes, signal)
        return parts[0]
    }

    func parts(_ bytes: [UInt8], _ signal: Signal) throws -> [GatedBatch] {
        var parts: [GatedBatch] = []
        let gate = Gate(plan: plan, consent: consent, limits: limits)
        try bytes.withUnsafeBytes { try gate.pass($0, signal: signal, now: now) { parts.append($0) } }
        return parts
    }

    func scrub(_ bytes: [UInt8], _ signal: Signal) throws -> ScrubbedBatch {
        let gated = try gate(bytes, signal)
        return bytes.withUnsafeBytes { ScrubStage(plan: plan, scrubber: Scrubber()).scrub(gated, in: $0) }
    }

    func anonymize(
        _ bytes: [UInt8], _ signal: Signal, key: (WindowID) -> Result<WindowKey, WindowClosed>
    ) throws -> ContributionBatch {
        let scrubbed = try scrub(bytes, signal)
        return bytes.withUnsafeBytes { Anonymizer(plan: plan).anonymize(scrubbed, in: $0, key: key) }
    }

    /// What is counted of a log request whose records are taken by `windows`.
    func add(_ bytes: [UInt8], _ signal: Signal, to windows: inout Windows) throws -> ContributionBatch {
        let scrubbed = try scrub(bytes, signal)
        var opened = windows
        var batch = bytes.withUnsafeBytes {
            Anonymizer(plan: plan).anonymize(scrubbed, in: $0) { opened.key(of: $0, now: now) }
        }
        windows = opened
        windows.add(&batch)
        return batch
    }
}

extension GatedBatch {
    /// The fields of an event as text, for comparison.
    func spelled(_ event: Int, in bytes: [UInt8]) -> [String?] {
        events[event].values.map { values[$0].text(in: bytes) }
    }
}

extension RawValue {
    func text(in bytes: [UInt8]) -> String? {
        switch self {
        case .absent: nil
        case .double(let number): String(number)
        case .compound: "compound"
        case .text, .symbol, .bool, .int:
            bytes.withUnsafeBytes { bytes in spelled(in: bytes) { String(decoding: $0, as: UTF8.self) } as String? }
        }
    }
}

extension Source.Condition {
    static func present(_ name: String...) -> Self { Self(attributes: name, values: nil) }
    static func equals(_ name: String, _ values: String...) -> Self { Self(attributes: [name], values: values) }
}
