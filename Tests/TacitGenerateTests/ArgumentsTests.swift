import TacitCatalog
import Testing

@testable import tacit_generate

@Suite("A call of tacit-generate")
struct ArgumentsTests {
    @Test("names what to generate, from what, and where to")
    func parsed() throws {
        let call = try Arguments(["swift", "a.yaml", "--output", "b.swift", "--access", "public"])
        #expect(
            call.command == .swift && call.files == ["a.yaml"] && call.output == "b.swift" && call.access == .public)
        #expect(try Arguments(["diff", "a.yaml", "b.yaml"]).files.count == 2)
        #expect(try Arguments(["--help"]).command == .help)
    }

    @Test(
        "that can't be understood is refused, and its words are not repeated",
        arguments: [
            [], ["swfit", "a.yaml"], ["swift"], ["swift", "x.yaml", "y.yaml"], ["diff", "x.yaml"],
            ["swift", "x.yaml", "--output"],
            ["swift", "x.yaml", "--access", "open"], ["lint", "x.yaml", "--access", "public"],
            ["swift", "x.yaml", "--fast"],
        ])
    func refused(_ words: [String]) throws {
        let error = try #require(throws: UsageError.self) { try Arguments(words) }
        #expect(!error.message.isEmpty)
        for word in ["swfit", "x.yaml", "y.yaml", "open", "--fast"] { #expect(!error.message.contains(word)) }
    }
}
