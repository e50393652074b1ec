import FuzzDriver
import TacitScrub

// Scrubbing again changes nothing.

let scrubber = Scrubber()

Fuzzer.run(seeds: Seeds.text) { start, count in
    let text = Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    let once = scrubber.scrubbed(text)
    precondition(scrubber.scrubbed(once) == once, "the second time changed something")
    return 0
}
