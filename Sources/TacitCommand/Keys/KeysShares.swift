import ArgumentParser
import Foundation
import TacitCollector
import TacitKeys
import TacitSeal

extension Keys {
    struct Split: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Split the master key into shares, of which some make it again and fewer say nothing.",
            discussion: "Give each to another person. They open nothing without the key ring, which is in every backup."
        )

        @OptionGroup var options: CollectorFolder

        @Option(help: "How many shares.")
        var shares: Int

        @Option(help: "How many of them it takes.")
        var threshold: Int

        @Option(help: ArgumentHelp("The folder for the files share-1.json, share-2.json, ….", valueName: "folder"))
        var into: String

        func validate() throws {
            guard (1...255).contains(shares), (1...shares).contains(threshold) else {
                throw ValidationError("--shares takes 1 to 255, and --threshold 1 to as many as there are shares.")
            }
        }

        func run() async throws {
            try await Failure.awaiting {
                let (state, keys) = try options.existing()
                let master = try KeyRingFile(in: state).open(with: keys).master
                try Files.makeFolder(into)
                let shares = KeyShare.split(master, threshold: threshold, shares: shares)
                for share in shares { try ShareFile(in: into, share.number).refuseToReplace() }
                for share in shares { try ShareFile(in: into, share.number).write(share) }
                print(
                    "\(shares.count) shares of master key \(master.fingerprint) are in \(into); any \(threshold) make it again."
                )
            }
        }
    }

    struct Combine: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make the master key's file of enough shares.",
            discussion: "Name the file in `keys.file`, or put it into the state folder as master.key.")

        @Argument(help: ArgumentHelp("Files of shares.", valueName: "file"), completion: .file(extensions: ["json"]))
        var shares: [String]

        @Option(help: ArgumentHelp("The file to write the key to.", valueName: "file"))
        var into: String

        func run() async throws {
            try await Failure.awaiting {
                let read = try shares.map { (place: $0, share: try ShareFile($0).read()) }
                let master = try KeyShare.combine(read)
                guard !Files.exist(into) else {
                    throw FileFault(.unwritable, at: into, remedy: "it is there already, and is not written over")
                }
                try master.create(file: into)
                print("Master key \(master.fingerprint) is in \(into).")
            }
        }
    }
}

/// A share in a file that its owner alone can read.
private struct ShareFile {
    let path: String

    init(_ path: String) { self.path = path }

    init(in folder: String, _ number: Int) { path = "\(folder)/share-\(number).json" }

    func refuseToReplace() throws {
        guard !Files.exist(path) else {
            throw FileFault(.unwritable, at: path, remedy: "it is there already, and is not written over")
        }
    }

    func write(_ share: KeyShare) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try KeyFile(path).create(SecretBytes(copying: Array(encoder.encode(share))))
    }

    func read() throws -> KeyShare {
        let content = try KeyFile(path).read(atMost: 1 << 16)
        guard let share = content.withBytes({ try? JSONDecoder().decode(KeyShare.self, from: Data($0)) }) else {
            throw KeyError(
                .shareAltered, at: path, remedy: "it is no share, or not as it was written; take another one")
        }
        return share
    }
}
