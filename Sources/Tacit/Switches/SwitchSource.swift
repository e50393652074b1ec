/// A place that can turn telemetry off. Their order is the one in which they are named; none is weaker: off always wins.
public enum SwitchSource: String, Sendable, Hashable, CaseIterable, Codable {
    /// `/etc/tacit/policy`, on Apple's systems `/Library/Application Support/tacit/policy`: `telemetry: off`.
    case machinePolicy = "machine_policy"
    /// `~/.tacit-no-telemetry`: one person, every program.
    case optOutFile = "opt_out_file"
    /// `~/.PROJECT-no-telemetry`: one person, one program.
    case projectOptOutFile = "project_opt_out_file"
    /// `DO_NOT_TRACK`.
    case doNotTrack = "do_not_track"
    /// `TACIT_ENABLED`.
    case enabledVariable = "enabled_variable"
    /// `PROJECT_TELEMETRY_ENABLED`.
    case projectVariable = "project_variable"
    /// A build machine.
    case continuousIntegration = "continuous_integration"
    /// `ENVIRONMENT` is `development`, `dev`, `test` or `testing`.
    case environmentName = "environment_name"
    /// What the program itself says.
    case code
    /// `enabled` in the configuration file, and whether the configuration could be read at all.
    case configuration
    /// What the person decided.
    case consent
}
