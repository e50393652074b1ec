/// A setting that can't be used: where it stands, what is wrong with it, what to write. Telemetry is off because of it.
///
/// ```
/// /home/jane/.config/tacit/acme.conf:3: endpoint must be https, or http to this machine alone [config.value]
///   → write such an address, or leave it out
/// ```
///
/// It never shows what was written: a secret may have been pasted into the wrong place.
public struct ConfigurationFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Stable: scripts and documents may refer to them.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// A file was named that is not there.
        case missing = "config.missing"
        case unreadable = "config.unreadable"
        /// Not `key: value` lines, nor a JSON object of settings.
        case syntax = "config.syntax"
        case unknownKey = "config.unknown-key"
        case duplicateKey = "config.duplicate-key"
        case value = "config.value"
    }

    public let code: Code
    /// A file and its line, a variable, or the program.
    public let place: String
    public let problem: String
    public let remedy: String

    public var description: String { "\(place): \(problem) [\(code.rawValue)]\n  → \(remedy)" }
}
