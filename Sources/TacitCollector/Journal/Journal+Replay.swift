import Crypto
import Foundation
import Logging
import TacitCatalog
import TacitSeal
import TacitStores

extension Journal {
    /// What an earlier run left: windows that are still open, with what was added to them, and the requests that it took.
    struct Replayed {
        var windows = 0
        var requestCount = 0
        /// Those that have an identity.
        var batches: [(batch: BatchMemory.Batch, request: JournalEntry.Request)] = []
        /// The last ones without, whose senders may have had no answer: of the last quarter of an hour before the crash.
        var unanswered: [JournalEntry.Request] = []
        /// Files that end in the middle of a request, which was never acknowledged.
        var unfinished = 0
        /// Windows of lengths that no metric has now.
        var asleep = 0
        /// What could not be read, by place, with what to do.
        var faults: [FileFault] = []
        /// Metrics that mean something else now, or nothing.
        var droppedMetrics: Set<String> = []

        /// More can't have been on their way to their senders at once.
        private static let mostUnanswered = 20_000
        /// When the last request came, in seconds since 1970.
        private var lastReceived: Int64 = .min

        mutating func note(_ request: JournalEntry.Request) {
            requestCount += 1
            lastReceived = request.answer.receivedAt
            if let batch = request.batch { return batches.append((batch, request)) }
            unanswered.append(request)
            // Now and then, so that each is moved once at most.
            if unanswered.count > 2 * Self.mostUnanswered { unanswered.removeFirst(Self.mostUnanswered) }
        }

        /// Forgets those whose senders have had an answer, or given up, by when the last request came: what is sent alike later is
        /// another one, and counts.
        mutating func forgetAnswered() {
            unanswered = unanswered.suffix(Self.mostUnanswered).filter {
                $0.answer.receivedAt >= lastReceived - UnansweredRequests.patience
            }
        }
    }

    /// How long a window waits after its end for a metric of its length.
    private static let patience: Int64 = 86_400

    /// Puts back into the windows what earlier runs wrote down, destroys what has closed since, and goes on from there.
    ///
    /// Throws where the folder or a file in it can't be read: begun anew, the journal would be written over what was acknowledged.
    func replay(
        into windows: inout Windows, _ metrics: [JournalSegment.Metric], closedUntil: ClosedUntil, now: Int64
    ) throws(FileFault) -> Replayed {
        var replayed = Replayed()
        let names = try Files.names(in: folder)
        // What a crash left of a file that was being made.
        for name in names where name.hasSuffix(".new") { try Files.shred("\(folder)/\(name)") }
        let (keys, asleep) = try wake(&windows, namedIn: names, closedUntil: closedUntil, now: now)
        replayed.windows = keys.count
        replayed.asleep = asleep.count
        let numbers = names.compactMap(number(of:))
        begin(metrics, after: numbers.max() ?? 0, closedUntil: closedUntil)

        var pass = ReplayPass(keys: keys, asleep: asleep, metrics: metrics)
        let files = try segments(numbers, &pass, &replayed)
        for (number, segment, _) in files {
            let bytes = try Files.content(of: file(number))
            if let remedy = pass.apply(segment, bytes, into: &windows, &replayed) {
                replayed.faults.append(FileFault(.damaged, at: file(number), remedy: remedy))
            }
        }
        replayed.forgetAnswered()
        for window in pass.missing where window.end > closedUntil[window.length] ?? .min {
            replayed.faults.append(
                FileFault(
                    .damaged, at: keyFile(window),
                    remedy: "the key is gone, and what its window had gathered can't be read; put it back from a backup"
                ))
        }
        adopt(files, keys: Set(keys.keys))
        return replayed
    }

    /// The number of a file of the journal by its name.
    private func number(of name: String) -> Int? {
        guard name.hasSuffix(".journal"), let number = Int(name.dropLast(8)), file(number).hasSuffix("/" + name) else {
            return nil
        }
        return number
    }

    /// Opens the windows whose keys lie there, and destroys the keys of those that have closed. Windows that no metric asks for
    /// now sleep.
    private func wake(
        _ windows: inout Windows, namedIn names: [String], closedUntil: ClosedUntil, now: Int64
    ) throws(FileFault) -> (keys: [WindowID: WindowKey], asleep: Set<WindowID>) {
        var keys: [WindowID: WindowKey] = [:]
        var asleep: Set<WindowID> = []
        for window in names.compactMap(Self.window(ofKey:)) {
            let isForgotten = !windows.has(window.length) && window.end + Self.patience < now
            if isForgotten || window.end <= closedUntil[window.length] ?? .min {
                try Files.shred(keyFile(window))
                continue
            }
            let key = try key(of: window)
            if windows.restore(window, key: key) {
                keys[window] = key
            } else {
                asleep.insert(window)
            }
        }
        return (keys, asleep)
    }

