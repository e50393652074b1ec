import ArgumentParser
import TacitLocal

struct LocalExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write every line that is kept into one file, a JSON object a line.")

    @OptionGroup var options: LocalOptions
    @Argument(help: "The file to write; standard output where none is given.", completion: .file()) var output: String?
    @Flag(help: "Replace the file where it is there already.") var force = false

    func run() throws {
        let folder = LocalFolder(try options.path())
        let file = try output.map { try OutputFile($0, beside: folder, replaces: force) }
        let bytes = folder.exported()
        guard let file, let output else { return print(String(decoding: bytes, as: UTF8.self), terminator: "") }
        try file.write(bytes)
        let count = bytes.count { $0 == UInt8(ascii: "\n") }
        print("Wrote \(count) \(count == 1 ? "line" : "lines") to \(output).")
    }
}
