extension Switches {
    /// Names of `ENVIRONMENT` in which nobody uses the program for real.
    package static let developmentNames: Set<String> = ["development", "dev", "test", "testing"]

    /// `ACME_TOOLS_TELEMETRY_ENABLED` for the project `acme-tools`.
    package static func variable(of project: String) -> String {
        // Only ASCII has one capital for each letter.
        project.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0.uppercased() : "_" }.joined()
            + "_TELEMETRY_ENABLED"
    }

    /// What one switch says.
    func reading(_ source: SwitchSource) -> SwitchReading {
        switch source {
        case .machinePolicy: policyReading
        case .optOutFile: file(source, optOutFiles, otherwise: "~/\(Self.optOutName(of: "tacit"))")
        case .projectOptOutFile: file(source, projectOptOutFiles, otherwise: "~/\(Self.optOutName(of: project))")
        case .doNotTrack: doNotTrack
        case .enabledVariable: variable(source, "TACIT_ENABLED")
        case .projectVariable: variable(source, Self.variable(of: project))
        case .continuousIntegration: continuousIntegration
        case .environmentName: environmentName
        case .code: codeReading
        case .configuration: configuration
        case .consent: consentReading
        }
    }

    /// `.acme-no-telemetry`; what could lead to another folder is replaced.
    package static func optOutName(of project: String) -> String {
        "." + project.map { $0.isLetter || $0.isNumber || "._-".contains($0) ? $0 : "_" } + "-no-telemetry"
    }

    private func variable(_ source: SwitchSource, _ name: String) -> SwitchReading {
        switch Flag(environment[name]) {
        case .unset: .silent(source, name, "is not set")
        case .on: .on(source, name, "says on")
        case .off: .off(source, name, "says off", remedy: "unset \(name)")
        case .unreadable:
            .off(source, name, "is neither on nor off, which counts as off", remedy: "set it to \(Flag.expected)")
        }
    }

    private var doNotTrack: SwitchReading {
        let name = "DO_NOT_TRACK"
        let word = environment[name]?.trimmed.lowercased() ?? ""
        return switch word {
        case "": .silent(.doNotTrack, name, "is not set")
        case "0", "false": .silent(.doNotTrack, name, "asks for nothing")
        default: .off(.doNotTrack, name, "is set", remedy: "unset \(name)")
        }
    }

    private func file(_ source: SwitchSource, _ found: [String], otherwise path: String) -> SwitchReading {
        guard let first = found.first else { return .silent(source, path, "is not there") }
        return .off(source, first, "is there", remedy: "remove \(found.joined(separator: " and "))")
    }

    private var continuousIntegration: SwitchReading {
        let name = "continuous integration"
        guard let evidence = ContinuousIntegration.evidence(in: environment) else {
            return .silent(.continuousIntegration, name, "was not found")
        }
        return .off(
            .continuousIntegration, name, "was found by \(evidence)",
            remedy: "run it outside a build; builds are never counted")
    }

    private var environmentName: SwitchReading {
        let name = "ENVIRONMENT"
        guard let word = environment[name]?.trimmed.lowercased(), !word.isEmpty else {
            return .silent(.environmentName, name, "is not set")
        }
        guard Self.developmentNames.contains(word) else {
            return .silent(.environmentName, name, "names none of development, dev, test, testing")
        }
        return .off(.environmentName, name, "is \(word)", remedy: "unset \(name), or name another")
    }

    private var codeReading: SwitchReading {
        let name = "the program"
        return switch code {
        case nil: .silent(.code, name, "says nothing")
        case true?: .on(.code, name, "says on")
        case false?: .off(.code, name, "says off", remedy: "only its authors can; look for an option of the program")
        }
    }

    private var configuration: SwitchReading {
        let name = "the configuration"
        return switch configured {
        case .sound(nil): .silent(.configuration, name, "says nothing")
        case .sound(true?): .on(.configuration, name, "says on")
        case .sound(false?):
            .off(.configuration, name, "says off", remedy: "take `enabled` out of the configuration file")
        case .faulty(let fault):
            .off(
                .configuration, name, "can't be read, which counts as off",
                remedy: "correct \(fault.place) (\(fault.problem)): \(fault.remedy)")
        }
    }

    private var policyReading: SwitchReading {
        let source = SwitchSource.machinePolicy
        let unreadable = SwitchReading.off(
            source, policyPath, "can't be read, which counts as off",
            remedy: "an administrator must make it readable, with `key: value` lines such as `telemetry: off`")
        switch policy {
        case .absent: return .silent(source, policyPath, "is not there")
        case .unreadable: return unreadable
        case .text(let text):
            let lines = KeyedLines(text)
            guard lines.faults.isEmpty else { return unreadable }
            // Whoever wrote it twice meant the stricter.
            let flags = lines.entries.filter { ["telemetry", "enabled"].contains($0.key) }.map { Flag($0.value) }
            if flags.contains(.off) {
                return .off(source, policyPath, "says off", remedy: "only an administrator can change it")
            }
            if flags.contains(where: { $0 != .on }) { return unreadable }
            return flags.isEmpty
                ? .silent(source, policyPath, "does not speak of telemetry") : .on(source, policyPath, "says on")
        }
    }

    private var consentReading: SwitchReading {
        let name = "consent"
        return switch consent {
        case .given: .on(.consent, name, "was given")
        case .undecided:
            .off(.consent, name, "was not given yet", remedy: "run `tacit on --project \(project)`")
        case .denied:
            .off(
                .consent, name, "was refused",
                remedy: "run `tacit on --project \(project)` if you changed your mind")
        case .outdated:
            .off(
                .consent, name, "has ended, or what it was for has changed",
                remedy: "run `tacit consent --project \(project)` to decide again")
        case .restricted:
            .off(
                .consent, name, "is restricted: all is kept, nothing recorded or sent",
                remedy: "run `tacit consent resume --project \(project)`")
        case .corrupt(let reason, let remedy): .off(.consent, name, "can't be relied on: \(reason)", remedy: remedy)
        }
    }
}
