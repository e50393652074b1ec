import ArgumentParser
import Foundation
import TacitCatalog
import TacitCollector

struct Catalog: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the catalog, or show what it declares.", subcommands: [Lint.self, Show.self])

    struct File: ParsableArguments {
        @Argument(help: "The catalog.", completion: .file(extensions: ["yaml", "yml"]))
        var file = "catalog.yaml"

        @Flag(help: "Write JSON.")
        var json = false

        func read() throws -> String {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure("\(file): can't be read; name the catalog's path.")
            }
            guard let text = String(validating: data, as: UTF8.self) else {
                throw Failure("\(file): is not UTF-8 text; save it as UTF-8.")
            }
            return text
        }

        var today: CalendarDate { CalendarDate(unixSeconds: Int64(Date().timeIntervalSince1970)) }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report all faults of a catalog at once, with line, rule and remedy. Exits 3 where there are any."
        )

        @OptionGroup var file: File

        func run() throws {
            let lint = TacitCatalog.Catalog.lint(yaml: try file.read(), file: file.file, today: file.today)
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
            guard lint.faults.isEmpty, let catalog = lint.catalog else {
                return "\(file.file): \(lint.faults.count) faults, \(lint.warnings.count) warnings"
            }
            return "\(file.file): no faults, \(lint.warnings.count) warnings; "
                + "\(catalog.events.count) events, \(catalog.metrics.count) metrics"
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the data dictionary.")

        @OptionGroup var file: File

        func run() throws {
            let catalog: TacitCatalog.Catalog
            do {
                catalog = try .load(yaml: try file.read(), file: file.file, today: file.today)
            } catch let faults as CatalogFaults {
                throw Failure(faults)
            }
            print(file.json ? JSON.text(catalog.dictionary()) : catalog.dictionary().text)
        }
    }
}
