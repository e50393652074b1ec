extension Configuration {
    /// What is configured for a project on this machine, on top of what the program gives. Reading creates nothing.
    ///
    /// - Throws: the first fault; whoever catches it leaves telemetry off.
    package static func load(
        project: String, surroundings: Surroundings, code: Configuration = Configuration()
    ) throws(ConfigurationFault) -> Configuration {
        let (configuration, faults) = surroundings.layers(of: project, code: code).resolved
        if let fault = faults.first { throw fault }
        return configuration
    }
}

extension Surroundings {
    /// Everything on this machine that says something about the configuration of a project.
    package func layers(of project: String, code: Configuration = Configuration()) -> ConfigurationLayers {
        var layers = ConfigurationLayers()
        layers.code = code
        layers.environment = environment
        layers.policy = .init(path: policyPath, content: Self.file(policyPath))
        if let path = environment["TACIT_TELEMETRY_CONFIG"], !path.isEmpty {
            layers.isFileNamed = true
            layers.file = .init(path: path, content: Self.file(path))
        } else if let path = configurationPath(of: project) {
            layers.file = .init(path: path, content: Self.file(path))
        }
        return layers
    }

    /// `~/.config/tacit/PROJECT.conf`, on Apple's systems in Application Support: lines or JSON.
    package func configurationPath(of project: String) -> String? {
        folder(variable: "XDG_CONFIG_HOME", below: ".config").map { "\($0)/tacit/\(project).conf" }
    }

    /// Where the state of a project lies: in `TACIT_STATE_HOME`, or in the place that the system has for it. Where there is
    /// neither, it is a place in which nothing can be created, so that nothing is collected.
    package func stateFolder(of project: String) -> String { "\(stateHome)/\(project)" }

    /// Where the state folders of projects lie that no configuration puts elsewhere.
    package var stateHome: String {
        if let home = environment["TACIT_STATE_HOME"], home.hasPrefix("/") { return home }
        return (folder(variable: "XDG_STATE_HOME", below: ".local/state") ?? "/dev/null") + "/tacit"
    }

    /// A folder of the person, by its variable or its place in their home. A relative path in a variable does not count, as
    /// the specification of base folders says.
    private func folder(variable: String, below name: String) -> String? {
        #if canImport(Darwin)
            return home.map { "\($0)/Library/Application Support" }
        #else
            if let path = environment[variable], path.hasPrefix("/") { return path }
            return home.map { "\($0)/\(name)" }
        #endif
    }
}
