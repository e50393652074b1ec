/// One line of a file: a moment, and closed values. No record has a field for a person.
///
/// ```json
/// {"timestamp":"2026-11-21T09:30:00Z","system_status":"healthy","uptime_seconds":86400,"critical_errors":0}
/// ```
public protocol LocalRecord: Sendable, Hashable {
    static var part: Part { get }
    var timestamp: Moment { get }

    /// Writes all but the time.
    func write(to line: inout LineWriter)
    /// `nil` where the line is no such record.
    init?(_ line: Line)
}

extension LocalRecord {
    /// The line in the file, with the newline behind it.
    public var line: [UInt8] {
        var writer = LineWriter(timestamp)
        write(to: &writer)
        return writer.finished
    }
}
