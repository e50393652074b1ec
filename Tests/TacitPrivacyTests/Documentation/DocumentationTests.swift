import Foundation
import TacitPrivacy
import Testing

@Suite("The documentation says what the library does")
struct DocumentationTests {
    private static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let sources = package.appending(path: "Sources/TacitPrivacy").resolvingSymlinksInPath()
    private static let catalog = sources.appending(path: "TacitPrivacy.docc")

    private static func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

    private static func files(in folder: URL, _ ending: String) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(ending) }.sorted().map { folder.appending(path: $0) }
    }

    /// A line without its indentation, its alignment and the `_ = ` that a bare expression needs to compile.
    private static func bare(_ line: Substring) -> String {
        let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasPrefix("_ = ") ? String(words.dropFirst(4)) : words
    }

    private static func lines(_ text: some StringProtocol) -> [String] {
        text.split(separator: "\n").map { bare(Substring($0)) }.filter { !$0.isEmpty }
    }

    @Test("every example of a page is compiled and run")
    func examples() throws {
        let examples = Self.lines(
            try Self.text(
                URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                    .appending(path: "DocumentationExamples.swift"))
        ).joined(separator: "\n")
        var count = 0
        for page in try Self.files(in: Self.catalog, ".md") {
            let parts = try Self.text(page).components(separatedBy: "```")
            for block in stride(from: 1, to: parts.count, by: 2).map({ parts[$0] }) {
                #expect(block.hasPrefix("swift\n"))
                let code = Self.lines(block.dropFirst(6)).joined(separator: "\n")
                #expect(examples.contains(code), "\(page.lastPathComponent)")
                count += 1
            }
        }
        #expect(count >= 10)
    }

    @Test("every page of a mechanism has its statement, proof, example, limits, papers and a chart that exists")
    func parts() throws {
        let mechanisms = [
            "Accounting", "Aggregations", "Alarms", "Choosing", "GaussianNoise", "LaplaceNoise", "LocalNoise",
            "RunningTotals", "ShowingCells",
        ]
        for name in mechanisms {
            let page = try Self.text(Self.catalog.appending(path: "\(name).md"))
            for part in ["## Statement", "## Proof", "## Example", "## What is not protected", "## Paper"] {
                #expect(page.contains(part), "\(name) lacks \(part)")
            }
            #expect(page.contains(".svg)"), "\(name)")
        }
        for page in try Self.files(in: Self.catalog, ".md") {
            for match in try Self.text(page).matches(of: /!\[[^\]]+\]\(([a-z-]+\.svg)\)/) {
                let chart = Self.catalog.appending(path: String(match.1))
                #expect(FileManager.default.fileExists(atPath: chart.path), "\(match.1)")
            }
        }
    }

    /// Whoever reads one type must not have to guess what a neighbour is.
    @Test("every public type says its adjacency, but for those that guarantee nothing")
    func adjacency() throws {
        let without: Set = [
            "Confidence", "FigureClass", "FilterDecision", "NoiseSource", "NoiseSourceVoucher", "PrivacyError",
            "SecureRandom", "SeededRandom", "SyntheticRandom", "ValueRange",
        ]
        var seen = 0
        for file in try Self.files(in: Self.sources, ".swift") {
            var comment = ""
            for line in try Self.text(file).split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasPrefix("///") {
                    comment += line + "\n"
                } else if let type = line.firstMatch(of: /^public (?:final )?(?:struct|class|enum|protocol) (\w+)/) {
                    seen += 1
                    let name = String(type.1)
                    #expect(without.contains(name) || comment.contains("djacency"), "\(name)")
                    comment = ""
                } else if !line.hasPrefix("@") {
                    comment = ""
                }
            }
        }
        #expect(seen > 40)
    }

    @Test("the bets of the page for the person are right")
    func bets() throws {
        let page = try Self.text(Self.catalog.appending(path: "WhatEpsilonMeans.md"))
        for (text, epsilon) in [("0.1", 0.1), ("0.5", 0.5), ("1", 1.0), ("2", 2.0)] {
            // exp(epsilon) to one; of a hundred, with even odds before; and from 1 to 999 before. Never below the truth.
            let odds = Int((100 * exp(epsilon)).rounded(.up))
            let hundred = Int((100 / (1 + exp(-epsilon))).rounded(.up))
            let rare = Int((1 + 999 * exp(-epsilon)).rounded(.down))
            let row = "| \(text) | \(odds) to 100 | \(hundred) | 1 in \(rare) |"
            #expect(page.contains(row), "\(row)")
            let days = try Charts.guesses(epsilon: text)
            let many = "| \(text) | " + days.map { "\($0)" }.joined(separator: " | ") + " |"
            #expect(page.contains(many), "\(many)")
        }
    }

    /// `TACIT_CHARTS=1` draws them anew.
    @Test("the charts are drawn from the library's own numbers", arguments: Charts.all)
    func charts(chart: Charts.Named) throws {
        let file = Self.catalog.appending(path: "\(chart.name).svg")
        let drawn = try chart.draw().svg
        if ProcessInfo.processInfo.environment["TACIT_CHARTS"] != nil {
            try drawn.write(to: file, atomically: true, encoding: .utf8)
        }
        // Another mathematical library may round the last digit of a place another way.
        let (stored, fresh) = (try Self.text(file), drawn)
        let number = /-?\d+\.?\d*/
        #expect(stored.replacing(number, with: "") == fresh.replacing(number, with: ""))
        for (old, new) in zip(stored.matches(of: number), fresh.matches(of: number)) {
            #expect(abs(Double(old.0)! - Double(new.0)!) < 0.15)
        }
    }
}
