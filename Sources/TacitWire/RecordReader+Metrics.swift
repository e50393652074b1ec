/// The metric whose points are being read.
struct MetricState {
    /// What kind of data it has: the message of the `data` oneof that came last.
    var data = OTLPMessage.gauge
    /// The bodies of that message; more than one when it came in parts.
    var bodies: [Range<Int>] = []
    var nextBody = 0
    var points: ProtoCursor
    var isOpen = false
    var name = Slice.none
    var unit = Slice.none
    var temporality = Record.Temporality.unspecified
    var isMonotonic = false
}

extension RecordReader {
    /// Reads all of a metric but its points: name and temporality may stand behind them.
    mutating func openMetric(_ body: ProtoCursor) throws(Fault) {
        metric.bodies.removeAll(keepingCapacity: true)
        (metric.name, metric.unit) = (.none, .none)
        (metric.temporality, metric.isMonotonic) = (.unspecified, false)
        metric.points.position = metric.points.end
        metric.nextBody = 0
        metric.isOpen = true
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x0A: metric.name = try cursor.string()
            case 0x12: _ = try cursor.string()
            case 0x1A: metric.unit = try cursor.string()
            case 0x2A: try addData(cursor.over(try cursor.length()), .gauge)
            case 0x3A: try addData(cursor.over(try cursor.length()), .sum)
            case 0x4A: try addData(cursor.over(try cursor.length()), .histogram)
            case 0x52: try addData(cursor.over(try cursor.length()), .exponentialHistogram)
            case 0x5A: try addData(cursor.over(try cursor.length()), .summary)
            case 0x62: try check(cursor.over(try cursor.length()), as: .keyValue)
            default: try cursor.skip(tag)
            }
        }
    }

    /// Another kind of data replaces what came before; the same kind adds to it.
    private mutating func addData(_ body: ProtoCursor, _ data: OTLPMessage) throws(Fault) {
        if metric.data != data {
            for index in metric.bodies.indices { try check(body.over(metric.bodies[index]), as: metric.data) }
            metric.bodies.removeAll(keepingCapacity: true)
            (metric.temporality, metric.isMonotonic) = (.unspecified, false)
            metric.data = data
        }
        metric.bodies.append(body.position..<body.end)
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch (data, tag) {
            case (.sum, 0x10), (.histogram, 0x10), (.exponentialHistogram, 0x10):
                metric.temporality =
                    switch try cursor.enumeration() {
                    case 1: .delta
                    case 2: .cumulative
                    default: .unspecified
                    }
            case (.sum, 0x18): metric.isMonotonic = try cursor.varint() != 0
            default: try cursor.skip(tag)
            }
        }
    }

    /// Goes to the next point of the metric; at its end closes it.
    mutating func nextPoint() throws(Fault) -> Bool {
        while true {
            while !metric.points.isAtEnd {
                let tag = try metric.points.tag()
                guard tag == 0x0A else {
                    try metric.points.skip(tag)
                    continue
                }
                let body = metric.points.over(try metric.points.length())
                switch metric.data {
                case .histogram: try readHistogram(body, .explicit)
                case .exponentialHistogram: try readHistogram(body, .exponential)
                case .summary: try readSummary(body)
                default: try readNumber(body)
                }
                record.attributes = 0..<attributes.count
                return true
            }
            guard metric.nextBody < metric.bodies.count else {
                metric.isOpen = false
                return false
            }
            metric.points = request.over(metric.bodies[metric.nextBody])
            metric.nextBody += 1
        }
    }

    private mutating func startPoint(_ kind: Record.Kind) {
        startRecord(kind)
        record.name = metric.name
        record.unit = metric.unit
        record.temporality = metric.temporality
        record.isMonotonic = metric.isMonotonic
    }

    private mutating func readNumber(_ body: ProtoCursor) throws(Fault) {
        startPoint(.numberPoint)
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x11: record.startTime = try cursor.fixed64()
            case 0x19: record.time = try cursor.fixed64()
            case 0x21: record.number = .double(try cursor.double())
            case 0x2A: try check(cursor.over(try cursor.length()), as: .exemplar)
            case 0x31: record.number = .int(Int64(bitPattern: try cursor.fixed64()))
            case 0x3A: keep(try readAttribute(cursor.over(try cursor.length())), from: 0)
            case 0x40: record.flags = UInt32(truncatingIfNeeded: try cursor.varint())
            default: try cursor.skip(tag)
            }
        }
    }

    private mutating func readSummary(_ body: ProtoCursor) throws(Fault) {
        startPoint(.summaryPoint)
        record.sum = 0
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x11: record.startTime = try cursor.fixed64()
            case 0x19: record.time = try cursor.fixed64()
            case 0x21: record.count = try cursor.fixed64()
            case 0x29: record.sum = try cursor.double()
            case 0x32: try check(cursor.over(try cursor.length()), as: .valueAtQuantile)
            case 0x3A: keep(try readAttribute(cursor.over(try cursor.length())), from: 0)
            case 0x40: record.flags = UInt32(truncatingIfNeeded: try cursor.varint())
            default: try cursor.skip(tag)
            }
        }
    }
}

// MARK: - Histograms

extension RecordReader {
    /// The tags in which the two kinds of histogram differ.
    private struct HistogramTags {
        var attribute: UInt32
        var exemplar: UInt32
        var min: UInt32
        var max: UInt32
        /// Fields that are only checked, and the message that each is in.
        var message: OTLPMessage

        static var explicit: HistogramTags {
            HistogramTags(attribute: 0x4A, exemplar: 0x42, min: 0x59, max: 0x61, message: .histogramDataPoint)
        }
        static var exponential: HistogramTags {
            HistogramTags(
                attribute: 0x0A, exemplar: 0x5A, min: 0x61, max: 0x69, message: .exponentialHistogramDataPoint)
        }
    }

    private mutating func readHistogram(_ body: ProtoCursor, _ tags: HistogramTags) throws(Fault) {
        startPoint(.histogramPoint)
        var cursor = body
        while !cursor.isAtEnd {
            let start = cursor.position
            let tag = try cursor.tag()
            switch tag {
            case 0x11: record.startTime = try cursor.fixed64()
            case 0x19: record.time = try cursor.fixed64()
            case 0x21: record.count = try cursor.fixed64()
            case 0x29: record.sum = try cursor.double()
            case 0x50: record.flags = UInt32(truncatingIfNeeded: try cursor.varint())
            case tags.min: record.min = try cursor.double()
            case tags.max: record.max = try cursor.double()
            case tags.attribute: keep(try readAttribute(cursor.over(try cursor.length())), from: 0)
            case tags.exemplar: try check(cursor.over(try cursor.length()), as: .exemplar)
            default:
                try cursor.skip(tag)
                // Buckets and bounds: the field alone is a message of the same type, so the walker can check it.
                if tag & 7 == 2 { try check(cursor.over(start..<cursor.position), as: tags.message) }
            }
        }
    }
}
