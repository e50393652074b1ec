/// Requests that have counted although their senders may not know it: a crash came before the answer, or the disk was full. One
/// that comes again, byte for byte, adds nothing and has the first answer, as often as it has counted.
struct UnansweredRequests {
    /// Senders give up before that, in seconds.
    static let patience: Int64 = 900

    private struct Entry {
        var answers: [IngestAnswer]
        var until: Int64
    }

    private var entries: [BatchMemory.Digest: Entry] = [:]

    mutating func remember(_ digest: BatchMemory.Digest, _ answer: IngestAnswer, now: Int64) {
        var answer = answer
        answer.digest = digest
        entries[digest, default: Entry(answers: [], until: 0)].answers.append(answer)
        entries[digest]?.until = now + Self.patience
    }

    mutating func take(_ digest: BatchMemory.Digest, now: Int64) -> IngestAnswer? {
        guard !entries.isEmpty, var entry = entries[digest], now < entry.until else { return nil }
        let answer = entry.answers.popLast()
        entries[digest] = entry.answers.isEmpty ? nil : entry
        // What a table loses lies in it until another takes the place; one that is given back is overwritten.
        if entries.isEmpty { entries = [:] }
        return answer
    }

    mutating func forget(now: Int64) { if !entries.isEmpty { entries = entries.filter { now < $0.value.until } } }
}
