/// A level that a person named, from 0 to 1, and where it goes.
public struct LevelStatus: LocalRecord {
    public static let part = Part.levels

    public enum Evolution: String, Sendable, Hashable, CaseIterable {
        case growing, stable, declining
    }

    public let timestamp: Moment
    public let name: Name
    /// From 0 to 1.
    public let level: Double
    public let evolution: Evolution
    /// Over which time the evolution was judged, and how sure that is, from 0 to 1.
    public let windowSeconds: Int64
    public let certainty: Double
    /// Whether the level is at or over what its owner declared as functional.
    public let functional: Bool

    static let windows: ClosedRange<Int64> = 1...1_000_000_000

    public init(
        timestamp: Moment, name: Name, level: Double, evolution: Evolution, windowSeconds: Int64, certainty: Double,
        functional: Bool
    ) {
        self.timestamp = timestamp
        self.name = name
        self.level = level
        self.evolution = evolution
        self.windowSeconds = windowSeconds.clamped(to: Self.windows)
        self.certainty = certainty
        self.functional = functional
    }

    public func write(to line: inout LineWriter) {
        line.text("name", name.text)
        line.fraction("level", level)
        line.text("evolution", evolution.rawValue)
        line.number("window_seconds", windowSeconds)
        line.fraction("certainty", certainty)
        line.bool("functional", functional)
    }

    public init?(_ line: Line) {
        guard let timestamp = line.timestamp, let name = line.text("name").flatMap(Name.init),
            let level = line.fraction("level"),
            let evolution = line.text("evolution").flatMap(Evolution.init),
            let window = line.integer("window_seconds", in: Self.windows),
            let certainty = line.fraction("certainty"),
            let functional = line.bool("functional")
        else { return nil }
        self.init(
            timestamp: timestamp, name: name, level: level, evolution: evolution, windowSeconds: window,
            certainty: certainty, functional: functional)
    }
}
