import CTacitSystem
import NIOCore
import NIOPosix
import TacitLocal
import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The process that asks the services: the other side of ``ProberChild``.
///
/// It is two processes. The first reads the probes, closes its egress but for their ports, says what it achieved, and passes each
/// request for a round on to the second, which it starts: that one asks the services, with the egress that it inherited. So the one
/// that reads what strangers send can die or hang, and there is still one that may start another. Both end when their input does.
///
/// Each line of input is a probe until `begin`, then `round`; each line of output is one of a round's results, which `end` closes.
package enum ProberProcess {
    /// Tells the second process that it is that.
    private static let asks = "TACIT_PROBER_ASKS"

    /// Does what ``run()`` does, and ends this process.
    package static func main() -> Never { exit(run()) }

    /// Returns the exit code when the input has ended. Called by a program that has nothing else to do, from its first thread.
    package static func run() -> Int32 {
        signal(SIGPIPE, SIG_IGN)
        ChildProcess.name("tacit-prober")
        guard let probes = probes() else { return 64 }
        return getenv(asks) == nil ? keep(probes) : ask(probes)
    }

    /// `nil` where the input ended before `begin`, or has a line that is no probe.
    private static func probes() -> [Probe]? {
        var probes: [Probe] = []
        while let line = readLine() {
            if line == "begin" { return probes }
            guard let probe = Probe(line: Array(line.utf8)[...]) else { return nil }
            probes.append(probe)
        }
        return nil
    }

    private static func keep(_ probes: [Probe]) -> Int32 {
        let files = probes.compactMap(\.certificates) + probes.compactMap { $0.command?.first }
        let closed = Egress.close(
            connectPorts: Array(Set(probes.compactMap(\.connectPort))).sorted(),
            reading: Egress.readable(
                files, below: probes.flatMap(\.readable),
                hiding: getenv(ProberChild.hidden).map { String(cString: $0) }),
            opensLocal: probes.contains(where: \.kind.runsAProgram))
        Files.write(closed.line, to: STDOUT_FILENO)
        let child = ProberChild(
            arguments: Array(CommandLine.arguments.dropFirst()), environment: [asks: "1"], probes: probes,
            patience: 1500)
        while let line = readLine() {
            if line == "round" { answer(child.round()) }
        }
        child.end()
        return 0
    }

    private static func ask(_ probes: [Probe]) -> Int32 {
        // One thread is enough for connections of which few are open.
        NIOSingletons.groupLoopCountSuggestion = 1
        guard let prober = try? Prober(probes) else { return 64 }
        while let line = readLine() {
            if line == "round" { Task.detached { answer(await prober.round()) } }
        }
        prober.end()
        return 0
    }

    private static func answer(_ results: [Probe.Result]) {
        Files.write(results.flatMap(\.line) + Array("end\n".utf8), to: STDOUT_FILENO)
        // Until the next round there is nothing to do.
        tacit_give_back_code()
    }
}
