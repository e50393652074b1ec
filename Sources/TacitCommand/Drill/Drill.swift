import ArgumentParser
import Foundation
import TacitCollector
import TacitSeal

struct Drill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Send made-up personal values through every entry, and search for them everywhere. Exits 3 where one is found.",
        discussion: """
            Without options it starts a collector of its own, in a folder that goes with it, with TLS on all listeners: nothing of
            yours is touched. With --collector it sends to one that runs, and looks at what can be reached from here; name its
            --state folder and its --process to have those searched too. A token is taken from TACIT_TOKEN.
            """)

    @Option(help: ArgumentHelp("Where a running collector takes OTLP over HTTP.", valueName: "address"))
    var collector: String?

    @Option(help: ArgumentHelp("Where its page is.", valueName: "address"))
    var page: String?

    @Option(
        name: .customLong("ca"),
        help: ArgumentHelp(
            "The certificates, in PEM, of who signed its own, where the system does not know them.", valueName: "file"),
        completion: .file(extensions: ["pem", "crt"]))
    var authority: String?

    @Option(help: ArgumentHelp("Its state folder.", valueName: "folder"), completion: .directory)
    var state: String?

    @Option(help: ArgumentHelp("A file or folder of its logs, or backups; may be repeated.", valueName: "path"))
    var also: [String] = []

    @Option(help: ArgumentHelp("Its process, whose memory is searched.", valueName: "number"))
    var process: Int32?

    @Flag(help: "Look at what goes over the network too: without TLS, everything is found there.")
    var wire = false

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard collector != nil || (page == nil && authority == nil && state == nil && process == nil && !wire) else {
            throw ValidationError("--page, --ca, --state, --process and --wire are for --collector.")
        }
        if let authority { try AuthorityFile.check(authority) }
        for address in [collector, page].compactMap({ $0 }) where URL(string: address)?.host() == nil {
            throw ValidationError("An address is needed such as http://127.0.0.1:4318.")
        }
        // What is not there would else hold nothing, and so nothing that was sent.
        if let state, !Self.isFolder(state) { throw ValidationError("--state \(state): there is no such folder.") }
        for path in also where !Files.exist(path) {
            throw ValidationError("--also \(path): there is no such file or folder.")
        }
    }

    func run() async throws {
        if collector != nil { CoreDumps.forbid() }
        let report: DrillReport
        do {
            report = collector == nil ? try await own.run() : try await live().run()
        } catch let failure as Failure {
            throw failure
        } catch {
            // What a library says of a request could quote it.
            throw Failure("The drill could not be carried out (\(type(of: error))); see that the collector answers.")
        }
        print(json ? JSON.text(report) : report.text(Terminal.style))
        if !report.passed { throw ExitCode(3) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private var own: OwnDrill {
        #if DEBUG
            OwnDrill(also: also, environment: InsecureBuild.passedOn)
        #else
            OwnDrill(also: also)
        #endif
    }

    private func live() -> LiveDrill {
        LiveDrill(
            collector: collector ?? "", page: page, authority: authority, state: state, also: also, process: process,
            wire: wire, token: ProcessInfo.processInfo.environment["TACIT_TOKEN"])
    }
}
