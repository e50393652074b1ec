import FuzzDriver
import OTLPScrubbing
import TacitScrub
import TacitWire

// Any request is refused or scrubbed into one that reads as well, and that scrubbing again leaves as it is.

func scrubbed(_ bytes: UnsafeRawBufferPointer, _ signal: Signal) throws(WireError) -> [UInt8]? {
    var scrubber = OTLPScrubber(Scrubber())
    return try scrubber.scrub(bytes, signal: signal).bytes
}

func strings(_ bytes: UnsafeRawBufferPointer, _ signal: Signal) throws(WireError) -> Int {
    var count = 0
    try OTLPStrings.walk(bytes, signal: signal) { _ in count += 1 }
    return count
}

Fuzzer.run(seeds: Seeds.protobuf + Seeds.sensitive) { start, count in
    guard let (signal, bytes) = Fuzzer.split(start, count) else { return 0 }
    var isRead = true
    do throws(WireError) { _ = try strings(bytes, signal) } catch { isRead = false }
    do {
        guard let once = try scrubbed(bytes, signal) else { return 0 }
        precondition(isRead, "a request that can't be read was scrubbed")
        try once.withUnsafeBytes { once in
            _ = try strings(once, signal)
            guard let twice = try scrubbed(once, signal) else { return }
            precondition(twice.elementsEqual(once), "the second time changed something")
        }
    } catch {
        precondition(!isRead, "a request that can be read was refused")
    }
    return 0
}
