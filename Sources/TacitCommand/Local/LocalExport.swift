import ArgumentParser
import TacitLocal
import TacitSeal

struct LocalExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write every line that is kept into one file, a JSON object a line.")

    @OptionGroup var options: LocalOptions
    @Argument(help: "The file to write; standard output where none is given.", completion: .file()) var output: String?

    func run() throws {
        let bytes = LocalFolder(try options.path()).exported()
        guard let output else { return print(String(decoding: bytes, as: UTF8.self), terminator: "") }
        try Failure.of { try Files.replace(output, with: bytes) }
        print("Wrote \(bytes.count { $0 == UInt8(ascii: "\n") }) lines to \(output).")
    }
}
