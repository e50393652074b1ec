import FuzzDriver
import TacitScrub

// A stream in random chunks comes to the same as the whole.

let scrubber = Scrubber()

Fuzzer.run(seeds: Seeds.text + Seeds.statements) { start, count in
    guard let start, count > 1 else { return 0 }
    let text = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    var random = UInt32(start[0]) &* 0x9E37_79B1 | 1
    var stream = StreamScrubber(scrubber)
    var output: [UInt8] = []
    var i = 0
    while i < text.count {
        random = random &* 1_664_525 &+ 1_013_904_223
        let end = min(text.count, i + 1 + Int(random >> 26))
        stream.scrub(Array(text[i..<end]), into: &output)
        i = end
    }
    stream.finish(into: &output)
    precondition(output == scrubber.scrubbed(text), "the stream differs from the whole")
    return 0
}
