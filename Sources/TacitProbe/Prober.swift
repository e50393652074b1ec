import NIOCore
import NIOPosix
package import TacitLocal

/// Asks declared services whether they are there.
///
///     let prober = try Prober(probes)
///     for result in await prober.round() { … }
///
/// All are asked at once, each with its own deadline. A service that hangs costs its timeout, one that floods 64 KB. What a
/// service said is not kept: of it there is a ``ServiceStatus/Reason``, or nothing where it is up.
package struct Prober: Sendable {
    package let probes: [Probe]
    private let group: any EventLoopGroup
    private let trusts: [String?: Trust]
    private let programs = Programs()
    private let systemctl: String

    /// - Throws: ``ProbeFault`` for the first probe that can't be asked as it is declared.
    package init(_ probes: [Probe]) throws {
        try self.init(probes, systemctl: "/usr/bin/systemctl")
    }

    init(_ probes: [Probe], systemctl: String) throws {
        for probe in probes { try probe.check() }
        self.probes = probes
        self.systemctl = systemctl
        group = MultiThreadedEventLoopGroup.singleton
        // Reading the system's certificates takes longer than a round, so it is done once.
        var trusts: [String?: Trust] = [:]
        for probe in probes where probe.kind.isAsked && probe.isEncrypted && trusts[probe.certificates] == nil {
            trusts[probe.certificates] = try? Trust(file: probe.certificates)
        }
        self.trusts = trusts
    }

    /// One result for each probe, in their order.
    package func round() async -> [Probe.Result] {
        await withTaskGroup(of: (Int, Probe.Result).self) { group in
            for (place, probe) in probes.enumerated() { group.addTask { (place, await ask(probe)) } }
            var results = probes.map { Probe.Result($0, milliseconds: 0, reason: .unprobed) }
            for await (place, result) in group { results[place] = result }
            return results
        }
    }

    /// Ends the programs that are being run for a round.
    package func end() { programs.end() }

    private func ask(_ probe: Probe) async -> Probe.Result {
        let start = ContinuousClock.now
        let reason =
            switch probe.kind {
            case .tcp, .http, .tls, .redis, .postgres, .bolt:
                await Connection(
                    probe: probe, group: group, trust: trusts[probe.certificates],
                    deadline: .now() + .milliseconds(Int64(probe.timeout))
                ).ask()
            case .process: Self.reason(probe.name.flatMap(ProcessList.has))
            case .systemd: await unitReason(probe, until: start + .milliseconds(probe.timeout))
            case .command: await commandReason(probe, until: start + .milliseconds(probe.timeout))
            }
        return Probe.Result(probe, milliseconds: Int((ContinuousClock.now - start) / .milliseconds(1)), reason: reason)
    }

    private static func reason(_ isRunning: Bool?) -> ServiceStatus.Reason? {
        isRunning.map { $0 ? nil : .notRunning } ?? .unprobed
    }

    private func unitReason(_ probe: Probe, until deadline: ContinuousClock.Instant) async -> ServiceStatus.Reason? {
        switch await programs.run(systemctl, ["is-active", "--quiet", "--", probe.name ?? ""], until: deadline) {
        case .code(0): nil
        // As systemctl(1) has it: 3 is not active, 4 is no such unit.
        case .code(3), .code(4): .notRunning
        case .timeout: .timeout
        case .code, .signal, .missing: .unprobed
        }
    }

    private func commandReason(_ probe: Probe, until deadline: ContinuousClock.Instant) async -> ServiceStatus.Reason? {
        guard let command = probe.command, let program = command.first else { return .unprobed }
        return switch await programs.run(program, Array(command.dropFirst()), until: deadline) {
        case .code(0): nil
        // What a shell or the loader says where the program, or something it needs, is not there or not to be started.
        case .code(126), .code(127): .unprobed
        case .code, .signal: .failed
        case .timeout: .timeout
        case .missing: .unprobed
        }
    }
}
