import FuzzDriver
import TacitWire

// The transcoder reads any text without harm, and what it writes is a well-formed request.

Fuzzer.run(seeds: Seeds.json) { start, count in
    guard let (signal, text) = Fuzzer.split(start, count) else { return 0 }
    guard let bytes = try? OTLPJSON.protobuf(from: text, signal: signal) else { return 0 }
    bytes.withUnsafeBytes { written in
        do throws(WireError) {
            try OTLPStrings.check(written, signal: signal)
        } catch {
            preconditionFailure("what the transcoder wrote is refused: \(error)")
        }
    }
    return 0
}
