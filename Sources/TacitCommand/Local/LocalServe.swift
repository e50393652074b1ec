import ArgumentParser
import CTacitSystem
import Foundation
import TacitLocal

struct LocalServe: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the page on loopback, without looking at the system.")

    @OptionGroup var options: LocalOptions
    @Option(help: "The port of the page.") var port: UInt16?

    func run() throws {
        let folder = try options.open()
        let stop = tacit_stop_descriptor()
        let server = try LocalPageServer(folder, port: port ?? options.configuration().port)
        let closed = Egress.close(connectPorts: nil)
        print(try server.open())
        if !closed.socketsDenied { Terminal.say(closed.remark ?? "the network is not closed") }
        Terminal.flush()
        server.start()
        while !Waiting.isReady(stop, until: .max) {}
        server.end()
    }
}

struct LocalLink: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Print an address that opens the page once.")

    @OptionGroup var options: LocalOptions

    func run() throws { print(try LocalPageServer.link(LocalFolder(options.path()))) }
}
