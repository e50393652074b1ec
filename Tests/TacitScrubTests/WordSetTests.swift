import Testing

@testable import TacitScrub

@Suite("Sets of words")
struct WordSetTests {
    private let words: WordSet = ["root", "www-data", "containeradministrator"]

    private func contains(_ text: String, _ range: Range<Int>? = nil) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { words.contains(range ?? 0..<bytes.count, in: Text($0)) }
    }

    @Test(
        "A word is known in any case",
        arguments: ["root", "ROOT", "Www-Data", "containeradministrator", "ContainerAdministrator"])
    func anyCase(_ word: String) { #expect(contains(word)) }

    @Test(
        "Other words are not, however near or long",
        arguments: ["", "roo", "roots", "r00t", "rood", "www_data", String(repeating: "r", count: 32)])
    func others(_ word: String) { #expect(!contains(word)) }

    @Test("A word is looked for in its range alone")
    func range() {
        #expect(contains("grooty", 1..<5))
        #expect(!contains("grooty", 0..<5))
        #expect(!contains("root", 2..<6))
    }
}
