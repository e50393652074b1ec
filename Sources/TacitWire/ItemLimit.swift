/// Bounds the work that a request can ask for, before any of it is done: blocks and items may be two bytes each, and
/// compressed a thousandth of that.
enum ItemLimit {
    /// Throws where a request has more blocks of resources and scopes, metrics and items than the limits allow. It jumps over
    /// what is in the items, and leaves it to the readers to refuse what is malformed.
    static func check(_ request: ProtoCursor, of signal: Signal, _ limits: WireLimits) throws(WireError) {
        var left = limits.maxItems
        do throws(Fault) {
            try count(request, signal.levels[...], &left)
        } catch  where error.code == .tooManyItems {
            throw WireError(code: error.code, offset: error.offset, place: signal.request.name)
        } catch {}
    }

    /// A call for each level, of which there are five at most.
    private static func count(
        _ message: ProtoCursor, _ levels: ArraySlice<Set<UInt32>>, _ left: inout Int
    ) throws(Fault) {
        guard let fields = levels.first else { return }
        var cursor = message
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            guard tag & 7 == 2, fields.contains(tag >> 3) else {
                try cursor.skip(tag)
                continue
            }
            let body = try cursor.length()
            guard left > 0 else { throw Fault(code: .tooManyItems, offset: body.lowerBound) }
            left -= 1
            try count(cursor.over(body), levels.dropFirst(), &left)
        }
    }
}

extension Signal {
    /// The fields that lead from a request to its items, level by level.
    fileprivate var levels: [Set<UInt32>] {
        switch self {
        case .traces, .logs: [[1], [2], [2]]
        // A metric's points stand in the one of its five kinds.
        case .metrics: [[1], [2], [2], [5, 7, 9, 10, 11], [1]]
        }
    }
}

extension OTLPMessage {
    /// Whether ``ItemLimit`` counts it.
    var isBlockOrItem: Bool {
        switch self {
        case .resourceSpans, .resourceLogs, .resourceMetrics, .scopeSpans, .scopeLogs, .scopeMetrics, .span, .logRecord,
            .metric, .numberDataPoint, .histogramDataPoint, .exponentialHistogramDataPoint, .summaryDataPoint:
            true
        default: false
        }
    }
}
