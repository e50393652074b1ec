import Foundation
import TacitScrub

/// Labelled cases in, spans out: for measuring the scrubber against a corpus.
enum ScrubFindings {
    /// A text or a number, which is answered as it came.
    private enum ID: Codable {
        case text(String)
        case number(Int)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            self =
                if let number = try? container.decode(Int.self) { .number(number) } else {
                    .text(try container.decode(String.self))
                }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }

    private struct Case: Decodable {
        let id: ID
        let text: String
        let attributeKey: String?

        enum CodingKeys: String, CodingKey {
            case id, text
            case attributeKey = "attribute_key"
        }
    }

    private struct Answer: Encodable {
        let id: ID
        let spans: [Span]
    }

    private struct Span: Encodable {
        let start: Int
        let end: Int
        let label: String
    }

    /// A line that can't be read is named on standard error, and is not answered; the others are.
    ///
    /// - Parameter failed: is set where there was such a line.
    static func write(
        _ input: inout ScrubInput, _ scrubber: Scrubber, failed: inout Bool
    ) throws -> ScrubReport {
        let name = input.name
        var report = ScrubReport()
        var output = ScrubOutput()
        var number = 0
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        func answer(_ line: ArraySlice<UInt8>) throws {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { return }
            guard let item = try? JSONDecoder().decode(Case.self, from: Data(line)) else {
                failed = true
                return Terminal.say(
                    "Error: \(name):\(number): is not {\"id\", \"text\", \"attribute_key\"?} as JSON on one line, strings all, the id perhaps a whole number; mend the line."
                )
            }
            let found = scrubber.findings(in: item.text, key: item.attributeKey)
            for finding in found { report.count(finding.kind) }
            output.bytes += try encoder.encode(Answer(id: item.id, spans: spans(found, in: item.text)))
            output.bytes.append(UInt8(ascii: "\n"))
        }
        var rest: [UInt8] = []
        var chunk: [UInt8] = []
        while try input.next(into: &chunk) {
            // What was held back has no line end.
            var seen = rest.count
            rest += chunk
            var start = 0
            while let end = rest[seen...].firstIndex(of: UInt8(ascii: "\n")) {
                try answer(rest[start..<end])
                start = end + 1
                seen = start
            }
            rest.removeSubrange(..<start)
            try output.flush()
        }
        if !rest.isEmpty { try answer(rest[...]) }
        try output.flush()
        return report
    }

    /// Offsets in Unicode scalars; findings ascend, so one walk over the text is enough.
    private static func spans(_ findings: [Finding], in text: String) -> [Span] {
        let bytes = Array(text.utf8)
        var (offset, scalars) = (0, 0)
        func scalar(at target: Int) -> Int {
            while offset < target {
                if bytes[offset] & 0xC0 != 0x80 { scalars += 1 }
                offset += 1
            }
            // Within a scalar its own number has been counted already.
            return offset < bytes.count && bytes[offset] & 0xC0 == 0x80 ? scalars - 1 : scalars
        }
        return findings.map { finding in
            let start = scalar(at: finding.range.lowerBound)
            return Span(start: start, end: scalar(at: finding.range.upperBound), label: finding.kind.label)
        }
    }
}
