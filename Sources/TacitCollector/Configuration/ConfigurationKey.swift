/// One key of the configuration: its name, what may be written, and what it means.
///
/// ```swift
/// let key = ConfigurationKeys.named["listen.otlp_http"]!
/// key.environment   // TACIT_LISTEN_OTLP_HTTP
/// key.option        // --otlp-http
/// ```
package struct ConfigurationKey: Sendable {
    /// Dotted: `listen.otlp_http` is `otlp_http` in the section `listen` of the file.
    package let name: String
    /// What may be written, with unit and range.
    package let type: String
    /// What is so when nobody writes anything, as YAML.
    package let defaultValue: String
    /// One sentence.
    package let meaning: String
    /// Whether a relative path in a file starts at the file's folder.
    let isRelativeToFile: Bool
    let isList: Bool
    /// Goes on after "must be".
    let expected: String
    /// Writes what was read into a configuration.
    let set: @Sendable ([String], inout CollectorConfiguration) throws(Misreading) -> Void
    /// The value in a configuration, as YAML.
    let show: @Sendable (CollectorConfiguration) -> String

    init<Value>(
        _ name: String, _ path: any WritableKeyPath<CollectorConfiguration, Value> & Sendable,
        _ type: ConfigurationType<Value>, _ meaning: String, isRelativeToFile: Bool = false
    ) {
        self.name = name
        self.type = type.name
        self.meaning = meaning
        self.isRelativeToFile = isRelativeToFile
        isList = type.isList
        expected = type.expected
        defaultValue = type.write(CollectorConfiguration()[keyPath: path])
        set = { texts, configuration throws(Misreading) in configuration[keyPath: path] = try type.read(texts) }
        show = { type.write($0[keyPath: path]) }
    }

    package var environment: String { "TACIT_" + name.uppercased().map { $0 == "." ? "_" : String($0) }.joined() }

    /// The option of the command line, where there is one. Addresses leave out that they are listened on.
    package var option: String {
        "--" + name.trimmingPrefix("listen.").map { $0 == "." || $0 == "_" ? "-" : String($0) }.joined()
    }
}
