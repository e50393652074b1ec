import TacitCatalog

extension RetentionSettings {
    private static let shortest: Int64 = 3600
    static let classesKey = "retention.classes"
    static let metricsKey = "retention.metrics"

    /// What is wrong with classes and assignments that are written as they should be.
    func faults(origins: [String: ConfigurationOrigin]) -> [ConfigurationFault] {
        var faults: [ConfigurationFault] = []
        func note(_ key: String, _ code: ConfigurationFault.Code, _ message: String, _ remedy: String) {
            faults.append(
                ConfigurationFault(
                    origin: origins[key] ?? .default, key: key, code: code, message: message, remedy: remedy))
        }
        for (number, own) in classes.enumerated() {
            let name = Self.shown(own.name, number)
            if Class(rawValue: own.name) != nil || classes[..<number].contains(where: { $0.name == own.name }) {
                note(
                    Self.classesKey, .duplicateKey, "declares the class \(name), which there is already",
                    "give it another name, or leave it out")
            }
            guard let seconds = own.seconds else {
                note(
                    Self.classesKey, .noLimit, "declares the class \(name) without a limit",
                    "write `CLASS=30d`: nothing is kept without end")
                continue
            }
            if !(Self.shortest...Class.aggregates.longest).contains(seconds) {
                note(
                    Self.classesKey, .outOfRange, "gives the class \(name) a limit that is not from 1h to 366d",
                    "write a limit from 1h to 366d")
            }
        }
        for (number, assignment) in metrics.enumerated() {
            let name = Self.shown(assignment.metric, number)
            switch assignment.target {
            case .nothing:
                note(
                    Self.metricsKey, .noLimit, "names the metric \(name) without a class or a limit",
                    "write `METRIC=CLASS` or `METRIC=30d`, or leave it out: then it is in the class aggregates")
            case .dataClass(let dataClass) where limit(of: dataClass) == nil:
                note(
                    Self.metricsKey, .noLimit, "puts the metric \(name) into a class that has no limit",
                    "declare the class in `retention.classes`, or name one of "
                        + Class.allCases.map(\.rawValue).joined(separator: ", "))
            case .dataClass: break
            case .limit(let seconds):
                let longest = longest(for: assignment.metric)
                if !(Self.shortest...longest.seconds).contains(seconds) {
                    note(
                        Self.metricsKey, .outOfRange,
                        "gives the metric \(name) a limit that is not from 1h to \(longest.seconds / 86400)d, "
                            + "which is the most that the class \(longest.name) may have",
                        "write a shorter one, or put the metric into another class")
                }
            }
        }
        return faults
    }

    /// The same with what the catalog says: metrics that it doesn't declare, and figures that it would keep for longer than their class
    /// may.
    func faults(in catalog: Catalog, origins: [String: ConfigurationOrigin]) -> [ConfigurationFault] {
        var faults: [ConfigurationFault] = []
        for (number, assignment) in metrics.enumerated() {
            let name = Self.shown(assignment.metric, number)
            guard let metric = catalog.metric(named: assignment.metric) else {
                faults.append(
                    ConfigurationFault(
                        origin: origins[Self.metricsKey] ?? .default, key: Self.metricsKey, code: .wrongValue,
                        message: "names the metric \(name), which the catalog does not declare",
                        remedy: Spelling.suggestion(for: assignment.metric, among: catalog.metrics.map(\.name))
                            .map { "did you mean `\($0)`?" } ?? "take it out, or name the catalog that has it"))
                continue
            }
            let longest = longest(for: assignment.metric)
            guard let days = metric.mode.keepDays, Int64(days) * 86400 > longest.seconds else { continue }
            faults.append(
                ConfigurationFault(
                    origin: origins[Self.metricsKey] ?? .default, key: Self.metricsKey, code: .outOfRange,
                    message: "puts the metric \(name) into the class \(longest.name), whose records live for "
                        + "\(longest.seconds / 86400)d at most, and the catalog keeps its exact figures for \(days) days",
                    remedy: "lower its `keep_days` in the catalog, or put it into another class"))
        }
        return faults
    }

    /// The most that any limit of a metric may be, by the strictest of its classes.
    private func longest(for metric: String) -> (name: String, seconds: Int64) {
        metrics.compactMap { assignment -> (name: String, seconds: Int64)? in
            guard assignment.metric == metric, case .dataClass(let name) = assignment.target else { return nil }
            return limit(of: name).map { (name, $0.longest) }
        }.min { $0.seconds < $1.seconds } ?? (Class.aggregates.rawValue, Class.aggregates.longest)
    }

    /// A name that doesn't look like one could be anything.
    private static func shown(_ name: String, _ number: Int) -> String {
        ShownName.key(name) ?? "in place \(number + 1) of the list"
    }
}
