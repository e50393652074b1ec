import ArgumentParser
import Foundation
import TacitCollector
import TacitKeys
import TacitSeal

/// The state folder of a collector: the one that is named, or that of the configuration that `tacit serve` would read here.
struct CollectorFolder: ParsableArguments {
    @Option(
        help: ArgumentHelp("The configuration file; without it `tacit.yaml`, if it is there.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var config: String?

    @Option(
        help: ArgumentHelp("The collector's state folder; without it that of the configuration.", valueName: "folder"),
        completion: .directory)
    var state: String?

    static var defaultFile: String? {
        FileManager.default.fileExists(atPath: "tacit.yaml") ? "tacit.yaml" : nil
    }

    func configuration() throws -> CollectorConfiguration {
        try CollectorConfiguration.load(
            file: config ?? Self.defaultFile, environment: ProcessInfo.processInfo.environment,
            overrides: state.map { ["state": $0] } ?? [:])
    }

    /// The folder, or that of the demo in it. One that somebody names can be looked at although the configuration can't be
    /// read.
    func path(demo: Bool = false) throws -> String {
        let path = try state ?? Failure.of { try configuration().state }
        return demo ? Demo.folder(in: path) : path
    }

    /// The folder, if a collector has made it already.
    func existing(demo: Bool = false) throws -> String {
        let path = try path(demo: demo)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure("\(path): nothing is held there yet; start `tacit serve`, or name a --state folder")
        }
        return path
    }

    /// The folder, and where the configuration says that its master key comes from, or is to come from.
    func configured() throws -> (state: String, keys: KeySource) {
        let configuration = try configuration()
        return (configuration.state, try configuration.masterKey)
    }

    /// The same of a folder that is there. Where the configuration can't be read, one that somebody names has its key in it.
    func existing() throws -> (state: String, keys: KeySource) {
        guard let state, (try? configuration()) == nil else { return try configured() }
        return (state, try keys(in: state))
    }

    /// Where the keys of a folder come from that is there: the key in it, where there is one; else what the configuration says.
    func keys(in folder: String) throws -> KeySource {
        guard KeyRingFile(in: folder).exists, !Files.exist(folder + "/master.key") else { return .standard(in: folder) }
        var named = self
        named.state = folder
        return try named.configured().keys
    }

    /// How a command that is shown to somebody names the same folder again.
    var option: String {
        [("config", config), ("state", state)].map { name, value in
            value.map { " --\(name) \(ShellWord.quoted($0))" } ?? ""
        }.joined()
    }
}

extension CollectorConfiguration {
    /// Where the master key of its folder comes from.
    var masterKey: KeySource {
        get throws { try keys.source(in: state, environment: ProcessInfo.processInfo.environment) }
    }
}
