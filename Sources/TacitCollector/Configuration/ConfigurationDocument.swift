import Configuration

/// The configuration that is in effect, and where each value comes from.
///
/// ```swift
/// let document = try ConfigurationDocument(file: "tacit.yaml", environment: environment, overrides: [:])
/// document.configuration      // what the collector runs on
/// print(document)             // enabled   true   default
///                             // catalog   web.yaml   tacit.yaml:4:10 …
/// ```
package struct ConfigurationDocument: Sendable, Equatable {
    /// One key as it is in effect.
    package struct Entry: Sendable, Equatable, Encodable {
        /// Dotted.
        package let key: String
        /// As people write it.
        package let value: String
        package let origin: ConfigurationOrigin
    }

    package let configuration: CollectorConfiguration
    /// Every key, in the order of the table.
    package let entries: [Entry]

    /// Where each key was written, by dotted name.
    package var origins: [String: ConfigurationOrigin] {
        Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.origin) })
    }

    /// Reads the configuration, or says all that is wrong with it.
    ///
    /// The command line wins over the environment, the environment over the file, the file over the defaults. The kill
    /// switch alone works one way: `enabled: false` in any of them wins over `true` in every other.
    ///
    /// - Parameters:
    ///   - file: the path of a YAML file; without one there are only defaults below the environment.
    ///   - environment: all variables; those that begin with `TACIT_` are looked at.
    ///   - overrides: the options of the command line, by dotted name.
    package init(file: String?, environment: [String: String], overrides: [String: String]) throws(ConfigurationFaults)
    {
        try self.init(
            contents: file.map { ConfigurationFile(path: $0) }, environment: environment, overrides: overrides)
    }

    /// The same with a file that has been read already.
    package init(
        contents file: ConfigurationFile?, environment: [String: String], overrides: [String: String]
    ) throws(ConfigurationFaults) {
        // From the strongest to the weakest.
        var layers = [ConfigurationLayer.commandLine(overrides), .environment(environment)]
        if let file { layers.append(.file(file)) }
        let reader = ConfigReader(providers: layers.map(\.provider))

        var configuration = CollectorConfiguration()
        // So that the default, written into a file as it stands, changes nothing.
        if let file { configuration.catalog = file.resolved(configuration.catalog) }
        var origins: [String: ConfigurationOrigin] = [:]
        var faults = layers.flatMap(\.faults)
        for key in ConfigurationKeys.all {
            // What a stronger layer hides must be right too: it counts again as soon as that one is gone.
            let readings = layers.map { $0.reading(of: key) }
            faults += readings.compactMap(\.fault)
            if let texts = reader.texts(for: key) { try? key.set(texts, &configuration) }
            origins[key.name] = layers.lazy.compactMap { $0.origins[key.name] }.first
        }
        if let off = layers.first(where: { $0.reading(of: ConfigurationKeys.enabled).configuration?.enabled == false })
        {
            configuration.enabled = false
            origins[ConfigurationKeys.enabled.name] = off.origins[ConfigurationKeys.enabled.name]
        }
        faults += configuration.sessions.faults(origins: origins)
        faults += configuration.retention.faults(origins: origins)
        faults += configuration.keys.faults(origins: origins)
        faults += configuration.detailFaults(origins: origins)
        faults += configuration.listen.faults(tls: configuration.tls, origins: origins)
        guard faults.isEmpty else { throw ConfigurationFaults(faults) }

        self.configuration = configuration
        entries = ConfigurationKeys.all.map { key in
            Entry(key: key.name, value: key.show(configuration), origin: origins[key.name] ?? .default)
        }
    }
}

extension ConfigurationDocument: CustomStringConvertible {
    /// A line for each key: name, value, where it was written.
    package var description: String {
        let names = entries.map(\.key.count).max() ?? 0
        let values = entries.map(\.value.count).max() ?? 0
        return entries.map { entry in
            let name = entry.key + String(repeating: " ", count: names - entry.key.count)
            let value = entry.value + String(repeating: " ", count: values - entry.value.count)
            return "\(name)  \(value)  \(entry.origin)"
        }.joined(separator: "\n")
    }
}

extension CollectorConfiguration {
    /// Reads the configuration, or says all that is wrong with it: see ``ConfigurationDocument``.
    ///
    /// ```swift
    /// let configuration = try CollectorConfiguration.load(
    ///     file: "tacit.yaml", environment: ["TACIT_STATE": "/var/lib/tacit"], overrides: ["log.level": "debug"])
    /// ```
    package static func load(
        file: String?, environment: [String: String], overrides: [String: String]
    ) throws(ConfigurationFaults) -> CollectorConfiguration {
        try ConfigurationDocument(file: file, environment: environment, overrides: overrides).configuration
    }
}
