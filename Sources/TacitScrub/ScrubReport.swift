/// How many findings there were of each kind; no values.
public struct ScrubReport: Sendable, Equatable, CustomStringConvertible {
    private var counts = [Int](repeating: 0, count: Kind.allCases.count)

    public init() {}

    public subscript(_ kind: Kind) -> Int { counts[kind.index] }

    public var total: Int { counts.reduce(0, +) }

    /// The kinds that were found, the most frequent first.
    public var kinds: [(kind: Kind, count: Int)] {
        Kind.allCases.map { (kind: $0, count: self[$0]) }.filter { $0.count > 0 }.sorted { $0.count > $1.count }
    }

    public mutating func count(_ kind: Kind) { counts[kind.index] += 1 }

    /// Adds what another report counted.
    public mutating func add(_ other: ScrubReport) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    public var description: String {
        total == 0 ? "nothing found" : kinds.map { "\($0.kind.label) \($0.count)" }.joined(separator: ", ")
    }
}
