import Glibc
package import TacitWire

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argc: UnsafeMutablePointer<CInt>,
    _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Runs libFuzzer with the arguments of the process, or writes the seeds when they are `--seeds FOLDER`.
package enum Fuzzer {
    package static func run(
        seeds: [[UInt8]], _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> Never {
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--seeds" {
            for (number, seed) in seeds.enumerated() { write(seed, "\(CommandLine.arguments[2])/seed-\(number)") }
            exit(0)
        }
        var argc = CommandLine.argc
        var argv = CommandLine.unsafeArgv
        exit(runDriver(&argc, &argv, test))
    }

    /// Splits an input into what decides the signal, its first byte, and the request, the rest.
    package static func split(_ start: UnsafePointer<UInt8>?, _ count: Int) -> (Signal, UnsafeRawBufferPointer)? {
        guard let start, count > 0 else { return nil }
        let signal = Signal.allCases[Int(start[0]) % Signal.allCases.count]
        return (signal, UnsafeRawBufferPointer(start: start + 1, count: count - 1))
    }

    private static func write(_ bytes: [UInt8], _ path: String) {
        guard let file = fopen(path, "w") else { fatalError("can't write \(path)") }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}
