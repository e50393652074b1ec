/// Finds personal, financial and secret data in any text and takes it out.
///
/// ```swift
/// let scrubber = Scrubber()
/// scrubber.scrub("login of jane@example.com from 203.0.113.9")
/// // "login of [EMAIL] from [IP_ADDRESS]"
/// scrubber.scrub("hunter2", key: "db.password")
/// // "[SECRET]"
/// ```
///
/// The key decides where it names a class (`db.password`, `user.email`); the text decides everywhere else, and keys
/// within the text (JSON, logfmt, headers, queries) are understood. Placeholders are left alone by a second scrubbing.
/// One pass, linear time, any bytes; nothing is allocated for a text without findings.
public struct Scrubber: Sendable {
    public var policy: ScrubPolicy { plan.policy }
    /// All there is: a scrubber is copied often.
    let plan: PolicyPlan

    public init(policy: ScrubPolicy = .standard) {
        plan = PolicyPlan(policy)
    }

    /// The text without what was found in it.
    public func scrub(_ text: String) -> String { scrubbed(text, key: nil) }

    /// The value of a field without what its key or its text gives away. A field to be dropped leaves a placeholder;
    /// use `scrub(_:key:into:)` to be told.
    public func scrub(_ value: String, key: String) -> String { scrubbed(value, key: key) }

    /// What is found in a text, or in the value of the field `key`. Ranges are in UTF-8 bytes.
    public func findings(in text: String, key: String? = nil) -> [Finding] {
        Self.withBytes(of: text) { bytes in
            guard let key else { return findings(in: bytes) }
            return Self.withBytes(of: key) { findings(in: bytes, key: $0) }
        }
    }

    private func scrubbed(_ text: String, key: String?) -> String {
        var output: [UInt8] = []
        let outcome = Self.withBytes(of: text) { bytes in
            guard let key else { return scrub(bytes, key: nil, into: &output, mayDrop: false) }
            return Self.withBytes(of: key) { scrub(bytes, key: $0, into: &output, mayDrop: false) }
        }
        return outcome == .clean ? text : String(decoding: output, as: UTF8.self)
    }

    private static func withBytes<R>(of text: String, _ body: (UnsafeRawBufferPointer) -> R) -> R {
        if let result = text.utf8.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) }) {
            return result
        }
        return Array(text.utf8).withUnsafeBytes(body)
    }
}
