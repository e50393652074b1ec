import Configuration
import TacitCatalog

/// One place where values come from: the command line, the environment or the file.
struct ConfigurationLayer {
    let provider: any ConfigProvider
    /// Where each key that this layer has was written, by dotted name.
    let origins: [String: ConfigurationOrigin]
    /// What is wrong before any value is looked at.
    let faults: [ConfigurationFault]
    /// Reads this layer alone.
    let reader: ConfigReader

    private init(
        provider: any ConfigProvider, origins: [String: ConfigurationOrigin], faults: [ConfigurationFault]
    ) {
        self.provider = provider
        self.origins = origins
        self.faults = faults
        reader = ConfigReader(providers: [provider])
    }

    /// The options of the command line, by dotted name.
    static func commandLine(_ options: [String: String]) -> Self {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        var origins: [String: ConfigurationOrigin] = [:]
        var faults: [ConfigurationFault] = []
        for (name, text) in options {
            guard let key = ConfigurationKeys.named[name] else {
                let shown = ShownName.key(name)
                let nearest = Spelling.suggestion(for: name, among: ConfigurationKeys.named.keys)
                faults.append(
                    ConfigurationFault(
                        origin: .option(shown ?? "(option)"), code: .unknownOption, message: "is not a key",
                        remedy: nearest.map { "did you mean `\($0)`?" } ?? "take it out"))
                continue
            }
            values[key.path] = ConfigValue(content(of: key, text: text), isSecret: true)
            origins[name] = .option(key.option)
        }
        return Self(provider: InMemoryProvider(name: "command line", values: values), origins: origins, faults: faults)
    }

    /// The variables that begin with `TACIT_`. Others are none of our business.
    static func environment(_ variables: [String: String]) -> Self {
        let ours = variables.filter {
            $0.key.hasPrefix("TACIT_") && !ConfigurationKeys.foreignVariables.contains($0.key)
        }
        let known = Dictionary(uniqueKeysWithValues: ConfigurationKeys.all.map { ($0.environment, $0.name) })
        let faults = ours.keys.filter { known[$0] == nil }.map { variable in
            ConfigurationFault(
                origin: .environment(ShownName.variable(variable) ?? "(variable)"), code: .unknownVariable,
                message: "is not a variable of the collector",
                remedy: Spelling.suggestion(for: variable, among: known.keys).map { "did you mean `\($0)`?" }
                    ?? "unset it")
        }
        let origins = ours.keys.compactMap { variable in
            known[variable].map { ($0, ConfigurationOrigin.environment(variable)) }
        }
        return Self(
            provider: EnvironmentVariablesProvider(environmentVariables: ours, secretsSpecifier: .all)
                .prefixKeys(with: "tacit"),
            origins: Dictionary(uniqueKeysWithValues: origins), faults: faults)
    }

    /// A file's values.
    static func file(_ file: ConfigurationFile) -> Self {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (name, texts) in file.values {
            guard let key = ConfigurationKeys.named[name] else { continue }
            let content = key.isList ? ConfigContent.stringArray(texts) : .string(texts.first ?? "")
            values[key.path] = ConfigValue(content, isSecret: true)
        }
        return Self(
            provider: InMemoryProvider(name: "file", values: values), origins: file.origins, faults: file.faults)
    }

    /// A list on the command line is separated by commas, as in the environment.
    private static func content(of key: ConfigurationKey, text: String) -> ConfigContent {
        guard key.isList else { return .string(text) }
        let items = text.split(separator: ",", omittingEmptySubsequences: false)
        return .stringArray(items.map { String($0.trimmingPrefix(" ").reversed().trimmingPrefix(" ").reversed()) })
    }
}

extension ConfigReader {
    /// What was written for a key. It is read as a secret, so that no access log of the library shows it.
    func texts(for key: ConfigurationKey) -> [String]? {
        let name = ConfigKey(key.name)
        return key.isList
            ? stringArray(forKey: name, isSecret: true)
            : string(forKey: name, isSecret: true).map { [$0] }
    }
}

extension ConfigurationKey {
    fileprivate var path: AbsoluteConfigKey { AbsoluteConfigKey(ConfigKey(name)) }
}
