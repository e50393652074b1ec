import ArgumentParser
import CTacitSystem
import Foundation
import TacitCollector
import TacitLocal
import TacitSeal

struct LocalStart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Look at the system once a minute, and show it on a page on loopback.",
        discussion: """
            It runs until Ctrl-C. Before the first look it closes its own way to any network: the system refuses it every socket.
            Services are asked by a child process that has no data and may connect to the declared ports only.
            """)

    @OptionGroup var options: LocalOptions
    @Option(
        help: "Switch these parts on first; `all` for every one.",
        completion: .list(["all"] + Part.allCases.map(\.rawValue)))
    var on: [String] = []
    @Option(help: "The port of the page.") var port: UInt16?
    @Flag(inversion: .prefixedNo, help: "Whether to show the page.") var page = true

    func validate() throws {
        for name in on where name != "all" && Part(rawValue: name) == nil {
            throw ValidationError(
                "There is no such part. There are \(Part.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() throws {
        let configuration = try options.configuration()
        let folder = LocalFolder(try options.path(), limit: configuration.limit)
        guard !LocalLock.isHeld(in: folder) else { throw running(folder) }
        // Whatever may go wrong does so before anything is switched on or written.
        let server = try page ? LocalPageServer(folder, port: port ?? configuration.port) : nil
        let parts = try chosen(folder)
        let lock = try Failure.of {
            try Files.makeFolder(folder.path)
            return try FileLock.takeIfFree(LocalLock.path(folder))
        }
        guard let lock else { throw running(folder) }
        defer { withExtendedLifetime(lock) {} }
        if !parts.isEmpty { try LocalSwitches.set(parts, isOn: true, in: folder) }
        let stop = tacit_stop_descriptor()
        let prober = prober(configuration, hiding: folder)
        let closed = Egress.close(connectPorts: nil)
        try announce(folder, configuration, server, closed, prober)
        server?.start()
        defer { server?.end() }
        MonitorLoop(folder, configuration, prober: prober, environment: options.environment).run(until: stop)
        prober?.end()
        Terminal.say("Stopped. What was collected stays in \(folder.path).")
    }

    private func running(_ folder: LocalFolder) -> Failure {
        Failure("A monitor runs on \(folder.path) already.\n  → `tacit local link` opens its page")
    }

    /// The parts to switch on. Nothing is on until somebody says so: here, or before.
    private func chosen(_ folder: LocalFolder) throws -> [Part] {
        if !on.isEmpty { return on.contains("all") ? Part.allCases : on.compactMap { Part(rawValue: $0) } }
        let settings = try options.settings(folder)
        guard settings.parts.isEmpty else { return [] }
        guard Terminal.isAnswered else {
            throw Failure(
                "Nothing is switched on, so there is nothing to do.\n  → `tacit local start --on all`, or name parts")
        }
        print("Nothing is collected yet. This is what could be, on this machine and nowhere else:\n")
        print(LocalSwitches.text(settings, folder))
        print("\nNever collected:")
        for kind in Part.excluded { print("  \(kind)") }
        while true {
            Terminal.ask("\nSwitch on which parts? [all, names, or Enter for none] ")
            let words = (readLine() ?? "").lowercased().split { $0 == " " || $0 == "," }.map(String.init)
            if words.isEmpty { throw Failure("Nothing was switched on, and nothing was written.") }
            if words == ["all"] { return Part.allCases }
            let parts = words.compactMap { Part(rawValue: $0) }
            if parts.count == words.count { return parts }
            Terminal.say("One of these is no part. Write `all`, or some of the names above.")
        }
    }

    /// Started while this process may still start what connects.
    private func prober(_ configuration: LocalConfiguration, hiding folder: LocalFolder) -> ProberChild? {
        guard !configuration.services.isEmpty else { return nil }
        let prober = ProberChild(
            arguments: ["local", "prober"],
            environment: options.environment.filter { $0.key == "PATH" || $0.key == "LANG" },
            probes: configuration.services.map(\.probe), hiding: folder.path)
        prober.start()
        return prober
    }

    private func announce(
        _ folder: LocalFolder, _ configuration: LocalConfiguration, _ server: LocalPageServer?, _ closed: Egress.Closed,
        _ prober: ProberChild?
    ) throws {
        let style = Terminal.style
        if let server {
            print("\(style.bold("Page"))     \(try server.open())   (once; `tacit local link` for another)")
        }
        print("\(style.bold("Files"))    \(folder.path)")
        let network =
            closed.socketsDenied
            ? "closed: the system refuses this process every socket" : closed.remark ?? "not closed"
        print("\(style.bold("Network"))  \(network)")
        if let prober {
            let limited = prober.waitUntilClosed()
            let text = limited.map {
                $0.portsLimited ? "may connect to the declared ports only" : $0.remark ?? "not closed"
            }
            print("\(style.bold("Prober"))   \(text ?? "did not start")")
        }
        let parts = (try? Settings(in: folder).parts) ?? []
        let names = Part.allCases.filter(parts.contains).map(\.rawValue).joined(separator: ", ")
        print("\(style.bold("On"))       \(names)")
        print("\(style.bold("Looks"))    every \(configuration.round) s; Ctrl-C ends it")
        fflush(nil)
    }
}

/// The rounds of a monitor, by a clock that nobody sets.
struct MonitorLoop {
    private let run: MonitorRun
    private let teller: AlertTeller
    private let round: Int64

    init(
        _ folder: LocalFolder, _ configuration: LocalConfiguration, prober: ProberChild?, environment: [String: String]
    ) {
        let kept = [
            "PATH", "LANG", "HOME", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS",
        ]
        let environment = environment.filter { kept.contains($0.key) }
        teller = AlertTeller(configuration, environment: environment) { text in
            print(text)
            fflush(nil)
        }
        run = MonitorRun(
            folder, configuration, prober: prober, teller: teller, environment: environment, now: .now,
            report: Terminal.say)
        round = configuration.round * 1000
    }

    /// - Parameter stop: a descriptor that becomes readable when it is to end.
    func run(until stop: CInt) {
        defer { teller.end() }
        var next = SteadyClock.now
        repeat {
            // A sleep of the machine is no jump of the clock.
            let steady = SteadyClock.throughSleep / 1000
            guard run.round(at: .now, steady: steady, localMinute: Self.localMinute, stop: stop) else { return }
            // It sleeps for nearly all of a minute now.
            tacit_give_back_code()
            next = max(next + round, SteadyClock.now)
        } while !Waiting.isReady(stop, until: next)
    }

    private static var localMinute: Int {
        var now = time(nil)
        var local = tm()
        localtime_r(&now, &local)
        return Int(local.tm_hour) * 60 + Int(local.tm_min)
    }
}
