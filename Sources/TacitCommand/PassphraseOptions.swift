import ArgumentParser
import TacitCollector
import TacitKeys

/// The passphrase of a file that leaves the machine.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file whose first line is the passphrase; without it, it is typed or comes on standard input.",
            valueName: "file"), completion: .file())
    var passphraseFile: String?

    var passphrase: Passphrase { Self.passphrase(passphraseFile, asking: "Passphrase of the backup: ") }

    /// From a file, or from standard input.
    static func passphrase(_ file: String?, asking question: String) -> Passphrase {
        Passphrase(file.map { .file($0) } ?? .descriptor(0), asking: question)
    }
}
