/// The levels in the files, by name.
struct LevelHistories {
    private struct History {
        let name: [UInt8]
        var points: [Picture.LevelPoint]
        var last: LevelStatus?
    }

    private static let shown = 400

    private var histories: [History] = []
    private(set) var lines = 0
    private(set) var unreadable = 0

    init(_ folder: LocalFolder, from day: Int64 = .min) {
        for file in folder.files where file.part == .levels && file.day >= day {
            let bytes = folder.bytes(of: file)
            // The lines lie within the bytes for as long as the closure runs.
            bytes.withUnsafeBufferPointer { buffer in
                bytes.forEachLine { line in
                    let quick = UnsafeBufferPointer(rebasing: buffer[line.indices])
                    if let level = QuickLine.level(quick) {
                        add(quick[level.name], Picture.LevelPoint(timestamp: level.time, level: level.level))
                    } else if let record = Line(line).flatMap(LevelStatus.init) {
                        add(record.name.text.utf8, Picture.LevelPoint(timestamp: record.timestamp, level: record.level))
                    } else {
                        unreadable += 1
                    }
                }
            }
            var missing = histories.count
            for line in bytes.lastLines(1000).reversed() where missing > 0 {
                guard let record = Line(line).flatMap(LevelStatus.init),
                    let index = histories.firstIndex(where: { $0.name.elementsEqual(record.name.text.utf8) }),
                    histories[index].last.map({ $0.timestamp < record.timestamp }) ?? true
                else { continue }
                histories[index].last = record
                missing -= 1
            }
        }
        for index in histories.indices { histories[index].points.sortByTime() }
    }

    private mutating func add(_ name: some Collection<UInt8>, _ point: Picture.LevelPoint) {
        lines += 1
        if let index = histories.firstIndex(where: { $0.name.elementsEqual(name) }) {
            histories[index].points.append(point)
        } else {
            histories.append(History(name: Array(name), points: [point], last: nil))
        }
    }

    /// The points of one level, in the order of time.
    func points(of name: Name) -> [Picture.LevelPoint] {
        histories.first { $0.name.elementsEqual(name.text.utf8) }?.points ?? []
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

extension Array where Element == Picture.LevelPoint {
    /// Several processes, or a clock that was set back, may have written out of order; nearly always nothing is to be done.
    mutating func sortByTime() {
        guard !zip(self, dropFirst()).allSatisfy({ $0.timestamp <= $1.timestamp }) else { return }
        sort { $0.timestamp < $1.timestamp }
    }
}
