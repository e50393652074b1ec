import ArgumentParser

struct Local: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "local",
        abstract: "See how a system feels, on its owner's machine and nowhere else.",
        discussion: """
            No server, no database, no account, no network: lines of JSON in one folder, a page on loopback. Nothing is collected
            before a part is switched on: health, resources, services, levels, errors, alerts.
            """,
        subcommands: [
            LocalStart.self, LocalStatus.self, LocalOn.self, LocalOff.self, LocalServe.self, LocalLink.self,
            LocalRecording.self, LocalReport.self, LocalExport.self, LocalDelete.self, LocalVerify.self,
            LocalConfig.self,
        ])
}
