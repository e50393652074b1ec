import Foundation
import TacitCollector
import TacitKeys
import TacitSeal

/// Where the keys of a store come from, for commands that are told its folder and no configuration.
enum FolderKeys {
    /// The key in the folder, where there is one; else what the file and the environment say, as for `tacit serve` here.
    ///
    /// - Parameter file: a configuration; `tacit.yaml` where nobody names one.
    static func source(of database: String, file: String? = nil) throws -> KeySource {
        let folder = (database as NSString).deletingLastPathComponent
        let environment = ProcessInfo.processInfo.environment
        guard KeyRingFile(in: folder).exists, !Files.exist(folder + "/master.key") else { return .standard(in: folder) }
        return try CollectorConfiguration.load(
            file: file ?? KeyOptions.defaultFile, environment: environment, overrides: ["state": folder]
        ).keys.source(in: folder, environment: environment)
    }
}
