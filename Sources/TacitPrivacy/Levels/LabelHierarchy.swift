/// Coarser names for declared names: a version's branch, a region of a country.
///
/// ```swift
/// let hierarchy = try LabelHierarchy(parents: ["6.2": "6", "6.3": "6", "6": "swift"])
/// hierarchy.label(of: "6.3", level: 1)       // "6"
/// hierarchy.label(of: "7.0", level: 1)       // "other": it was not declared
/// ```
///
/// Level 0 is the name itself. A name without a parent stays. The result depends on the declaration and the name alone;
/// generalizing is not anonymous by itself. Adjacency: none, it is applied to each record.
public struct LabelHierarchy: Hashable, Sendable {
    /// What names that are not declared become.
    public static let other = "other"

    private let parents: [String: String]
    private let declared: Set<String>

    /// A hierarchy from each name to the one above it; refuses circles.
    public init(parents: [String: String]) throws(PrivacyError) {
        for start in parents.keys {
            var (name, climbed) = (start, 0)
            while let parent = parents[name] {
                (name, climbed) = (parent, climbed + 1)
                guard climbed <= parents.count else {
                    throw PrivacyError(
                        .hierarchyNotNested, "Going up from a declared name leads back to it.", at: "parents",
                        remedy: "Let every chain of parents end at a name that has none.")
                }
            }
        }
        self.parents = parents
        declared = Set(parents.keys).union(parents.values)
    }

    /// The name so many levels up, or the last there is; ``other`` for a name that is not declared.
    public func label(of name: String, level: Int) -> String {
        precondition(level >= 0, "level 0 is the name itself")
        guard declared.contains(name) else { return Self.other }
        var label = name
        for _ in 0..<level {
            guard let parent = parents[label] else { break }
            label = parent
        }
        return label
    }
}