    /// The files of the journal that can be read, each of them once.
    private func segments(
        _ numbers: [Int], _ pass: inout ReplayPass, _ replayed: inout Replayed
    ) throws(FileFault) -> [(number: Int, content: JournalSegment, windows: Set<WindowID>)] {
        var files: [(number: Int, content: JournalSegment, windows: Set<WindowID>)] = []
        for number in numbers {
            let bytes = try Files.content(of: file(number))
            // Made, and not written to any more: its head comes with the first request.
            if bytes.isEmpty {
                try Files.remove(file(number))
                replayed.unfinished += 1
                continue
            }
            let remedy: String
            if let segment = JournalSegment(bytes, master) {
                if !files.contains(where: { $0.content.id == segment.id }) {
                    files.append((number, segment, pass.note(segment, bytes)))
                    continue
                }
                remedy = "it is a copy of another one; it is left out; remove it"
            } else {
                remedy = "it is no journal, or its beginning is gone; what it held is lost; remove it"
            }
            replayed.faults.append(FileFault(.damaged, at: file(number), remedy: remedy))
        }
        return files
    }

    /// Without it the window would begin anew, and write over what a better key may still open.
    private func key(of window: WindowID) throws(FileFault) -> WindowKey {
        do throws(FileFault) {
            return try WindowKey.read(keyFile(window), context: Self.context(window), with: master)
        } catch {
            throw FileFault(
                error.code, at: error.place,
                remedy: "\(error.remedy); or remove it, and what its window has gathered is lost")
        }
    }

    static func window(ofKey name: String) -> WindowID? {
        guard name.hasSuffix(".key") else { return nil }
        let parts = name.dropLast(4).split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let length = WindowLength(rawValue: String(parts[0])), let start = Int64(parts[1])
        else {
            return nil
        }
        return WindowID(length: length, start: start)
    }
}

/// Reads the files of a journal twice: first what was erased, then what was added and not erased after, which a later file may
/// tell. Twice, so that no more than one of them is in memory.
private struct ReplayPass {
    let keys: [WindowID: WindowKey]
    let asleep: Set<WindowID>
    let metrics: [JournalSegment.Metric]
    /// Windows that have no key.
    private(set) var missing: Set<WindowID> = []
    /// After all that was written down.
    private var sequence = 0
    /// For a window and a contributor, which metrics were emptied of it, and when.
    private var erased: [WindowID: [Pseudonym: [(sequence: Int, metrics: Set<Int>)]]] = [:]
    /// Who had a place in a window, and was erased from it when.
    private var places: Set<Place> = []

    private struct Place: Hashable {
        let window: WindowID
        let contributor: Pseudonym
        let erasure: Int
    }

    init(keys: [WindowID: WindowKey], asleep: Set<WindowID>, metrics: [JournalSegment.Metric]) {
        self.keys = keys
        self.asleep = asleep
        self.metrics = metrics
    }

    /// Takes the erasures of a file, and tells the open windows that it holds something of.
    mutating func note(_ segment: JournalSegment, _ bytes: [UInt8]) -> Set<WindowID> {
        var windows: Set<WindowID> = []
        var erasures: [JournalSegment.Frame] = []
        _ = segment.forEachFrame(in: bytes) { frame in
            guard let frame else { return }
            windows.formUnion(frame.sections.map(\.window))
            if frame.kind == .erasure { erasures.append(frame) }
        }
        let numbers = numbers(in: segment)
        for frame in erasures {
            for (window, box) in frame.sections {
                guard let key = keys[window], let content = segment.open(box, in: frame, with: key),
                    let erasure = try? JournalEntry.erasure(in: content)
                else { continue }
                sequence = max(sequence, erasure.sequence)
                let metrics = Set(erasure.metrics.compactMap { numbers[$0] ?? nil })
                for contributor in erasure.contributors {
                    erased[window, default: [:]][contributor, default: []].append((erasure.sequence, metrics))
                }
            }
        }
        missing.formUnion(windows.filter { keys[$0] == nil && !asleep.contains($0) })
        return windows.filter { keys[$0] != nil || asleep.contains($0) }
    }

