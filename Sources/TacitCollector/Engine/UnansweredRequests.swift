/// Requests that have counted although their senders may not know it: a crash came before the answer, or the disk was full. One
/// that comes again, byte for byte, adds nothing and has the first answer, once.
struct UnansweredRequests {
    /// Senders give up before that.
    private static let patience: Int64 = 900
    /// Before a crash, how long ago an answer may not have been on its way.
    private static let flight: Int64 = 120

    private var answers: [BatchMemory.Digest: (answer: IngestAnswer, until: Int64)] = [:]

    /// The last ones of an earlier run.
    mutating func remember(_ requests: [JournalEntry.Request], now: Int64) {
        let newest = requests.map(\.answer.receivedAt).max() ?? 0
        for request in requests where request.batch == nil && request.answer.receivedAt >= newest - Self.flight {
            remember(request.digest, request.answer, now: now)
        }
    }

    mutating func remember(_ digest: BatchMemory.Digest, _ answer: IngestAnswer, now: Int64) {
        var answer = answer
        answer.digest = digest
        answers[digest] = (answer, now + Self.patience)
    }

    mutating func take(_ digest: BatchMemory.Digest, now: Int64) -> IngestAnswer? {
        guard !answers.isEmpty, let known = answers.removeValue(forKey: digest), now < known.until else { return nil }
        return known.answer
    }

    mutating func forget(now: Int64) { if !answers.isEmpty { answers = answers.filter { now < $0.value.until } } }
}
