import ArgumentParser
import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import TacitCatalog
import TacitCollector
import TacitPrivacy
import TacitStores

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Play a made-up population through a real OTLP endpoint, and compare what is released with the truth.",
        discussion: """
            It runs a collector of its own on free ports of the loopback interface, under a simulated clock, and leaves its
            figures in the folder `demo` of the state folder: `tacit report --demo` and the page show them from there.
            """)

    @OptionGroup var named: CollectorFolder

    @Option(help: ArgumentHelp("The catalog.", valueName: "file"), completion: .file(extensions: ["yaml"]))
    var catalog = "catalog.yaml"

    @Option(help: ArgumentHelp("How many installations there are.", valueName: "count"))
    var installations = 5000

    @Option(help: ArgumentHelp("How many days are played.", valueName: "count"))
    var days = 14

    @Option(help: ArgumentHelp("Makes the population; the noise is never seeded.", valueName: "number"))
    var seed: UInt64 = 1

    @Flag(help: "Write all figures as JSON.")
    var json = false

    /// Where a demo's figures lie.
    static func folder(in state: String) -> String { state + "/demo" }

    static func exists(in state: String) -> Bool {
        FileManager.default.fileExists(atPath: StateFolder.database(in: folder(in: state)))
    }

    func validate() throws {
        guard (1...1_000_000).contains(installations) else {
            throw ValidationError("--installations takes a number from 1 to 1000000.")
        }
        guard (1...90).contains(days) else { throw ValidationError("--days takes a number from 1 to 90.") }
    }

    func run() async throws {
        let folder = try fresh(named.path(demo: true))
        let today = Int64(Date().timeIntervalSince1970) / 86400 * 86400
        let first = today - Int64(days) * 86400
        var configuration = CollectorConfiguration()
        configuration.catalog = catalog
        configuration.state = folder.path
        configuration.clock = .simulated(start: first)
        configuration.consent = ConsentGround(categories: ["essential", "analytics"], level: .basic)
        configuration.listen.otlpHTTP.port = 0
        configuration.listen.otlpGRPC.port = 0
        configuration.listen.dashboard.port = 0
        let log = Logger(label: "tacit.demo") { _ in JSONLog(level: .error) }
        let collector = try await Serve.collector(configuration, state: folder, dataset: .demo, log: log)

        let truths = try await withThrowingTaskGroup(of: [Int64: Truth]?.self) { group in
            let (addresses, told) = AsyncStream.makeStream(of: CollectorServer.Addresses.self)
            group.addTask {
                let server = try CollectorServer(
                    collector: collector, demoDatabase: folder.database, log: log)
                try await server.run(signals: []) { told.yield($0) }
                return nil
            }
            group.addTask {
                for await address in addresses { return try await play(to: address.otlpHTTP, collector, from: first) }
                return nil
            }
            defer { group.cancelAll() }
            while let truths = try await group.next() { if let truths { return truths } }
            return [:]
        }
        let report = try await collector.report(dataset: .demo)
        show(Comparison(report, truths: truths))
    }

    /// The demo's folder without what an earlier demo left there.
    private func fresh(_ path: String) throws -> StateFolder {
        do {
            let folder = try StateFolder(claiming: path)
            let names = [
                "tacit.sqlite", "tacit.sqlite-wal", "tacit.sqlite-shm", "keyring.json", "master.key", "signing.key",
            ]
            for name in names.map({ "\(folder.path)/\($0)" })
            where FileManager.default.fileExists(atPath: name) {
                try FileManager.default.removeItem(atPath: name)
            }
            return folder
        } catch let error as StoreError {
            throw Failure(error)
        } catch {
            throw Failure(
                "\(path): what an earlier demo left there can't be removed; check the folder's owner and mode.")
        }
    }

    /// Sends day after day and lets each of them close.
    private func play(
        to endpoint: CollectorConfiguration.Endpoint, _ collector: Collector, from first: Int64
    ) async throws -> [Int64: Truth] {
        guard let clock = collector.clock as? SimulatedClock else { return [:] }
        var random = SyntheticRandom(seed: seed ^ 0x7461_6369_74)
        let population = Population(count: installations, seed: seed)
        let progress = ProgressBar("Playing \(installations) installations, day", total: days)
        var truths: [Int64: Truth] = [:]
        for day in 0..<days {
            progress.show(day)
            let start = first + Int64(day) * 86400
            clock.advance(to: start + 86399)
            let played = PlayedDay(population, start: start, using: &random)
            try await send(played.requests, to: endpoint)
            truths[start] = played.truth
            // Past the grace for late data, so that the day is released.
            clock.advance(to: start + 86400 + 3600)
            await collector.tick()
        }
        progress.show(days)
        return truths
    }

    private func send(
        _ requests: [(path: String, body: [UInt8])], to endpoint: CollectorConfiguration.Endpoint
    ) async throws {
        for (path, body) in requests {
            var request = HTTPClientRequest(url: "http://\(endpoint)\(path)")
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-protobuf")
            request.body = .bytes(ByteBuffer(bytes: body))
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
            guard response.status == .ok else {
                throw Failure("The demo's collector answered \(response.status.code); run `tacit catalog lint` first.")
            }
            _ = try await response.body.collect(upTo: 1 << 20)
        }
    }

    private func show(_ comparison: Comparison) {
        if json { return print(JSON.text(comparison.rows)) }
        let style = Terminal.style
        print(style.bold("The last of \(days) days: what was released, and what only a simulation knows") + "\n")
        print(comparison.text(style: style))
        let share = (comparison.coverage * 1000).rounded() / 10
        print(
            """

            Over all days \(share) % of \(comparison.rows.count) figures lie within the interval that promised 95 %.
            What was beyond the catalog's bounds was cut before adding up, which an interval does not cover.
            Cells that are missing were empty, or below their threshold.

            Look: tacit report --demo\(named.option)   or the page of `tacit serve\(named.option)`, under /demo/
            """)
    }
}
