import Crypto
package import TacitCatalog
package import TacitSeal
import TacitStores

/// Reads sealed detail, an hour at a time.
///
/// ```swift
/// let reader = DetailReader(folder, limit: limit, ring: ring, now: now)
/// let found = reader.find(question)               // how many there are, and where
/// reader.forEachHour(of: found) { print($0) }     // once the reading is logged
/// ```
package struct DetailReader: Sendable {
    private let folder: DetailFolder
    private let limit: Int64
    private let ring: KeyRing
    private let now: Int64

    /// - Parameters:
    ///   - limit: for how many seconds a record may be kept.
    ///   - now: in seconds since 1970. What has reached its limit by then is not read, whether or not it is destroyed.
    package init(_ folder: DetailFolder, limit: Int64, ring: KeyRing, now: Int64) {
        self.folder = folder
        self.limit = limit
        self.ring = ring
        self.now = now
    }

    /// What is asked for.
    package struct Question: Sendable, Equatable {
        package var from: CalendarDate
        /// The last day.
        package var through: CalendarDate
        package var metric: String?
        package var event: String?

        package init(
            from: CalendarDate, through: CalendarDate, metric: String? = nil, event: String? = nil
        ) {
            self.from = from
            self.through = through
            self.metric = metric
            self.event = event
        }

        /// In seconds since 1970.
        var span: Range<Int64> { from.unixSeconds..<through.adding(days: 1).unixSeconds }

        func isAbout(_ record: DetailRecord) -> Bool {
            metric.map(record.metrics.contains) ?? true && event.map { $0 == record.event } ?? true
        }
    }

    /// What there is of it: files as long as they were when they were counted.
    package struct Found: Sendable {
        package let question: Question
        package fileprivate(set) var count = 0
        /// Days of the question of which there is something.
        package fileprivate(set) var days = 0
        /// What can't be read, with what to do.
        package fileprivate(set) var faults: [FileFault] = []
        fileprivate var files: [File] = []
    }

    fileprivate struct File {
        let hour: WindowID
        let number: Int
        let path: String
        let length: Int
        let key: DetailKey
    }

    /// Counts what there is, and remembers where.
    package func find(_ question: Question) -> Found {
        var found = Found(question: question)
        let (segments, days): ([WindowID: [DetailFolder.Segment]], [DetailFolder.Day])
        do throws(FileFault) {
            segments = Dictionary(grouping: try folder.segments) { DetailFolder.day(of: $0.hour) }
            days = try folder.days(limit)
        } catch {
            found.faults.append(error)
            return found
        }
        for day in days where question.span.contains(day.day.start) && day.expires > now {
            do throws(FileFault) {
                let key = try DetailKey.read(
                    folder.keyFile(day.day), context: DetailFolder.context(day.day), with: ring)
                // Its file may have been given a later end than it was made with.
                guard key.expires > now else { continue }
                found.days += 1
                found.files += (segments[day.day] ?? []).map {
                    File(hour: $0.hour, number: $0.number, path: $0.path, length: Files.size($0.path) ?? 0, key: key)
                }
            } catch {
                found.faults.append(error)
            }
        }
        for file in found.files {
            let (count, fault) = read(file, question) { _ in }
            found.count += count
            if let fault { found.faults.append(fault) }
        }
        return found
    }

    /// Calls `body` with the records of each hour that has any, in an order that tells nothing of when they came.
    package func forEachHour(of found: Found, _ body: ([DetailRecord]) -> Void) {
        for (_, files) in Dictionary(grouping: found.files, by: \.hour).sorted(by: { $0.key < $1.key }) {
            var records: [DetailRecord] = []
            for file in files { _ = read(file, found.question) { records.append($0) } }
            if !records.isEmpty { body(records.sorted(by: DetailRecord.isShownBefore)) }
        }
    }

    private func read(
        _ file: File, _ question: Question, _ body: (DetailRecord) -> Void
    ) -> (count: Int, fault: FileFault?) {
        // A file that was purged since holds nothing.
        guard let content = Files.read(file.path) else { return (0, nil) }
        let bytes = Array(content.prefix(file.length))
        guard let segment = DetailSegment(bytes, of: file.hour, number: file.number) else {
            // One that is shorter than its head was being begun.
            let isBegun = bytes.count < DetailSegment.headSize
            return (0, isBegun ? nil : Self.damaged(file.path, "its beginning was altered"))
        }
        var (count, altered) = (0, 0)
        let ending = segment.forEachFrame(in: bytes, under: segment.key(day: file.key)) { frame in
            do throws(JournalReader.Fault) {
                guard let frame else { throw JournalReader.Fault() }
                try DetailFrame.read(frame, hour: file.hour.start) { record in
                    guard question.isAbout(record) else { return }
                    count += 1
                    body(record)
                }
            } catch {
                altered += 1
            }
        }
        if case .damaged = ending {
            return (count, Self.damaged(file.path, "it was altered, and what lies behind that can't be read"))
        }
        return (count, altered > 0 ? Self.damaged(file.path, "\(altered) of its frames were altered or moved") : nil)
    }

    private static func damaged(_ path: String, _ what: String) -> FileFault {
        FileFault(.damaged, at: path, remedy: "\(what); find out who could write to it; the rest is shown")
    }
}
