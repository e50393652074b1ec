import ArgumentParser
import Foundation
import TacitCollector
import TacitKeys
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

        @OptionGroup var options: VerifyOptions

        func run() async throws {
            // The bytes first: they can be looked at where nothing else can be read any more.
            var verification = try await options.storage()
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

        @OptionGroup var options: VerifyOptions

        func run() async throws { try options.tell(try await options.privacy()) }
    }

    struct Storage: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read every stored byte: files, pages used and free, logs, journal, keys, and sessions in Redis.",
            discussion: """
                What it finds is named by file, page and place, never by what it is. Sessions that are kept in memory have no byte
                on a disk; what a crash or a swapped page could leave is not in this folder, and is not looked at.
                """)

        @OptionGroup var options: VerifyOptions

        func run() async throws { try options.tell(try await options.storage()) }
    }
}

/// What is looked at: the folder that is named, or that of the configuration, and the sessions that the configuration keeps elsewhere.
struct VerifyOptions: ParsableArguments {
    @OptionGroup var named: CollectorFolder

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Look into the folder of `tacit demo`.")
    var demo = false

    /// A folder that somebody names can be looked at although the configuration can't be read.
    private func folder() throws -> (state: String, keys: KeySource) {
        guard named.state != nil || demo else {
            _ = try named.existing()
            return try named.configured()
        }
        let folder = try named.existing(demo: demo)
        return (folder, try named.keys(in: folder))
    }

    fileprivate func privacy() async throws -> Verification {
        let (state, keys) = try Failure.of(folder)
        let (store, catalog, now) = try await FolderOptions.read(StateFolder.database(in: state), keys: keys)
        do {
            return try await PrivacyVerifier(store: store, catalog: catalog, now: now).verify()
        } catch {
            throw Failure(error)
        }
    }

    fileprivate func storage() async throws -> Verification {
        // Keys are held in memory for as long as it takes to look for them.
        CoreDumps.forbid()
        let (state, keys) = try Failure.of(folder)
        var verification = await StorageVerifier(
            state: state, keys: keys, wall: Int64(Date().timeIntervalSince1970)
        ).verify()
        guard !demo else { return verification }
        do {
            guard named.config ?? CollectorFolder.defaultFile != nil else { return verification }
            guard let redis = try RedisVerifier(named.configuration().sessions) else { return verification }
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
