import ArgumentParser
import TacitCollector
import TacitScrub
import TacitWire

/// An OTLP export request in, the scrubbed one out; what is no such request is refused before anything is written.
enum ScrubRequest {
    static func write(_ input: inout ScrubInput, _ scrubber: Scrubber, signal: Signal) throws -> ScrubReport {
        var request: [UInt8] = []
        var chunk: [UInt8] = []
        // One byte more than a request may have is enough to refuse it.
        while request.count <= Int(Int32.max), try input.next(into: &chunk) { request += chunk }
        var scrubber = OTLPScrubber(scrubber)
        let clean: (bytes: [UInt8]?, report: ScrubReport)
        do {
            clean = try request.withUnsafeBytes { try scrubber.scrub($0, signal: signal) }
        } catch {
            throw Failure("\(input.name): \(error)")
        }
        var output = ScrubOutput()
        output.bytes = clean.bytes ?? request
        try output.flush()
        return clean.report
    }
}

extension Signal: ExpressibleByArgument {
    public init?(argument: String) {
        guard let signal = Self.allCases.first(where: { "\($0)" == argument }) else { return nil }
        self = signal
    }

    public static var allValueStrings: [String] { allCases.map { "\($0)" } }
}
