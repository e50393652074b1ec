import Foundation
import PackagePlugin

/// Says in words what changed in a package's catalogs, and fails where more is collected and nobody would be asked.
///
///     swift package privacy-review                        against the last commit
///     swift package privacy-review --against v1.2.0       against any commit, branch or tag
///     swift package privacy-review --base OLD.yaml        against a file
///     swift package privacy-review --catalog FILE         another file than the package's catalog.yaml
@main
struct PrivacyReview: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        var arguments = ArgumentExtractor(arguments)
        let base = arguments.extractOption(named: "base").last
        let revision = arguments.extractOption(named: "against").last
        let named = arguments.extractOption(named: "catalog")
        guard arguments.remainingArguments.isEmpty, base == nil || revision == nil else {
            Diagnostics.error(
                "usage: swift package privacy-review [--base OLD.yaml | --against REVISION] [--catalog FILE]")
            exit(64)
        }
        let package = context.package.directoryURL
        let catalogs = named.isEmpty ? Self.catalogs(of: context.package) : named.map { package.appending(path: $0) }
        guard !catalogs.isEmpty else {
            Diagnostics.error("no catalog.yaml in the package or beside the sources of a target; name one by --catalog")
            exit(1)
        }
        if base != nil, catalogs.count > 1 {
            Diagnostics.error("the package has \(catalogs.count) catalogs; name the one to compare by --catalog")
            exit(64)
        }
        let tool = try context.tool(named: "tacit-generate").url
        var status: Int32 = 0
        for catalog in catalogs {
            let before: URL
            if let base {
                before = URL(filePath: base, relativeTo: package)
            } else {
                let revision = revision ?? "HEAD"
                guard let text = try Self.text(of: catalog, at: revision) else {
                    print("\(catalog.lastPathComponent): is not in \(revision); everybody is asked for all of it.")
                    continue
                }
                before = context.pluginWorkDirectoryURL.appending(path: "before.yaml")
                try text.write(to: before)
            }
            let result = try Self.run(
                tool, ["diff", before.path(percentEncoded: false), catalog.path(percentEncoded: false)], in: package)
            print(String(decoding: result.output, as: UTF8.self), terminator: "")
            status = max(status, result.status)
        }
        if status != 0 { exit(status) }
    }

    /// The package's own catalog, and those beside the sources of its targets.
    private static func catalogs(of package: Package) -> [URL] {
        let folders = [package.directoryURL] + package.targets.map(\.directoryURL)
        var seen: Set<String> = []
        return folders.map { $0.appending(path: "catalog.yaml") }.filter {
            let path = $0.standardizedFileURL.path(percentEncoded: false)
            return FileManager.default.fileExists(atPath: path) && seen.insert(path).inserted
        }
    }

    /// The file as it was; `nil` where it wasn't there.
    private static func text(of file: URL, at revision: String) throws -> Data? {
        let folder = file.deletingLastPathComponent()
        let git = URL(filePath: "/usr/bin/env")
        let known = try run(git, ["git", "rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], in: folder)
        guard known.status == 0 else {
            Diagnostics.error("there is no commit \(revision) here; name a commit, branch or tag by --against")
            exit(1)
        }
        let shown = try run(git, ["git", "show", "\(revision):./\(file.lastPathComponent)"], in: folder, quiet: true)
        return shown.status == 0 ? shown.output : nil
    }

    private static func run(
        _ tool: URL, _ arguments: [String], in folder: URL, quiet: Bool = false
    ) throws -> (status: Int32, output: Data) {
        let process = Process()
        let output = Pipe()
        process.executableURL = tool
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = output
        if quiet { process.standardError = FileHandle.nullDevice }
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, data)
    }
}
