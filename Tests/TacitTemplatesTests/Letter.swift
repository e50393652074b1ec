import Foundation
import TacitSeal

@testable import TacitTemplates

/// Texts to make templates of.
enum Letter {
    static let now = Date(timeIntervalSince1970: 1_793_000_000)

    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Letters")
        return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func template(
        _ bytes: [UInt8], _ preferences: TemplatePreferences = TemplatePreferences(),
        limit: Int = TemplateGenerator.standardLimit
    ) throws -> EphemeralAnswer<TemplateAnswer> {
        try bytes.withUnsafeBytes { raw in
            try TemplateGenerator(now: now, limit: limit).run(SecretBytes(copying: raw), preferences)
        }
    }

    static func answer(_ name: String, _ preferences: TemplatePreferences = TemplatePreferences()) throws
        -> TemplateAnswer
    {
        try template(try bytes(name), preferences).answer
    }

    /// All that a reader of the answer sees.
    static func all(_ answer: TemplateAnswer) -> String {
        let done = EphemeralAnswer(answer: answer, inputDiscarded: true, memoryCleared: true)
        return answer.markdown + String(decoding: TemplateDocument(done).json, as: UTF8.self)
    }

    /// A text in lent memory for as long as `body` runs.
    static func reading<R>(_ text: String, _ body: (LentText, [Block]) throws -> R) rethrows -> R {
        let bytes = Array(text.utf8)
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: LentText.workingBytes(forInput: bytes.count), alignment: 8)
        defer { memory.deallocate() }
        return try bytes.withUnsafeBytes { raw in
            let (text, blocks) = NewsletterReader.read(raw, in: memory)
            return try body(text, blocks)
        }
    }

    static func analysis<R>(_ text: String, _ body: (Analysis) throws -> R) rethrows -> R {
        try reading(text) { text, blocks in try body(Analysis(text, blocks: blocks)) }
    }

    static func sentences(_ text: String) -> [String] {
        reading(text) { text, blocks in
            SentenceSplitter(text: text).sentences(in: blocks).map { text.string($0.range) }
        }
    }
}
