import Foundation
import PackagePlugin

/// Turns the `catalog.yaml` of a target into the events that its code records.
@main
struct TacitCatalogPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target.sourceModule else { return [] }
        return try commands(
            catalogs: target.sourceFiles.map(\.url), folder: target.directoryURL, name: target.name,
            tool: context.tool(named: "tacit-generate").url, workFolder: context.pluginWorkDirectoryURL)
    }

    private func commands(catalogs: [URL], folder: URL, name: String, tool: URL, workFolder: URL) throws -> [Command] {
        let catalog =
            catalogs.first { $0.lastPathComponent == "catalog.yaml" } ?? folder.appending(path: "catalog.yaml")
        guard FileManager.default.fileExists(atPath: catalog.path(percentEncoded: false)) else {
            throw Missing(target: name)
        }
        let output = workFolder.appending(path: "TelemetryEvents.swift")
        return [
            .buildCommand(
                displayName: "Turning catalog.yaml of \(name) into Swift", executable: tool,
                arguments: [
                    "swift", catalog.path(percentEncoded: false), "--output", output.path(percentEncoded: false),
                ], inputFiles: [catalog], outputFiles: [output])
        ]
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension TacitCatalogPlugin: XcodeBuildToolPlugin {
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            try commands(
                catalogs: target.inputFiles.map(\.url), folder: context.xcodeProject.directoryURL,
                name: target.displayName, tool: context.tool(named: "tacit-generate").url,
                workFolder: context.pluginWorkDirectoryURL)
        }
    }
#endif

/// A target that asks for the plugin and has nothing for it.
struct Missing: Error, CustomStringConvertible {
    let target: String

    var description: String {
        "The target \(target) has no catalog.yaml; put one beside its sources, or take the plugin TacitCatalogPlugin out."
    }
}
