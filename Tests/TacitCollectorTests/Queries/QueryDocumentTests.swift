import Foundation
import Testing

@testable import TacitCollector

@Suite("docs/query.md says what the program does")
struct QueryDocumentTests {
    private let text: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        text = try String(contentsOf: root.appendingPathComponent("docs/query.md"), encoding: .utf8)
    }

    @Test("its questions are questions") func questions() throws {
        let asked = text.matches(of: /tacit query "([^"]+)"/).map { String($0.1) }
        #expect(asked.count >= 4)
        for question in asked { _ = try Question(question) }
        let canonical = text.matches(of: /(?m)^(count of .+)$/).map { String($0.1) }
        #expect(!canonical.isEmpty)
        for question in canonical { #expect(try Question(question).text == question) }
    }

    @Test("it names every fault") func faults() {
        for code in QueryFault.Code.allCases {
            #expect(text.contains("`\(code.rawValue)`"), "\(code)")
        }
    }
}
