import ArgumentParser
import Foundation
import TacitCollector
import TacitScrub
import TacitSeal

struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make, list and revoke the tokens of a collector.",
        discussion: """
            From the first ingest token on, whoever sends to the collector needs one. A collector that runs takes up changes
            within a second or two.
            """,
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a token. It is shown this once and kept nowhere.")

        @OptionGroup var named: CollectorFolder

        @Option(help: ArgumentHelp("Whose token it is: a name, for the list.", valueName: "name"))
        var project: String

        @Option(help: "ingest sends data; viewer reads the page, operator also /metrics, officer everything.")
        var role = AccessRole.ingest

        @Option(help: ArgumentHelp("After how long it ends, such as 12h or 90d; without it, when it is revoked."))
        var expires: String?

        @Flag(help: "Write JSON.")
        var json = false

        func validate() throws {
            guard (1...64).contains(project.utf8.count),
                project.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
            else {
                throw ValidationError("--project takes a name of 1 to 64 letters, digits and signs, without spaces.")
            }
            // As it stands in the file, which is kept for as long as the folder.
            if let finding = Scrubber().findings(in: JSON.text(["project": project])).first {
                throw ValidationError(
                    "--project reads like \(finding.kind), which the state folder must not hold; name a program or a role."
                )
            }
            _ = try seconds()
        }

        func run() throws {
            let state = try named.path()
            let (token, record) = try Failure.of {
                try Files.makeFolder(state)
                return try TokenFile(in: state).create(
                    project: project, role: role, lasting: try seconds(), now: Token.now)
            }
            if json {
                print(JSON.text(Made(token: token.text, id: record.id, project: project, role: role)))
            } else {
                print(token.text)
                Terminal.say(
                    "This is the only time that it is shown. Revoke it with: tacit token revoke \(record.id)\(named.option)"
                )
            }
        }

        private struct Made: Encodable {
            let token: String
            let id: String
            let project: String
            let role: AccessRole
        }

        private func seconds() throws -> Int64? {
            guard let expires else { return nil }
            let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
            guard let unit = expires.last.flatMap({ units[$0] }), let count = Int64(expires.dropLast()),
                (1...36500).contains(count)
            else { throw ValidationError("--expires takes a number from 1 to 36500 with s, m, h or d, such as 90d.") }
            return count * unit
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the tokens that were made, without the tokens.")

        @OptionGroup var named: CollectorFolder

        @Flag(help: "Write JSON.")
        var json = false

        func run() throws {
            let tokens = try Failure.of { try TokenFile(in: named.existing()).read() }.map { Row($0, now: Token.now) }
            if json { return print(JSON.text(tokens)) }
            guard !tokens.isEmpty else {
                return print("No token was ever made here: whoever reaches the collector may send.")
            }
            for token in tokens {
                let columns = [
                    (token.id, 8), (token.role.rawValue, 8), (token.status, 7), (token.expires ?? "never ends", 20),
                ]
                let row = columns.map { $0.0.padding(toLength: $0.1, withPad: " ", startingAt: 0) }
                print((row + [token.project]).joined(separator: "  "))
            }
        }

        private struct Row: Encodable {
            let id: String
            let project: String
            let role: AccessRole
            let created: String
            let expires: String?
            let revoked: String?
            let status: String

            init(_ record: TokenRecord, now: Int64) {
                id = record.id
                project = record.project
                role = record.role
                created = Self.text(record.created)
                expires = record.expires.map(Self.text)
                revoked = record.revoked.map(Self.text)
                status = record.isValid(at: now) ? "valid" : record.revoked == nil ? "expired" : "revoked"
            }

            private static func text(_ seconds: Int64) -> String {
                Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
            }
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a token back for good.")

        @OptionGroup var named: CollectorFolder

        @Argument(help: "The token's identifier: the eight digits that `tacit token list` shows.")
        var id: String

        func run() throws {
            let state = try named.path()
            guard let record = try Failure.of({ try TokenFile(in: state).revoke(id, now: Token.now) }) else {
                throw Failure("There is no such token in \(state); `tacit token list` shows those that there are.")
            }
            print("\(record.id) of \(record.project) is revoked.")
        }
    }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970) }
}

extension AccessRole: ExpressibleByArgument {}
