import ArgumentParser
import Foundation
import Logging
import TacitCatalog
import TacitCollector
import TacitKeys
import TacitSeal
import TacitSessions
import TacitStores

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the collector: OTLP in, private figures out.",
        discussion:
            "Settings come from the command line, TACIT_… in the environment, and the configuration file, in this order."
    )

    @OptionGroup var named: CollectorFolder

    @Option(name: .customLong("otlp-http"), help: ArgumentHelp("OTLP/HTTP listens here.", valueName: "host:port"))
    var otlpHTTP: String?

    @Option(name: .customLong("otlp-grpc"), help: ArgumentHelp("OTLP/gRPC listens here.", valueName: "host:port"))
    var otlpGRPC: String?

    @Option(help: ArgumentHelp("The page listens here.", valueName: "host:port"))
    var dashboard: String?

    @Option(
        help: ArgumentHelp(
            "`system`, or `simulated:2026-01-01T00:00:00Z` for demos and tests: it stands still until it is moved.",
            valueName: "clock"))
    var clock: String?

    func run() async throws {
        #if DEBUG
            let skipped = try InsecureBuild.skipSteps()
            let environment = InsecureBuild.environment
        #else
            let environment = ProcessInfo.processInfo.environment
        #endif
        let document: ConfigurationDocument
        do {
            document = try ConfigurationDocument(
                file: named.config ?? CollectorFolder.defaultFile, environment: environment, overrides: overrides)
        } catch {
            throw Failure(error)
        }
        let configuration = document.configuration
        let log = Logger(label: "tacit") { _ in
            JSONLog(level: Logger.Level(rawValue: configuration.logLevel) ?? .info)
        }
        #if DEBUG
            InsecureBuild.warn(of: skipped, log)
        #endif
        allowDescriptors(for: configuration.limits.connections, log)
        // Requests pass through memory in the clear, and no disk may keep them.
        CoreDumps.forbid()
        // A file that may not grow is an error to answer, as a full disk is, not a reason to end.
        signal(SIGXFSZ, SIG_IGN)
        let state = try claim(configuration.state)
        let collector = try await Self.collector(
            configuration, origins: document.origins, state: state, dataset: .live, journals: true, log: log)
        let server = try server(collector, log: log)
        try await server.run { addresses in
            // Not `print`, whose buffer a pipe would not see before the end.
            let welcome = Self.welcome(addresses, configuration, key: collector.signingKey)
            try? FileHandle.standardOutput.write(contentsOf: Data(welcome.utf8))
        }
    }

    /// Three listeners, with as many connections each, and what the store, the journal and the logs have open.
    private func allowDescriptors(for connections: Int, _ log: Logger) {
        let needed = 3 * connections + 256
        let allowed = Descriptors.allow(needed)
        guard allowed < needed else { return }
        log.warning(
            "The system lets fewer files be open than limits.connections may need; raise the limit, or lower that.",
            metadata: ["allowed": "\(allowed)", "needed": "\(needed)"])
    }

    private func server(_ collector: Collector, log: Logger) throws -> CollectorServer {
        let demo = StateFolder.database(in: Demo.folder(in: collector.configuration.state))
        do {
            return try CollectorServer(collector: collector, demoDatabase: demo, log: log)
        } catch {
            throw Failure(error)
        }
    }

    private var overrides: [String: String] {
        var overrides: [String: String] = [:]
        overrides["state"] = named.state
        overrides["listen.otlp_http"] = otlpHTTP
        overrides["listen.otlp_grpc"] = otlpGRPC
        overrides["listen.dashboard"] = dashboard
        overrides["clock"] = clock
        return overrides
    }

    private func claim(_ path: String) throws -> StateFolder {
        do { return try StateFolder(claiming: path) } catch { throw Failure(error) }
    }

    /// A collector on a state folder that is claimed.
    ///
    /// - Parameter origins: where each key of the configuration was written.
    static func collector(
        _ configuration: CollectorConfiguration, origins: [String: ConfigurationOrigin] = [:], state: StateFolder,
        dataset: TacitCollector.Report.Dataset,
        journals: Bool = false, log: Logger
    ) async throws -> Collector {
        guard let data = FileManager.default.contents(atPath: configuration.catalog),
            let yaml = String(validating: data, as: UTF8.self)
        else {
            throw Failure(
                "\(configuration.catalog): the catalog can't be read; name it in the configuration (`catalog`).")
        }
        let clock: any CollectorClock =
            switch configuration.clock {
            case .system: SystemClock()
            case .simulated(let start): SimulatedClock(start: start)
            }
        do {
            let catalog = try TacitCatalog.Catalog.load(
                yaml: yaml, file: configuration.catalog, today: CalendarDate(unixSeconds: clock.now))
            let retention = try RetentionPlan(configuration.retention, for: catalog, origins: origins)
            let keys = try configuration.keys.source(in: state.path, environment: ProcessInfo.processInfo.environment)
            try KeyRingFile(in: state.path).settle(keys)
            try TacitCollector.Backup.sweep(state.path)
            // What it was about ended with the process that had the folder.
            try PurgeOrder(in: state.path).forget()
            let store = try SQLiteStore(path: state.database, keys: keys)
            let ring = try store.ownKey
            // One that was switched off is taken up once more, and removed.
            let isNeeded = journals && (configuration.journal || Files.exist(state.journal))
            let journal = isNeeded ? try Journal(folder: state.journal, master: ring, log: log) : nil
            // What was kept before it was switched off goes in its time.
            let isDetailHeld = journals && (configuration.detail || DetailFolder(in: state.path).exists)
            let detail =
                isDetailHeld
                ? SealedDetail(
                    in: state.path, limit: retention.limits.detail.seconds, ring: ring, journal: journal, log: log)
                : nil
            let sessions = try await Sessions.open(configuration.sessions, log: log)
            let collector = try await Collector(
                catalog: catalog, configuration: configuration, store: store, clock: clock,
                signing: signingKey(in: state, ring), journal: journal, detail: detail, sessions: sessions,
                deletions: state.deletions, state: state.path, log: log)
            try await collector.describe(dataset: dataset, yaml: yaml)
            return collector
        } catch {
            throw Failure(error)
        }
    }

    /// `nil` where the system has no post-quantum cryptography: the collector then takes plain OTLP alone.
    private static func signingKey(in state: StateFolder, _ ring: KeyRing) throws -> SigningKey? {
        do {
            return try SigningKey(file: state.signingKey, ring: ring, creating: true)
        } catch let error as SealError where error.code == .unsupported {
            return nil
        }
    }

    private static func welcome(
        _ addresses: CollectorServer.Addresses, _ configuration: CollectorConfiguration, key: String?
    ) -> String {
        func scheme(_ listener: CollectorConfiguration.ListenerName) -> String {
            configuration.tls.covers(listener) ? "https" : "http"
        }
        var lines = [
            "",
            "Tacit is listening.",
            "  OTLP/HTTP   \(scheme(.otlpHTTP))://\(addresses.otlpHTTP)",
            "  OTLP/gRPC   \(scheme(.otlpGRPC))://\(addresses.otlpGRPC)",
            "  Page        \(scheme(.dashboard))://\(addresses.dashboard)",
            "  State       \(configuration.state)",
        ]
        if let key { lines.append("  Key         \(key)") }
        lines.append("")
        if configuration.firstLook {
            lines += [
                "First look: windows of one minute, so figures appear within two minutes. This weakens the guarantee's unit",
                "to one contributor in one minute. For day windows: tacit serve --config tacit.yaml", "",
            ]
        }
        if !configuration.enabled { lines += ["Collection is switched off: nothing is taken.", ""] }
        return lines.joined(separator: "\n")
    }
}
