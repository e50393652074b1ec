/// The levels in the files, by name.
struct LevelHistories {
    private struct History {
        let name: Name
        var points: [Picture.LevelPoint]
        var last: LevelStatus?
    }

    private static let shown = 400

    private var histories: [History] = []
    private(set) var tally = LocalFolder.Tally()

    /// - Parameter now: what is dated later, or should be gone by then, is counted but not shown.
    init(_ folder: LocalFolder, at now: Moment, from day: Int64 = .min) {
        for file in folder.files where file.part == .levels && file.day >= day {
            folder.forEachLine(of: file) { line in
                // The bytes of the line lie still while they are read.
                let isRead = line.withUnsafeBufferPointer { add($0, at: now) }
                if !isRead { tally.unreadable += 1 }
            }
        }
        for index in histories.indices { histories[index].points.sortByTime { $0.timestamp } }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, at now: Moment) -> Bool {
        let quick = QuickLine.level(bytes)
        let known = quick.flatMap { quick in
            histories.firstIndex { $0.name.text.utf8.elementsEqual(bytes[quick.name]) }
        }
        let record: LevelStatus
        let index: Int
        if let quick, let known {
            index = known
            record = LevelStatus(
                timestamp: quick.time, name: histories[known].name, level: quick.level, evolution: quick.evolution,
                windowSeconds: quick.windowSeconds, certainty: quick.certainty, functional: quick.functional)
        } else {
            guard let read = Line(Array(bytes)[...]).flatMap(LevelStatus.init) else { return false }
            record = read
            index = histories.firstIndex { $0.name == read.name } ?? histories.count
            if index == histories.count { histories.append(History(name: read.name, points: [], last: nil)) }
        }
        tally.lines += 1
        guard Part.levels.counts(record.timestamp, at: now) else { return true }
        histories[index].points.append(Picture.LevelPoint(timestamp: record.timestamp, level: record.level))
        if histories[index].last.map({ $0.timestamp <= record.timestamp }) ?? true { histories[index].last = record }
        return true
    }

    /// The points of one level, in the order of time.
    func points(of name: Name) -> [Picture.LevelPoint] {
        histories.first { $0.name == name }?.points ?? []
    }

    func pictures(at now: Moment) -> [Picture.Level] {
        histories.compactMap { history in
            guard let last = history.last, let first = history.points.first else { return nil }
            let medians = LevelTrend.medians(
                of: history.points, from: first.timestamp - 1, until: max(now, last.timestamp), count: Self.shown)
            return Picture.Level(
                name: last.name, last: last,
                points: medians.map { Picture.LevelPoint(timestamp: $0.last, level: $0.level) },
                lines: history.points.count)
        }.sorted { $0.name < $1.name }
    }
}

extension Array {
    /// Several processes, or a clock that was set back, may have written out of order; nearly always nothing is to be done.
    mutating func sortByTime(_ time: (Element) -> Moment) {
        guard !zip(self, dropFirst()).allSatisfy({ time($0) <= time($1) }) else { return }
        sort { time($0) < time($1) }
    }
}
