import ArgumentParser
import Foundation
import TacitCollector
import TacitSeal
import TacitStores

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check what is stored against what was promised. Exits 3 where something falls short.",
        discussion: """
            Without a subcommand it does both: the figures against their price, and every stored byte against what may lie there.
            Nothing is written, spent or locked: it can be run beside a collector.
            """,
        subcommands: [Everything.self, Privacy.self, Storage.self], defaultSubcommand: Everything.self)

    struct Everything: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "all", abstract: "Both: figures and bytes. This is what happens without a subcommand.")

        @OptionGroup var options: FolderOptions
        @OptionGroup var sessions: SessionOptions

        func run() async throws {
            // The bytes first: they can be looked at where nothing else can be read any more.
            var verification = try await options.storage(sessions)
            if let privacy = try? await options.privacy() {
                verification.checks = privacy.checks + verification.checks
            }
            try options.tell(verification)
        }
    }

    struct Privacy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Compare every stored figure with its price in the ledger, and try to find people in the figures.",
            discussion: "Nothing is drawn, spent or changed.")

        @OptionGroup var options: FolderOptions

        func run() async throws { try options.tell(try await options.privacy()) }
    }

    struct Storage: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read every stored byte: files, pages used and free, logs, journal, keys, and sessions in Redis.",
            discussion: """
                What it finds is named by file, page and place, never by what it is. Sessions that are kept in memory have no byte
                on a disk; what a crash or a swapped page could leave is not in this folder, and is not looked at.
                """)

        @OptionGroup var options: FolderOptions
        @OptionGroup var sessions: SessionOptions

        func run() async throws { try options.tell(try await options.storage(sessions)) }
    }
}

/// Where sessions lie that are in no folder.
struct SessionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file, which says whether sessions lie in Redis; `tacit.yaml` if it is there.",
            valueName: "file"), completion: .file(extensions: ["yaml"]))
    var config: String?

    /// `nil` where there are none, or nobody says where.
    func verifier(for state: String) throws -> RedisVerifier? {
        guard let file = config ?? KeyOptions.defaultFile else { return nil }
        let configuration = try CollectorConfiguration.load(
            file: file, environment: ProcessInfo.processInfo.environment, overrides: ["state": state])
        return RedisVerifier(configuration.sessions)
    }
}

extension FolderOptions {
    fileprivate func privacy() async throws -> Verification {
        let (store, catalog, now) = try await read()
        do {
            return try await PrivacyVerifier(store: store, catalog: catalog, now: now).verify()
        } catch {
            throw Failure(error)
        }
    }

    fileprivate func storage(_ sessions: SessionOptions) async throws -> Verification {
        // Keys are held in memory for as long as it takes to look for them.
        CoreDumps.forbid()
        let folder = demo ? Demo.folder(in: state) : state
        var verification = await StorageVerifier(
            state: folder, keys: try FolderKeys.source(of: StateFolder.database(in: folder)),
            wall: Int64(Date().timeIntervalSince1970)
        ).verify()
        guard !demo else { return verification }
        do {
            guard let redis = try sessions.verifier(for: folder) else { return verification }
            let (checks, held) = await redis.verify(now: verification.generatedAt)
            verification.checks += checks
            verification.held = (verification.held ?? []) + held
        } catch {
            verification.checks.append(RedisVerifier.unknown)
        }
        return verification
    }

    fileprivate func tell(_ verification: Verification) throws {
        print(json ? JSON.text(verification) : VerificationText(verification, style: Terminal.style).text)
        if !verification.holds { throw ExitCode(3) }
    }
}
