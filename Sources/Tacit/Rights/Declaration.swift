import TacitPrivacy
import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a program says of itself, in `catalog.json` of its state folder: what it may collect, and what it has set. With it
/// the `tacit` commands can show, change and end a project's telemetry without the program.
///
/// It is written with the first decision, and again whenever the program says something else.
struct Declaration: Sendable, Equatable, Codable {
    private static let formatVersion = 1

    private let format: Int
    let project: String
    /// The program's.
    let version: String
    let catalog: TelemetryCatalog
    /// What the program set, by the keys of configuration files. The machine's policy, the environment and the person's
    /// file outweigh it, as they do in the program.
    let settings: [String: String]

    init(project: String, version: String, catalog: TelemetryCatalog, code: Configuration) {
        format = Self.formatVersion
        self.project = project
        self.version = version
        self.catalog = catalog
        settings = code.settings
    }

    static func path(in folder: String) -> String { folder + "/catalog.json" }

    /// Writes it unless it is there already.
    func save(in folder: String) throws(FileFault) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let path = Self.path(in: folder)
        // Bounds that are no numbers can't be written; a generated catalog has none.
        guard let json = try? encoder.encode(self) else {
            throw FileFault(.unwritable, at: path, remedy: "give every number of the catalog bounds")
        }
        guard Files.read(path) != Array(json) else { return }
        try Files.replace(path, with: json)
    }

    /// `nil` where there is none.
    static func read(in folder: String) throws(FileFault) -> Declaration? {
        let path = path(in: folder)
        guard Files.exist(path) else { return nil }
        guard let json = Files.read(path) else {
            throw FileFault(.unreadable, at: path, remedy: "check its owner and mode")
        }
        guard let declaration = try? JSONDecoder().decode(Self.self, from: Data(json)),
            declaration.format == formatVersion, declaration.catalog.isWhole
        else {
            throw FileFault(.damaged, at: path, remedy: "remove it; the program writes it again when it runs next")
        }
        return declaration
    }
}

extension TelemetryCatalog {
    /// Whether it is one that code could have made: what was read from a file may be anything.
    fileprivate var isWhole: Bool {
        categories.count <= Self.maxCategories
            && events.allSatisfy {
                categories.indices.contains($0.category) && $0.fields.count <= EventDefinition.maxFields
            }
    }
}

extension Configuration {
    /// What was set in code, as a configuration file would say it; the defaults are left out. Consent is not among it: what
    /// is decided stands in the trail.
    var settings: [String: String] {
        let standard = Configuration()
        func text<Value: Equatable>(_ setting: KeyPath<Configuration, Value>, _ text: (Value) -> String) -> String? {
            self[keyPath: setting] == standard[keyPath: setting] ? nil : text(self[keyPath: setting])
        }
        let settings: [String: String?] = [
            "enabled": isEnabled == false ? "false" : nil, "endpoint": endpoint, "certificates": certificates,
            "token": token,
            "collector_key": collectorKey, "sealed": text(\.sealing, \.rawValue),
            "auto_transmit": text(\.autoTransmit) { "\($0)" },
            "transmission_interval": text(\.transmissionInterval, Quantity.text),
            "min_batch_size": text(\.minBatchSize) { "\($0)" }, "max_queue_size": text(\.maxQueueSize) { "\($0)" },
            "max_queue_bytes": text(\.maxQueueBytes) { "\($0)" }, "privacy_level": text(\.privacyLevel, \.rawValue),
            "log_days": text(\.logDays) { "\($0)" },
        ]
        return settings.compactMapValues(\.self)
    }

    /// What such settings say; one that is not known, or can't be used, is left out.
    init(settings: [String: String]) {
        self.init()
        for (name, text) in settings {
            var next = self
            if ConfigurationKey.named[name]?.take(text, &next) == true { self = next }
        }
    }
}
