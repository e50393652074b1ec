import TacitSeal
import TacitStores
import TacitWire

/// What one request added to the open windows, or what an erasure took out of them, in the form in which it is written down:
/// pseudonyms, cells and bounded integers, by window.
struct JournalEntry {
    /// For each window its key, and what is to be encrypted under it.
    private(set) var sections: [WindowID: (key: WindowKey, content: JournalWriter)] = [:]
    let kind: Kind
    /// The request, so that it counts once when it comes again.
    var request: Request?
    /// How often everything had been purged when the windows took it: see ``Journal/generation``.
    var generation: Int?

    enum Kind: UInt8 {
        case contributions = 1
        case erasure = 2
        /// All requests before it have had their answers.
        case settled = 3
    }

    init(_ kind: Kind = .contributions) { self.kind = kind }

    struct Request {
        let digest: BatchMemory.Digest
        /// `nil` where its sender gave it no identity.
        let batch: BatchMemory.Batch?
        let answer: IngestAnswer
    }

    var isEmpty: Bool { sections.isEmpty }

    /// Adds the contributions of a batch that windows have added up. What they added up before a purge is gone from here too.
    mutating func add(_ batch: ContributionBatch, of generation: Int?) {
        if generation != self.generation { sections = [:] }
        self.generation = generation
        var added = Array(repeating: [Int](), count: batch.windows.count)
        for index in batch.added { added[batch.contributions[index].window].append(index) }
        for (window, added) in added.enumerated() where !added.isEmpty {
            let section = (key: batch.keys[window], content: JournalWriter())
            Self.write(batch, added, to: &sections[batch.windows[window], default: section].content)
        }
    }

    private static func write(_ batch: ContributionBatch, _ added: [Int], to content: inout JournalWriter) {
        content.write(batch.sequence)
        // The labels that they use, numbered anew.
        var numbers = Array(repeating: -1, count: batch.labels.count)
        var labels: [String] = []
        for index in added {
            let open = batch.contributions[index].open
            for position in 0..<open.count where numbers[Int(open.numbers[position])] < 0 {
                numbers[Int(open.numbers[position])] = labels.count
                labels.append(batch.labels[Int(open.numbers[position])])
            }
        }
        content.write(labels.count)
        for label in labels { content.write(label.utf8) }
        content.write(added.count)
        var last: Pseudonym?
        for index in added {
            let contribution = batch.contributions[index]
            let isSame = contribution.contributor != nil && contribution.contributor == last
            var flags: UInt64 = contribution.isErasable ? 4 : 0
            if contribution.contributor != nil { flags |= isSame ? 2 : 1 }
            content.write(flags)
            if let contributor = contribution.contributor, !isSame { content.write(contributor) }
            last = contribution.contributor ?? last
            content.write(contribution.metric)
            content.write(signed: Int64(contribution.item))
            content.write(contribution.closed)
            content.write(contribution.open.count)
            for position in 0..<contribution.open.count {
                content.write(numbers[Int(contribution.open.numbers[position])])
            }
            content.write(signed: contribution.amount)
        }
    }

    /// What was taken out of one window.
    mutating func erase(_ erasure: Erasure, from window: WindowID, _ key: WindowKey) {
        var content = JournalWriter()
        content.write(erasure.sequence)
        content.write(erasure.contributors.count)
        for contributor in erasure.contributors { content.write(contributor) }
        content.write(erasure.metrics.count)
        for metric in erasure.metrics { content.write(metric) }
        sections[window] = (key, content)
    }

    /// All that these contributors had added to these metrics before is gone.
    struct Erasure {
        let sequence: Int
        let contributors: [Pseudonym]
        let metrics: [Int]
    }
}

extension JournalEntry {
    /// A part of a request, as it was written down.
    struct Part {
        var sequence = 0
        var labels: [String] = []
        var contributions: [Contribution] = []
    }

    /// Reads the contributions of one window. `metric` gives the present number of a metric, or `nil` where it is another one now.
    static func parts(in bytes: [UInt8], metric: (Int) throws(JournalReader.Fault) -> Int?) throws(JournalReader.Fault)
        -> [Part]
    {
        var reader = JournalReader(bytes)
        var parts: [Part] = []
        while !reader.isAtEnd {
            var part = Part()
            part.sequence = Int(clamping: try reader.number())
            for _ in 0..<(try reader.count()) { part.labels.append(try reader.text()) }
            var last: Pseudonym?
            for _ in 0..<(try reader.count()) {
                if let contribution = try contribution(from: &reader, part.labels.count, &last, metric) {
                    part.contributions.append(contribution)
                }
            }
            parts.append(part)
        }
        return parts
    }

    private static func contribution(
        from reader: inout JournalReader, _ labels: Int, _ last: inout Pseudonym?,
        _ metric: (Int) throws(JournalReader.Fault) -> Int?
    ) throws(JournalReader.Fault) -> Contribution? {
        let flags = try reader.number()
        if flags & 1 != 0 { last = try reader.pseudonym() }
        let number = try metric(reader.index(below: 1 << 20))
        let item = Int(try reader.signed())
        let closed = try reader.index(below: .max)
        var open = OpenLabels()
        let count = try reader.index(below: 5)
        for _ in 0..<count { open.append(try reader.index(below: labels)) }
        let amount = try reader.signed()
        guard let number else { return nil }
        return Contribution(
            metric: number, window: 0, item: item, contributor: flags & 3 != 0 ? last : nil, closed: closed, open: open,
            amount: amount, isErasable: flags & 4 != 0)
    }

    static func erasure(in bytes: [UInt8]) throws(JournalReader.Fault) -> Erasure {
        var reader = JournalReader(bytes)
        let sequence = Int(clamping: try reader.number())
        var contributors: [Pseudonym] = []
        for _ in 0..<(try reader.count()) { contributors.append(try reader.pseudonym()) }
        var metrics: [Int] = []
        for _ in 0..<(try reader.count()) { metrics.append(try reader.index(below: 1 << 20)) }
        return Erasure(sequence: sequence, contributors: contributors, metrics: metrics)
    }
}

extension JournalEntry.Request {
    /// In bytes, which only the folder's key opens.
    var bytes: [UInt8] {
        var content = JournalWriter()
        content.write(digest.bytes)
        content.write(batch?.id.bytes ?? [])
        content.write(batch?.signal.name.utf8 ?? "".utf8)
        content.write(signed: answer.received)
        content.write(signed: answer.refused)
        content.write(signed: answer.receivedAt)
        content.write(answer.reasons.count)
        for (rule, count) in answer.reasons {
            content.write(rule.id.utf8)
            content.write(signed: count)
        }
        return content.bytes
    }

    init(_ bytes: [UInt8]) throws(JournalReader.Fault) {
        var reader = JournalReader(bytes)
        guard let digest = BatchMemory.Digest(bytes: try reader.bytes()) else { throw JournalReader.Fault() }
        self.digest = digest
        let (id, signal) = (BatchID(try reader.bytes()), try reader.text())
        batch = id.flatMap { id in
            Signal.allCases.first { $0.name == signal }.map { BatchMemory.Batch(id: id, signal: $0) }
        }
        let (received, refused, receivedAt) = (try reader.signed(), try reader.signed(), try reader.signed())
        var reasons: [(rule: Rule, count: Int64)] = []
        for _ in 0..<(try reader.count()) {
            let (name, count) = (try reader.text(), try reader.signed())
            if let rule = Rule.allCases.first(where: { $0.id == name }) { reasons.append((rule, count)) }
        }
        answer = IngestAnswer(received: received, refused: refused, reasons: reasons, receivedAt: receivedAt)
    }
}
