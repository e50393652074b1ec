/// Small pictures in block characters.
enum Blocks {
    private static let heights = Array("▁▂▃▄▅▆▇█")

    /// A block for a share from 0 to 1; only what is whole is full.
    static func block(_ share: Double) -> Character {
        let share = min(1, max(0, share.isFinite ? share : 0))
        return heights[min(heights.count - 1, Int(share * Double(heights.count - 1) + 1e-9))]
    }

    /// A block a day for how much of it was healthy, `·` where nothing is known; under it the sign of what was not well.
    static func strip(_ days: [StripDay]) -> (blocks: String, signs: String) {
        let blocks = days.map { day -> Character in
            day.known == 0 ? "·" : block(Double(day.minutes(.healthy)) / Double(max(1, day.elapsed)))
        }
        let signs = days.map { day -> String in
            switch day.worst {
            case .critical, .degraded: day.worst?.sign ?? ""
            case .healthy: day.unknown * 100 > day.elapsed ? "·" : " "
            case nil: " "
            }
        }
        return (String(blocks), signs.joined())
    }

    /// A level over its time, from 0 to 1; a space where nothing was written.
    static func sparkline(_ points: [Picture.LevelPoint], width: Int) -> String {
        guard let first = points.first?.timestamp, let last = points.last?.timestamp, width > 0 else { return "" }
        let span = Double(max(1, last - first + 1))
        var sums = [(total: Double, count: Int)](repeating: (0, 0), count: width)
        for point in points {
            let place = min(width - 1, max(0, Int(Double(point.timestamp - first) / span * Double(width))))
            sums[place].total += point.level
            sums[place].count += 1
        }
        return String(sums.map { $0.count == 0 ? " " : block($0.total / Double($0.count)) })
    }
}
