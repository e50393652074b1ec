extension ConfigurationLayer {
    /// What one layer says of one key.
    struct Reading {
        /// The defaults with that one value, where there is one that can be read.
        var configuration: CollectorConfiguration?
        var fault: ConfigurationFault?
    }

    func reading(of key: ConfigurationKey) -> Reading {
        guard let origin = origins[key.name], let texts = reader.texts(for: key) else { return Reading() }
        var configuration = CollectorConfiguration()
        do throws(Misreading) {
            try key.set(texts, &configuration)
            return Reading(configuration: configuration)
        } catch {
            let remedy =
                error.suggestion.map { "did you mean `\($0)`?" }
                ?? "write such a value, or leave it out: the default is \(key.defaultValue)"
            return Reading(
                fault: ConfigurationFault(
                    origin: origin, key: key.name, code: error.code, message: "must be \(key.expected)", remedy: remedy)
            )
        }
    }
}
