import ArgumentParser

struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show, change, share and keep the keys of a state folder.",
        discussion: """
            All that is encrypted hangs on a key ring in the state folder, which lies under a master key. Where that one comes from
            is a matter of the configuration (`keys.source`). No command shows a key.
            """,
        subcommands: [List.self, Rotate.self, Split.self, Combine.self, Backup.self, Restore.self])
}
