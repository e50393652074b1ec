/// Errors added up while their lines go by, so that no line stays in memory.
struct ErrorCounts {
    private struct Kind: Hashable {
        let code: ErrorCode
        let component: Name
        let severity: ErrorEvent.Severity
    }

    private var kinds: [Kind: Picture.ErrorCount] = [:]
    private(set) var byDay: [Int64: Int] = [:]
    private(set) var byHour = [Int](repeating: 0, count: 24)
    private(set) var linesByHour = [Int](repeating: 0, count: 24)

    mutating func add(_ error: ErrorEvent) {
        let kind = Kind(code: error.code, component: error.component, severity: error.severity)
        if var count = kinds[kind] {
            count.count += error.count
            count.last = error.timestamp
            if let message = error.message { count.message = message }
            kinds[kind] = count
        } else {
            kinds[kind] = Picture.ErrorCount(
                code: error.code, component: error.component, severity: error.severity, count: error.count,
                last: error.timestamp, message: error.message)
        }
        let hour = Int((error.timestamp - Moment(day: error.timestamp.day)) / 3600)
        byDay[error.timestamp.day, default: 0] += error.count
        byHour[hour] += error.count
        linesByHour[hour] += 1
    }

    /// Most frequent first.
    var sorted: [Picture.ErrorCount] {
        kinds.values.sorted { ($1.count, $0.component, $0.code) < ($0.count, $1.component, $1.code) }
    }
}
