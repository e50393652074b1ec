package import TacitScrub
package import TacitWire

/// Takes what is personal, financial or secret out of a whole request, in whatever string or number of it that stands.
///
/// ```swift
/// var scrubber = OTLPScrubber(Scrubber())
/// let (clean, report) = try scrubber.scrub(request, signal: .logs)
/// send(clean ?? request)      // nil: nothing was found, what came can go on
/// ```
///
/// - A value is judged with its key, a nested one with the path of its keys (`user.name`), an item with the key of its array.
/// - Names, messages, units, versions, URLs of schemas, trace states, keys and bodies are judged as text, and so are bytes
///   (`bytes_value`). Ids of traces and spans, times and measurements of metrics stay.
/// - A number or truth value in which something is found becomes a `string_value`. What the policy drops becomes empty.
/// - Every other byte stays as it is. A request that is not well-formed is refused, and scrubbing again changes nothing.
///
/// Linear in time: besides the request itself, no more than ``AttributePath/longest`` bytes are judged for each value.
package struct OTLPScrubber {
    private let scrubber: Scrubber
    private let limits: WireLimits
    private var path = AttributePath()
    private var judge = Judge()
    private var number: [UInt8] = []

    package init(_ scrubber: Scrubber, limits: WireLimits = WireLimits()) {
        self.scrubber = scrubber
        self.limits = limits
    }

    /// The request without what was found in it, and how much that was; no bytes where it was nothing.
    package mutating func scrub(
        _ bytes: UnsafeRawBufferPointer, signal: Signal
    ) throws(WireError) -> (bytes: [UInt8]?, report: ScrubReport) {
        path.removeAll()
        judge.removeAll()
        // One copy for the request: taken from `self` for each string, it would be copied each time.
        let scrubber = self.scrubber
        try OTLPStrings.walk(bytes, signal: signal, limits: limits, scalars: true) { string in
            take(string, in: bytes, by: scrubber)
        }
        return (try judge.splice.apply(to: bytes, signal: signal), judge.report)
    }

    private mutating func take(_ string: OTLPString, in bytes: UnsafeRawBufferPointer, by scrubber: Scrubber) {
        guard !string.slice.isEmpty else { return }
        switch string.place.role {
        case .key:
            if path.isClean(bytes[string.slice], by: scrubber) { return }
            judge.take(bytes[string.slice], key: nil, of: string, by: scrubber)
        case .text:
            judge.take(bytes[string.slice], key: nil, of: string, by: scrubber)
        case .value, .bytes:
            path.withKey(of: string, in: bytes, by: scrubber) { key in
                judge.take(bytes[string.slice], key: key, of: string, by: scrubber)
            }
        case .scalar:
            number.removeAll(keepingCapacity: true)
            number.append(string.scalar(in: bytes))
            path.withKey(of: string, in: bytes, by: scrubber) { key in
                number.withUnsafeBytes { judge.take($0, key: key, of: string, by: scrubber) }
            }
        }
    }
}

/// Has the scrubber look at each string, and gathers what is to take its place.
private struct Judge {
    var splice = OTLPSplice()
    private(set) var report = ScrubReport()
    private var scrubbed: [UInt8] = []

    mutating func removeAll() {
        splice.removeAll()
        report = ScrubReport()
    }

    mutating func take(
        _ text: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer?, of string: OTLPString, by scrubber: Scrubber
    ) {
        // What is dropped leaves nothing here.
        scrubbed.removeAll(keepingCapacity: true)
        guard scrubber.scrub(text, key: key, into: &scrubbed) != .clean else { return }
        for finding in scrubber.findings(in: text, key: key) { report.count(finding.kind) }
        splice.replace(string, with: scrubbed)
    }
}

extension [UInt8] {
    /// Appends a number as one writes it: whole ones without a point, whatever type they were sent in.
    fileprivate mutating func append(_ scalar: AttributeValue) {
        switch scalar {
        case .bool(let value): append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value): append(contentsOf: value.description.utf8)
        case .double(let value):
            // Below 2⁵³ every whole number is exact.
            if abs(value) < 0x1p53, value == value.rounded() {
                append(contentsOf: Int64(value).description.utf8)
            } else {
                append(contentsOf: value.description.utf8)
            }
        case .empty, .string, .bytes, .array, .keyValueList: break
        }
    }
}