    /// Adds the contributions of a file; what is wrong with it, if anything is.
    mutating func apply(
        _ segment: JournalSegment, _ bytes: [UInt8], into windows: inout Windows, _ replayed: inout Journal.Replayed
    ) -> String? {
        let numbers = numbers(in: segment)
        var damaged = 0
        let ending = segment.forEachFrame(in: bytes) { frame in
            do throws(JournalReader.Fault) {
                guard let frame else { throw JournalReader.Fault() }
                if frame.kind == .settled { replayed.unanswered = [] }
                if !frame.request.isEmpty {
                    guard let content = segment.request(of: frame) else { throw JournalReader.Fault() }
                    replayed.note(try JournalEntry.Request(content))
                }
                for (window, box) in frame.sections where frame.kind == .contributions {
                    // Its window has closed, or its key can't be read, which is said by its own file.
                    guard let key = keys[window] else { continue }
                    guard let content = segment.open(box, in: frame, with: key) else { throw JournalReader.Fault() }
                    let parts = try JournalEntry.parts(in: content) { number throws(JournalReader.Fault) in
                        guard let known = numbers[number] else { throw JournalReader.Fault() }
                        if known == nil { replayed.droppedMetrics.insert(segment.metrics[number].name) }
                        return known
                    }
                    for part in parts { add(part, to: window, &windows) }
                }
            } catch {
                damaged += 1
            }
        }
        windows.goOn(after: sequence)
        switch ending {
        case .nothing: break
        case .unfinished: replayed.unfinished += 1
        case .damaged:
            return "it was altered, and what lies behind that can't be read; the rest is kept"
        }
        return damaged > 0
            ? "\(damaged) of its requests were altered or moved, and are left out; the rest is kept" : nil
    }

    private mutating func add(_ part: JournalEntry.Part, to window: WindowID, _ windows: inout Windows) {
        let erased = erased[window] ?? [:]
        let kept = part.contributions.filter { contribution in
            guard let contributor = contribution.contributor,
                let erasure = erased[contributor]?.first(where: {
                    $0.sequence > part.sequence && $0.metrics.contains(contribution.metric)
                })
            else { return true }
            let place = Place(window: window, contributor: contributor, erasure: erasure.sequence)
            if places.insert(place).inserted { windows.keepPlace(in: window) }
            return false
        }
        windows.goOn(after: part.sequence)
        guard let key = keys[window], !kept.isEmpty else { return }
        var batch = ContributionBatch(replaying: kept, labels: part.labels, in: window, key)
        windows.add(&batch)
    }

    /// For each metric's number in a file its number now; `nil` where its terms have changed, or it is gone.
    private func numbers(in segment: JournalSegment) -> [Int: Int?] {
        let present = Dictionary(metrics.enumerated().map { ($1.name, $0) }) { first, _ in first }
        return Dictionary(
            uniqueKeysWithValues: segment.metrics.enumerated().map { number, metric in
                let known = present[metric.name].flatMap { metrics[$0] == metric ? $0 : nil }
                return (number, known)
            })
    }
}

extension Plan {
    /// The metrics as entries of a journal number them. Where the terms of one change, what was written down of it is dropped.
    var journalMetrics: [JournalSegment.Metric] {
        metrics.map { metric in
            var terms = metric.terms
            terms.description = ""
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            // Terms are numbers and texts, which always encode.
            let bytes = (try? encoder.encode(terms)) ?? Data()
            return .init(
                name: metric.metric.name,
                digest: Array(SHA256.hash(data: bytes + Data(metric.metric.guarantee.window.rawValue.utf8))))
        }
    }
}

extension Journal.Replayed {
    func tell(_ log: Logger) {
        if windows > 0 {
            log.notice(
                "open windows go on",
                metadata: ["windows": "\(windows)", "requests": "\(requestCount)", "unfinished": "\(unfinished)"])
        }
        if asleep > 0 {
            log.warning(
                "windows of a length that no metric has now wait for a day after their end",
                metadata: ["windows": "\(asleep)"])
        }
        for metric in droppedMetrics.sorted() {
            log.warning(
                "what the open windows had of a metric is dropped: the catalog declares it otherwise now",
                metadata: ["metric": "\(metric)"])
        }
        for fault in faults {
            log.error(
                "a part of the journal can't be read",
                metadata: ["place": "\(fault.place)", "remedy": "\(fault.remedy)"])
        }
    }
}
