import Crypto
import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One message that went out, as the transparency log keeps it.
///
/// ```swift
/// for entry in try await telemetry.sent() { print(entry.message?.text ?? "") }
/// ```
public struct SentEntry: Sendable, Hashable {
    /// What came of it.
    public enum Outcome: String, Sendable, Codable {
        /// The collector took it.
        case taken
        /// The collector did not take it; it goes out again, or never will.
        case refused
        /// There was no answer, or none that could be believed. It goes out again under the same name.
        case unanswered
    }

    /// Its place in the tree.
    public internal(set) var index = 0
    /// Seconds since 1970 UTC.
    public let sentAt: Int64
    /// The name under which the collector counts it once, in hexadecimal.
    public let batch: String
    public let records: Int
    public let outcome: Outcome
    /// The OTLP message, before compression and sealing.
    public let bytes: [UInt8]
    /// What the collector signed, as JSON; `nil` where there is none.
    public let receipt: String?
    /// The signing key that the receipt was verified with, as JSON.
    let signer: String?

    init(
        sentAt: Int64, batch: String, records: Int, outcome: Outcome, bytes: [UInt8], receipt: Receipt? = nil,
        signer: VerifyingKey? = nil
    ) {
        self.sentAt = sentAt
        self.batch = batch
        self.records = records
        self.outcome = outcome
        self.bytes = bytes
        self.receipt = receipt.map { String(decoding: $0.json, as: UTF8.self) }
        // A key always encodes.
        self.signer = signer.map { String(decoding: try! JSONEncoder().encode($0), as: UTF8.self) }
    }

    /// The message for people to read.
    public var message: SentMessage? { SentMessage(otlp: bytes) }

    /// A line about it, and the message indented.
    public var text: String {
        let came = receipt == nil ? outcome.rawValue : "\(outcome.rawValue), with a receipt"
        let head = "#\(index)  \(UTCMinute(sentAt))  \(came)"
        let lines = message?.text.split(separator: "\n").map { "  \($0)" } ?? []
        return ([head] + lines).joined(separator: "\n")
    }

    /// Entries as JSON: readable, with the OTLP bytes in base64.
    public static func json(_ entries: [SentEntry]) -> String { ReadableJSON.text(entries.map(Document.init)) }

    struct Document: Encodable {
        let index: Int
        let sentAt: String
        let batch: String
        let outcome: Outcome
        let message: SentMessage.Document
        let receipt: String?

        init(_ entry: SentEntry) {
            index = entry.index
            sentAt = UTCMinute(entry.sentAt).description
            batch = entry.batch
            outcome = entry.outcome
            message = SentMessage.Document(entry.bytes)
            receipt = entry.receipt
        }
    }

    /// Why the receipt proves nothing, in words that follow "the receipt"; `nil` where it does, or there is none.
    func receiptFault(signedBy known: String?) -> String? {
        guard let receipt else { return nil }
        guard let signer = signer.flatMap({ try? JSONDecoder().decode(VerifyingKey.self, from: Data($0.utf8)) }),
            let receipt = try? Receipt(json: Data(receipt.utf8)), (try? receipt.verify(by: signer)) != nil
        else { return "does not verify" }
        guard receipt.statement.batch.hex == batch, receipt.statement.digest == Array(SHA256.hash(data: bytes)) else {
            return "is about another message"
        }
        guard known == nil || signer.id == known else { return "was signed with another key than the collector's" }
        return nil
    }
}

extension SentEntry {
    /// As it lies in the log: what the tree has the hash of.
    private struct Stored: Codable {
        let index: Int
        let sentAt: Int64
        let batch: String
        let records: Int
        let outcome: Outcome
        let bytes: Data
        let receipt: String?
        let signer: String?
    }

    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let stored = Stored(
            index: index, sentAt: sentAt, batch: batch, records: records, outcome: outcome, bytes: Data(bytes),
            receipt: receipt, signer: signer)
        // Numbers, texts and bytes always encode.
        return Array(try! encoder.encode(stored))
    }

    init?(json: [UInt8]) {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(json)) else { return nil }
        index = stored.index
        sentAt = stored.sentAt
        batch = stored.batch
        records = stored.records
        outcome = stored.outcome
        bytes = Array(stored.bytes)
        receipt = stored.receipt
        signer = stored.signer
    }
}
