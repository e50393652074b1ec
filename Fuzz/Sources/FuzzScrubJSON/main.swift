import FuzzDriver
import TacitScrub

// JSON lines that are scrubbed again don't change, and chunks make no difference.

func scrubbed(_ text: [UInt8], by chunk: Int) -> [UInt8] {
    var lines = JSONLineScrubber()
    var output: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: chunk) {
        lines.scrub(Array(text[start..<min(start + chunk, text.count)]), into: &output)
    }
    lines.finish(into: &output)
    return output
}

Fuzzer.run(seeds: Seeds.text) { start, count in
    guard let start, count > 1 else { return 0 }
    let text = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let once = scrubbed(text, by: text.count)
    precondition(scrubbed(text, by: 1 + Int(start[0] % 64)) == once, "the chunks made a difference")
    precondition(scrubbed(once, by: once.count) == once, "the second time changed something")
    return 0
}
