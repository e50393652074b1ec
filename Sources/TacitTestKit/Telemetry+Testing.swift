public import Tacit

extension Telemetry {
    /// Telemetry for a test: in a folder of its own, with a clock and a collector of the test's, and blind to the
    /// environment, files and policy of the machine that the test runs on.
    ///
    /// ```swift
    /// let sink = TelemetrySink()
    /// let telemetry = try Telemetry.forTesting(.shop, folder: folder, transport: sink)
    /// try await telemetry.grant()
    /// telemetry.record(.featureUsed(feature: .export, success: true))
    /// await telemetry.transmit()
    /// #expect(sink.records.map(\.event) == ["feature.used"])
    /// ```
    ///
    /// - Parameters:
    ///   - folder: an absolute path; its `state` holds what telemetry keeps.
    ///   - environment: what the switches and the configuration see.
    ///   - arguments: what stands after the program's name.
    ///   - say: gets what is printed of what goes out, where that is asked for.
    public static func forTesting(
        _ catalog: TelemetryCatalog, folder: String, project: String = "test", version: String = "1.2.3",
        configuration: Configuration = Configuration(), transport: any Transport, clock: TelemetryClock = .system,
        environment: [String: String] = [:], arguments: [String] = [],
        say: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(TelemetryError) -> Telemetry {
        var surroundings = Surroundings(environment: environment, home: folder, hasTerminal: false)
        surroundings.environment["TACIT_STATE_HOME"] = folder + "/state"
        surroundings.policyPath = folder + "/policy"
        surroundings.arguments = arguments
        return try start(
            catalog, project: project, version: version, configuration: configuration, transport: transport,
            clock: clock, surroundings: surroundings, say: say)
    }
}
