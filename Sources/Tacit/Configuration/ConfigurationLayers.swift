/// All that may be said about the configuration, and what it comes to: a function of this value alone.
///
/// ```swift
/// var layers = ConfigurationLayers()
/// layers.environment["TACIT_ENDPOINT"] = "http://localhost:4318"
/// layers.resolved.configuration.endpoint        // http://localhost:4318
/// ```
package struct ConfigurationLayers: Sendable {
    /// A file and what it says.
    package struct File: Sendable {
        package let path: String
        package let content: Switches.File

        package init(path: String, content: Switches.File) {
            self.path = path
            self.content = content
        }
    }

    /// What the program says; the defaults where it says nothing.
    package var code = Configuration()
    /// The person's file.
    package var file: File?
    /// Whether that file was named, so that it must be there.
    package var isFileNamed = false
    package var environment: [String: String] = [:]
    /// The machine's.
    package var policy: File?

    package init() {}

    /// What it comes to, and all that is wrong, the strongest place last.
    package var resolved: (configuration: Configuration, faults: [ConfigurationFault]) {
        var configuration = code
        var faults = codeFaults
        if let file { read(file, mustExist: isFileNamed, into: &configuration, &faults) }
        readEnvironment(into: &configuration, &faults)
        if let policy { read(policy, mustExist: false, isPolicy: true, into: &configuration, &faults) }
        if faults.isEmpty, configuration.minBatchSize > configuration.maxQueueSize {
            faults.append(
                ConfigurationFault(
                    code: .value, place: "the configuration",
                    problem: "min_batch_size is more than max_queue_size, so that no batch would ever be sent",
                    remedy: "make min_batch_size smaller"))
        }
        return (configuration, faults)
    }

    private var codeFaults: [ConfigurationFault] {
        ConfigurationKey.all.filter { !$0.isSound(code) }.map { key in
            ConfigurationFault(
                code: .value, place: "the program", problem: "\(key.name) must be \(key.expected)",
                remedy: "its authors must correct the Configuration that they give to bootstrap")
        }
    }

    private func readEnvironment(into configuration: inout Configuration, _ faults: inout [ConfigurationFault]) {
        // Off and on are the switches' to read: what is unreadable there is off already.
        for key in ConfigurationKey.all where key.name != "enabled" {
            guard let text = environment[key.variable]?.trimmed, !text.isEmpty else { continue }
            if !key.take(text, &configuration) { faults.append(wrongValue(of: key, at: key.variable)) }
        }
        let known = Set(ConfigurationKey.all.map(\.variable)).union(ConfigurationKey.otherVariables)
        for name in environment.keys.sorted() where name.hasPrefix("TACIT_") && !known.contains(name) {
            // Other variables with our prefix belong to other programs of ours; a slip of the finger belongs to us.
            guard let meant = known.sorted().first(where: { Slip.isLikely(name, for: $0) }) else { continue }
            faults.append(
                ConfigurationFault(
                    code: .unknownKey, place: "the environment", problem: "a variable is misspelled",
                    remedy: "did you mean \(meant)?"))
        }
    }

    private func wrongValue(of key: ConfigurationKey, at place: String) -> ConfigurationFault {
        ConfigurationFault(
            code: .value, place: place, problem: "\(key.name) must be \(key.expected)",
            remedy: "write that, or leave it out")
    }
}

extension ConfigurationLayers {
    private func read(
        _ file: File, mustExist: Bool, isPolicy: Bool = false, into configuration: inout Configuration,
        _ faults: inout [ConfigurationFault]
    ) {
        switch file.content {
        case .absent:
            guard mustExist else { return }
            faults.append(
                ConfigurationFault(
                    code: .missing, place: file.path, problem: "there is no such file",
                    remedy: "correct TACIT_TELEMETRY_CONFIG, or unset it"))
        case .unreadable:
            faults.append(
                ConfigurationFault(
                    code: .unreadable, place: file.path, problem: "it can't be read",
                    remedy: "see that it is a text file of yours, or remove it"))
        case .text(let text):
            let (entries, broken) = Self.entries(of: text)
            faults += broken.map { line in
                ConfigurationFault(
                    code: .syntax, place: "\(file.path):\(line)", problem: "this is not `key: value`, nor JSON",
                    remedy: "write one setting a line, such as `endpoint: https://telemetry.example.com`")
            }
            take(entries, of: file.path, isPolicy: isPolicy, into: &configuration, &faults)
        }
    }

    private static func entries(of text: String) -> ([KeyedLines.Entry], [Int]) {
        guard text.trimmed.hasPrefix("{") else {
            let lines = KeyedLines(text)
            return (lines.entries, lines.faults)
        }
        do throws(FlatJSON.Fault) {
            return (try FlatJSON(text).entries, [])
        } catch {
            return ([], [error.line])
        }
    }

    private func take(
        _ entries: [KeyedLines.Entry], of path: String, isPolicy: Bool, into configuration: inout Configuration,
        _ faults: inout [ConfigurationFault]
    ) {
        var lines: [String: Int] = [:]
        for entry in entries {
            let place = "\(path):\(entry.line)"
            let name = isPolicy && entry.key == "telemetry" ? "enabled" : entry.key
            guard let key = ConfigurationKey.named[name] else {
                let meant = ConfigurationKey.all.map(\.name).first { Slip.isLikely(entry.key, for: $0) }
                faults.append(
                    ConfigurationFault(
                        code: .unknownKey, place: place, problem: "there is no such setting",
                        remedy: meant.map { "did you mean `\($0)`?" } ?? "take the line out"))
                continue
            }
            if let earlier = lines[name] {
                faults.append(
                    ConfigurationFault(
                        code: .duplicateKey, place: place, problem: "\(name) stands in line \(earlier) already",
                        remedy: "keep one of the two"))
                continue
            }
            lines[name] = entry.line
            if isPolicy, name == "consent" {
                faults.append(
                    ConfigurationFault(
                        code: .value, place: place, problem: "a machine's policy can't agree for people",
                        remedy: "take the line out; whoever runs a program can set TACIT_CONSENT for it"))
                continue
            }
            if !key.take(entry.value, &configuration) { faults.append(wrongValue(of: key, at: place)) }
        }
    }
}
