import FuzzDriver
import TacitScrub

// Any bytes, as a text and as the value of any key, are scrubbed without harm; findings are in order and in the text.

let scrubber = Scrubber()

Fuzzer.run(seeds: Seeds.text + Seeds.statements) { start, count in
    guard let start, count > 0 else { return 0 }
    let keyLength = min(Int(start[0]) & 31, count - 1)
    let key = UnsafeRawBufferPointer(start: start + 1, count: keyLength)
    let text = UnsafeRawBufferPointer(start: start + 1 + keyLength, count: count - 1 - keyLength)
    var output: [UInt8] = []
    scrubber.scrub(text, key: key, into: &output)
    var end = 0
    for finding in scrubber.findings(in: text) {
        precondition(finding.range.lowerBound >= end && !finding.range.isEmpty, "findings overlap")
        end = finding.range.upperBound
    }
    precondition(end <= text.count, "a finding runs out of the text")
    return 0
}
