import Foundation
import Tacit
import Testing

@Suite("What is documented is what there is")
struct DocumentTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func rows(_ path: String, _ mark: String) throws -> [[String]] {
        try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
            .components(separatedBy: "\n").filter { $0.hasPrefix(mark + "| `") }
            .map { line in
                line.dropFirst(mark.count).split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            }
    }

    @Test(
        "every setting has its row, in the page and in the API's documentation",
        arguments: [("docs/sdk-settings.md", ""), ("Sources/Tacit/Configuration/Configuration.swift", "/// ")])
    func settings(path: String, mark: String) throws {
        let rows = try rows(path, mark)
        let documented = rows.filter { $0.count >= 3 && $0[1].hasPrefix("`TACIT_") }
        #expect(documented.map { $0[0] } == Configuration.settings.map { "`\($0.name)`" })
        #expect(documented.map { $0[1] } == Configuration.settings.map { "`\($0.variable)`" })
    }

    @Test("every default in the page is the one that holds")
    func defaults() throws {
        let rows = try rows("docs/sdk-settings.md", "").filter { $0.count >= 3 && $0[1].hasPrefix("`TACIT_") }
        var text = ""
        for row in rows where row[2].hasPrefix("`") {
            text += "\(row[0].filter { $0 != "`" }): \(row[2].filter { $0 != "`" })\n"
        }
        var layers = ConfigurationLayers()
        layers.file = .init(path: "defaults", content: .text(text))
        let resolved = layers.resolved
        #expect(resolved.faults.isEmpty && resolved.configuration == Configuration())
        #expect(text.split(separator: "\n").count == 11)
    }

    @Test("every switch has its row")
    func switches() throws {
        let text = try String(
            contentsOf: Self.root.appendingPathComponent("docs/sdk-settings.md"), encoding: .utf8)
        for name in [
            "/etc/tacit/policy", "~/.tacit-no-telemetry", "~/.PROJECT-no-telemetry", "DO_NOT_TRACK", "TACIT_ENABLED",
            "PROJECT_TELEMETRY_ENABLED", "ENVIRONMENT",
        ] {
            #expect(text.contains("| `\(name)`"), "\(name)")
        }
        for name in ["continuous integration", "the program", "the configuration", "consent"] {
            #expect(text.contains("| \(name) |"), "\(name)")
        }
    }
}
