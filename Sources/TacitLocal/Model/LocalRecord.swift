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

extension Int {
    /// What a count may be, in memory and in a file. A sum of them can't overflow: it would take more than nine thousand million
    /// lines, hundreds of times what a folder may hold.
    static let counts = 0...1_000_000_000

    func clamped(to range: ClosedRange<Int>) -> Int { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}

extension Int64 {
    func clamped(to range: ClosedRange<Int64>) -> Int64 {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}

extension LocalRecord {
    /// The line in the file, with the newline behind it.
    public var line: [UInt8] {
        var writer = LineWriter(timestamp)
        write(to: &writer)
        return writer.finished
    }
}
