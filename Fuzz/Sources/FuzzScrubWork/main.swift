import FuzzDriver
import TacitScrub

// Looks for texts whose scrubbing takes more work than their length allows: the work on eight copies is at most about
// eight times the work on one, and no byte calls for more than a bounded number of verifiers.

let scrubber = Scrubber()

func work(_ piece: [UInt8], copies: Int) -> Int {
    var text: [UInt8] = []
    for _ in 0..<copies { text += piece }
    return text.withUnsafeBytes { scrubber.verifications(of: $0) }
}

Fuzzer.run(seeds: Seeds.text + Seeds.statements) { start, count in
    guard let start, count > 0, count <= 4096 else { return 0 }
    let piece = Array(UnsafeBufferPointer(start: start, count: count))
    let copies = max(1, 4096 / count)
    let (one, eight) = (work(piece, copies: copies), work(piece, copies: 8 * copies))
    precondition(eight <= 9 * one + 4096, "work grows faster than the text")
    precondition(eight <= 64 * 8 * copies * count, "a byte calls for too many verifiers")
    return 0
}
