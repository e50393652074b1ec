import TacitSeal

/// What would be sent now, to the byte: it is made by what sending makes it, and nothing goes out.
///
/// ```swift
/// print(await telemetry.preview().text)
/// ```
///
/// Sent within the same minute these are the bytes; later only their times, and with the day the contributor, are others.
public struct Preview: Sendable, Hashable {
    /// An OTLP message for each request, before compression and sealing.
    public let messages: [[UInt8]]
    /// Why what waits can't be read, in words; `nil` where it can.
    public let fault: String?

    init(messages: [[UInt8]], fault: String? = nil) {
        self.messages = messages
        self.fault = fault
    }

    /// All of it. Messages of OTLP that follow each other are one message.
    public var bytes: [UInt8] { messages.flatMap(\.self) }

    public var records: [SentMessage.Record] { messages.compactMap(SentMessage.init).flatMap(\.records) }

    /// The messages as JSON: readable, and their bytes in base64.
    public var json: String { ReadableJSON.text(messages.map(SentMessage.Document.init)) }

    /// The same for people to read.
    public var text: String {
        if let fault { return "What waits can't be read: \(fault)" }
        guard !messages.isEmpty else { return "Nothing waits to be sent." }
        return messages.compactMap { SentMessage(otlp: $0)?.text }.joined(separator: "\n\n")
    }
}

extension Telemetry {
    /// What ``transmit()`` would send now. Where consent covers nothing that is nothing.
    public func preview() async -> Preview {
        await scribe.drain()
        guard await scribe.isOpen else { return Preview(messages: []) }
        do throws(FileFault) {
            return try await courier.preview()
        } catch {
            return Preview(messages: [], fault: error.description)
        }
    }
}

extension Courier {
    /// The messages of what waits, under stamps that are not kept.
    fileprivate func preview() async throws(FileFault) -> Preview {
        let contents = try state.open()
        var batches = try contents.outbox.waitingBatches()
        let queued = try contents.outbox.queued()
        if !queued.isEmpty { batches.append(Batch(name: "", records: queued, stamp: nil)) }
        var messages: [[UInt8]] = []
        for batch in batches {
            let stamp = batch.stamp ?? freshStamp(for: batch.records)
            for part in stamp.done..<max(stamp.done, stamp.parts) {
                let records = await scribe.covered(stamp.part(part, of: batch.records))
                if !records.isEmpty { messages.append(content.bytes(records, stamp, contents.installation)) }
            }
        }
        return Preview(messages: messages)
    }
}
