import Foundation
import TacitCatalog

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What an app needs of its catalog: `tacit-generate swift catalog.yaml --output Events.swift`.
///
/// The plugins build it for every app, so it parses its own few arguments and depends on little.
@main
enum TacitGenerate {
    static func main() {
        do {
            let call = try Arguments(Array(CommandLine.arguments.dropFirst()))
            exit(try run(call))
        } catch let error as UsageError {
            say("\(error.message)\n\n\(Arguments.usage)")
            exit(64)
        } catch {
            say("\(error)")
            exit(1)
        }
    }

    private static func run(_ call: Arguments) throws -> Int32 {
        switch call.command {
        case .swift: try write(SwiftFile(try catalog(call), access: call.access).text, to: call.output)
        case .privacyInfo: try write(PrivacyManifest(try catalog(call)).text, to: call.output)
        case .consentTexts: try write(ConsentTexts(try catalog(call)).text, to: call.output)
        case .dictionary: try write(try catalog(call, forSDK: false).dictionary().text, to: call.output)
        case .lint: _ = try catalog(call)
        case .diff:
            let (old, new) = (try plainCatalog(call.files[0]), try plainCatalog(call.files[1]))
            let diff = CatalogDiff(from: old, to: new)
            try write(diff.text, to: call.output)
            return diff.isCovered ? 0 : 3
        case .help: print(Arguments.usage)
        }
        return 0
    }

    /// The catalog, with everything that is wrong or doubtful written in the form that build systems understand.
    private static func catalog(_ call: Arguments, forSDK: Bool = true) throws -> Catalog {
        let file = call.files[0]
        let lint = Catalog.lint(yaml: try text(of: file), file: file, today: today, forSDK: forSDK)
        // That an event has expired must not break the build of an old version: the app refuses the event by date.
        for fault in lint.faults {
            say(fault.diagnostic(fault.rule == .expiredEvent ? "warning" : "error"))
        }
        for warning in lint.warnings where warning.rule != .unusedEvent && warning.rule != .unusedField {
            say(warning.diagnostic("warning"))
        }
        guard let catalog = lint.catalog else { exit(1) }
        return catalog
    }

    private static func plainCatalog(_ file: String) throws -> Catalog {
        try Catalog.load(yaml: try text(of: file), file: file, today: today)
    }

    private static func text(of file: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw FileError("\(file): can't be read; name the catalog's path.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw FileError("\(file): is not UTF-8 text; save it as UTF-8.")
        }
        return text
    }

    /// Written only where it differs, so that a build system sees a change where there is one.
    private static func write(_ text: String, to file: String?) throws {
        guard let file else {
            print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
            return
        }
        let data = Data(text.utf8)
        if FileManager.default.contents(atPath: file) == data { return }
        guard FileManager.default.createFile(atPath: file, contents: data) else {
            throw FileError("\(file): can't be written; create its folder, or name another file.")
        }
    }

    private static var today: CalendarDate { CalendarDate(unixSeconds: Int64(Date().timeIntervalSince1970)) }

    private static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// A file that can't be read or written.
struct FileError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension CatalogFault {
    /// As compilers write it, so that editors show it where it belongs.
    func diagnostic(_ severity: String) -> String {
        "\(file):\(line):\(column): \(severity): \(path.isEmpty ? "" : "\(path) ")\(message) [\(rule.rawValue)]; \(remedy)"
    }
}
