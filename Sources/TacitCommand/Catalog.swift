import ArgumentParser
import Foundation
import TacitCatalog
import TacitCollector

struct Catalog: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the catalog, show what it declares, or say what changed in it.",
        subcommands: [Lint.self, Show.self, Diff.self])

    struct File: ParsableArguments {
        @Argument(help: "The catalog.", completion: .file(extensions: ["yaml", "yml"]))
        var file = "catalog.yaml"

        @Flag(help: "Write JSON.")
        var json = false

        func read() throws -> String { try Catalog.text(of: file) }

        var today: CalendarDate { Catalog.today }
    }

    static var today: CalendarDate { CalendarDate(unixSeconds: Int64(Date().timeIntervalSince1970)) }

    static func text(of file: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure("\(file): can't be read; name the catalog's path.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure("\(file): is not UTF-8 text; save it as UTF-8.")
        }
        return text
    }

    static func load(_ file: String) throws -> TacitCatalog.Catalog {
        do {
            return try .load(yaml: try text(of: file), file: file, today: today)
        } catch let faults as CatalogFaults {
            throw Failure(faults)
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report all faults of a catalog at once, with line, rule and remedy. Exits 3 where there are any."
        )

        @OptionGroup var file: File

        @Flag(help: "Also apply the rules for apps that make their events from the catalog.")
        var sdk = false

        func run() throws {
            let lint = TacitCatalog.Catalog.lint(
                yaml: try file.read(), file: file.file, today: file.today, forSDK: sdk)
            if file.json {
                print(JSON.text(["faults": lint.faults, "warnings": lint.warnings]))
            } else {
                for fault in lint.faults { print(fault) }
                for warning in lint.warnings { print("warning: \(warning)") }
                print(summary(lint))
            }
            if !lint.faults.isEmpty { throw ExitCode(3) }
        }

        private func summary(_ lint: CatalogLint) -> String {
            func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)" + (count == 1 ? "" : "s") }
            let warnings = counted(lint.warnings.count, "warning")
            guard lint.faults.isEmpty, let catalog = lint.catalog else {
                return "\(file.file): \(counted(lint.faults.count, "fault")), \(warnings)"
            }
            return "\(file.file): no faults, \(warnings); "
                + "\(counted(catalog.events.count, "event")), \(counted(catalog.metrics.count, "metric"))"
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the data dictionary.")

        @OptionGroup var file: File

        func run() throws {
            let catalog = try Catalog.load(file.file)
            print(file.json ? JSON.text(catalog.dictionary()) : catalog.dictionary().text)
        }
    }
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Say in words what changed between two catalogs. Exits 3 where more is collected and nobody is asked."
        )

        @Argument(help: "The catalog that people agreed to.", completion: .file(extensions: ["yaml", "yml"]))
        var old: String

        @Argument(help: "The catalog that comes after it.", completion: .file(extensions: ["yaml", "yml"]))
        var new: String

        @Flag(help: "Write JSON.")
        var json = false

        func run() throws {
            let diff = CatalogDiff(from: try Catalog.load(old), to: try Catalog.load(new))
            print(json ? JSON.text(diff) : diff.text, terminator: json ? "\n" : "")
            if !diff.isCovered { throw ExitCode(3) }
        }
    }
}
