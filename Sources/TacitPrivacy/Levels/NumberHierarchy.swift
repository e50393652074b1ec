/// Names for ranges of a number, from fine to coarse: what a number becomes before it is counted.
///
/// ```swift
/// NumberHierarchy.teamSize.label(of: 7, level: 1)     // "small"
/// NumberHierarchy.teamSize.label(of: 7, level: 2)     // "up to 25"
/// NumberHierarchy.teamSize.label(of: 7, level: 9)     // "any"
/// ```
///
/// Level 1 is the finest. Each level joins whole ranges of the level before, so two numbers that share a name share all
/// coarser ones. Past the last level every number is `any`.
///
/// The name depends on the declared edges and the number alone. Generalizing is not anonymous by itself: a rare range is as
/// telling as a rare number. Adjacency: none, it is applied to each record before contributions are bounded.
public struct NumberHierarchy: Hashable, Sendable {
    /// The ranges of one level.
    public struct Level: Hashable, Sendable {
        /// The largest number of each range but the last, which has none.
        public let edges: [Double]
        /// A name for each range, one more than there are edges.
        public let labels: [String]

        /// Ranges up to each edge, and one above the last.
        public init(edges: [Double], labels: [String]) throws(PrivacyError) {
            guard labels.count == edges.count + 1, Set(labels).count == labels.count else {
                throw PrivacyError(
                    .rangeMissing,
                    "\(edges.count) edges make \(edges.count + 1) ranges, and there are "
                        + "\(Set(labels).count) different names.",
                    at: "labels", remedy: "Declare one name for each range, all different.")
            }
            guard edges.allSatisfy(\.isFinite) else {
                throw PrivacyError(
                    .rangeNotFinite, "An edge is not a finite number.", at: "edges",
                    remedy: "The first and the last range are open already; leave infinite edges out.")
            }
            guard zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else {
                throw PrivacyError(
                    .hierarchyNotNested, "The edges don't grow.", at: "edges",
                    remedy: "Declare them from small to large.")
            }
            self.init(checked: edges, labels)
        }

        fileprivate init(checked edges: [Double], _ labels: [String]) {
            self.edges = edges
            self.labels = labels
        }

        func label(of number: Double) -> String { labels[edges.firstIndex { number <= $0 } ?? edges.count] }
    }

    /// The levels from the finest to the coarsest.
    public let levels: [Level]

    /// A hierarchy whose coarser levels have no edge that the finer ones lack.
    public init(levels: [Level]) throws(PrivacyError) {
        for (finer, coarser) in zip(levels, levels.dropFirst()) where !Set(coarser.edges).isSubset(of: finer.edges) {
            throw PrivacyError(
                .hierarchyNotNested, "A coarser level has an edge that the finer one lacks.", at: "levels",
                remedy: "Let each level join whole ranges of the one before.")
        }
        self.levels = levels
    }

    private init(checked levels: [Level]) { self.levels = levels }

    /// The name of a number's range at a level from 1; `any` past the last level and for what is not a number.
    public func label(of number: Double, level: Int) -> String {
        precondition(level >= 1, "level 1 is the finest")
        return level <= levels.count && !number.isNaN ? levels[level - 1].label(of: number) : Self.any
    }

    /// The name that every number has in the end.
    public static let any = "any"

    /// Contributors of a team.
    public static let teamSize = NumberHierarchy(checked: [
        Level(checked: [3, 10, 25, 100], ["micro", "small", "medium", "large", "huge"]),
        Level(checked: [25], ["up to 25", "above 25"]),
    ])

    /// Points of a team in a window.
    public static let velocity = NumberHierarchy(checked: [
        Level(checked: [5, 15, 30, 60], ["very low", "low", "medium", "high", "very high"]),
        Level(checked: [15, 30], ["lower", "middle", "upper"]),
    ])
}
