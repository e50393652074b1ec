/// The answer to an Export request that was read: everything kept, or some records refused.
///
/// ```swift
/// ExportResponse(signal: .logs).protobuf                                        // [] – all kept, `partial_success` unset
/// ExportResponse(signal: .logs, rejected: 2, message: "2 are not declared").json
/// // {"partialSuccess":{"rejectedLogRecords":"2","errorMessage":"2 are not declared"}}
/// ```
package struct ExportResponse: Sendable, Equatable {
    package var signal: Signal
    /// Records, spans or points that were refused.
    package var rejected: Int
    /// For the sender's developer; with nothing refused it is a warning.
    package var message: String

    package init(signal: Signal, rejected: Int = 0, message: String = "") {
        self.signal = signal
        self.rejected = rejected
        self.message = message
    }

    /// Reads the answer to a logs request; `nil` where the bytes are none.
    package init?(logs bytes: [UInt8]) {
        self.init(signal: .logs)
        let isRead = bytes.withUnsafeBytes { buffer in
            do {
                var cursor = try ProtoCursor(buffer, of: .logs)
                while !cursor.isAtEnd {
                    let tag = try cursor.tag()
                    guard tag == 1 << 3 | 2 else {
                        try cursor.skip(tag)
                        continue
                    }
                    var partial = cursor.over(try cursor.length())
                    while !partial.isAtEnd {
                        let tag = try partial.tag()
                        if tag == 1 << 3 {
                            rejected = Int(clamping: Int64(bitPattern: try partial.varint()))
                        } else {
                            try partial.skip(tag)
                        }
                    }
                }
                return true
            } catch { return false }
        }
        guard isRead, rejected >= 0 else { return nil }
    }

    package var protobuf: [UInt8] {
        guard rejected != 0 || !message.isEmpty else { return [] }
        var writer = ProtoWriter()
        writer.message(1) { partial in
            if rejected != 0 { partial.varint(1, UInt64(bitPattern: Int64(rejected))) }
            if !message.isEmpty { partial.string(2, message) }
        }
        return writer.bytes
    }

    package var json: [UInt8] {
        guard rejected != 0 || !message.isEmpty else { return Array("{}".utf8) }
        var members: [[UInt8]] = []
        if rejected != 0 { members.append(Array("\"\(countName)\":\"\(rejected)\"".utf8)) }
        if !message.isEmpty { members.append(Array("\"errorMessage\":".utf8) + JSONText.quoted(message)) }
        return Array("{\"partialSuccess\":{".utf8) + members.joined(separator: Array(",".utf8)) + Array("}}".utf8)
    }

    private var countName: String {
        switch signal {
        case .traces: "rejectedSpans"
        case .logs: "rejectedLogRecords"
        case .metrics: "rejectedDataPoints"
        }
    }
}
