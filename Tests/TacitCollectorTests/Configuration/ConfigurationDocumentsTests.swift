import Foundation
import TacitCollector
import Testing

@Suite("Configuration: documents and shipped files say what the program does")
struct ConfigurationDocumentsTests {
    @Test("names in the environment and on the command line are made from the key by one rule")
    func names() {
        let key = ConfigurationKeys.named["listen.otlp_http"]
        #expect(key?.environment == "TACIT_LISTEN_OTLP_HTTP")
        #expect(key?.option == "--otlp-http")
        #expect(ConfigurationKeys.named["enabled"]?.environment == "TACIT_ENABLED")
        #expect(Set(ConfigurationKeys.all.map(\.environment)).count == ConfigurationKeys.all.count)
        #expect(Set(ConfigurationKeys.all.map(\.option)).count == ConfigurationKeys.all.count)
    }

    @Test("each meaning is one sentence", arguments: ConfigurationKeys.all.map(\.name))
    func meanings(name: String) {
        let meaning = ConfigurationKeys.named[name]!.meaning
        #expect(meaning.hasSuffix(".") && !meaning.dropLast().contains(". "))
        #expect(meaning.first?.isUppercase == true)
    }

    @Test("docs/configuration.md has the table of all keys")
    func table() throws {
        let rows = ConfigurationKeys.all.map {
            "| `\($0.name)` | \($0.type) | `\($0.defaultValue)` | \($0.meaning) |"
        }
        let expected = (["| key | value | default | meaning |", "|---|---|---|---|"] + rows).joined(separator: "\n")
        #expect(try read("docs/configuration.md").contains("\n\n\(expected)\n\n"), "the table should be:\n\(expected)")
    }

    @Test("the file in docs/configuration.md can be loaded, and the complaint is the one that it gets")
    func example() throws {
        let text = try read("docs/configuration.md")
        let file = try #require(text.firstMatch(of: /```yaml\n((?s).*?)```/)).1
        #expect(configurationFaults(of: String(file)) == [])
        let broken = file.replacing("127.0.0.1:4318", with: "4318")
        let fault = try #require(configurationFaults(of: String(broken)).first)
        #expect(text.contains("```\n\(fault)\n```"))
    }

    @Test("docs/configuration.md names every code of a fault")
    func codes() throws {
        let text = try read("docs/configuration.md")
        for code in ConfigurationFault.Code.allCases {
            #expect(text.contains("`\(code.rawValue)`"), "\(code.rawValue)")
        }
    }

    @Test("tacit.yaml has every key with its meaning and its default")
    func shippedComments() throws {
        let shown = ShippedKey.all(in: try read("tacit.yaml"))
        #expect(shown.map(\.name) == ConfigurationKeys.all.map(\.name))
        for key in shown {
            guard let known = ConfigurationKeys.named[key.name] else { continue }
            #expect(key.comment.hasPrefix(known.meaning), "\(key.name): \(known.meaning)")
            if key.isCommentedOut { #expect(key.value == known.defaultValue, "\(key.name)") }
        }
    }

    @Test("what is commented out in tacit.yaml may be commented in, and nothing changes")
    func commentedIn() throws {
        let text = try read("tacit.yaml").split(separator: "\n", omittingEmptySubsequences: false).map { line in
            ShippedKey.isCommentedOut(line) ? line.replacing("# ", with: "", maxReplacements: 1) : line
        }.joined(separator: "\n")
        let document = try ConfigurationDocument(
            contents: ConfigurationFile(text: text, path: "conf/tacit.yaml"), environment: [:], overrides: [:])
        let shipped = try ConfigurationDocument(
            contents: ConfigurationFile(text: try read("tacit.yaml"), path: "conf/tacit.yaml"), environment: [:],
            overrides: [:])
        #expect(document.configuration == shipped.configuration)
        #expect(document.entries.allSatisfy { $0.origin != .default })
    }

    @Test("tacit.yaml is what it says: the catalog's own windows, on loopback, for what is essential")
    func shipped() throws {
        let configuration = try CollectorConfiguration.load(
            file: path("tacit.yaml"), environment: [:], overrides: [:])
        var expected = CollectorConfiguration()
        expected.catalog = path("catalog.yaml")
        #expect(configuration == expected)
        #expect(FileManager.default.fileExists(atPath: configuration.catalog))
    }

    @Test("tacit.yaml speaks of every consent category of the shipped catalog")
    func categories() throws {
        let catalog = try read("catalog.yaml")
        let used = Set(catalog.matches(of: /category: ([a-z_]+)/).map { String($0.1) })
        let shown = try #require(ShippedKey.all(in: try read("tacit.yaml")).first { $0.name == "consent.categories" })
        #expect(!used.isEmpty)
        for category in used { #expect(shown.comment.contains(category), "\(category)") }
        let configuration = try CollectorConfiguration.load(file: path("tacit.yaml"), environment: [:], overrides: [:])
        #expect(configuration.consent.categories.isSubset(of: used))
    }

    @Test("config/first-look.yaml asks for windows of a minute and the whole shipped catalog, and for nothing else")
    func firstLook() throws {
        let configuration = try CollectorConfiguration.load(
            file: path("config/first-look.yaml"), environment: [:], overrides: [:])
        var expected = CollectorConfiguration()
        expected.firstLook = true
        expected.consent.categories = ["essential", "analytics"]
        expected.catalog = path("config/../catalog.yaml")
        #expect(configuration == expected)
        #expect(FileManager.default.fileExists(atPath: configuration.catalog))
    }

    private func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/" + name
    }

    private func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
}

/// A key as tacit.yaml shows it: below its comment, commented out where it has its default.
private struct ShippedKey {
    var name: String
    var value: String
    var comment: String
    var isCommentedOut: Bool

    static func isCommentedOut(_ line: Substring) -> Bool { line.contains(/^ *# [a-z_]+: [^ ]/) && key(line) != nil }

    private static func key(_ line: Substring) -> (step: String, value: String)? {
        guard let match = line.firstMatch(of: /^ *(?:# )?([a-z_]+): ([^ ].*)$/) else { return nil }
        let step = String(match.1)
        guard ConfigurationKeys.all.contains(where: { $0.name == step || $0.name.hasSuffix("." + step) }) else {
            return nil
        }
        return (step, String(match.2))
    }

    static func all(in text: String) -> [ShippedKey] {
        var keys: [ShippedKey] = []
        var section = ""
        var comment: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let (step, value) = key(line) {
                let name = line.hasPrefix(" ") ? "\(section).\(step)" : step
                keys.append(
                    ShippedKey(
                        name: name, value: value, comment: comment.joined(separator: " "),
                        isCommentedOut: isCommentedOut(line)))
                comment = []
            } else if let match = line.firstMatch(of: /^([a-z_]+):$/) {
                section = String(match.1)
                comment = []
            } else if let match = line.firstMatch(of: /^ *# (.*)$/) {
                comment.append(String(match.1))
            } else {
                comment = []
            }
        }
        return keys
    }
}
