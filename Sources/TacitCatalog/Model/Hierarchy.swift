package import TacitPrivacy

/// A declared way from fine labels to coarse ones, which a field may name and a metric's dimension takes a level of.
///
/// ```swift
/// Hierarchy.shipped[0].name             // "team_size"
/// Hierarchy.shipped[0].levels           // 1...2
/// ```
///
/// The labels of every level but the names themselves are known beforehand, so a dimension of such a level is closed.
package struct Hierarchy: Sendable, Equatable {
    package enum Steps: Sendable, Equatable {
        /// Ranges of a number.
        case numbers(NumberHierarchy)
        /// Parents of names, with all names in the order of their declaration.
        case names(LabelHierarchy, declared: [String])
    }

    package var name: String
    package var steps: Steps

    package init(name: String, steps: Steps) {
        self.name = name
        self.steps = steps
    }

    /// Those that every catalog may name without declaring them.
    package static let shipped = [
        Hierarchy(name: "team_size", steps: .numbers(.teamSize)),
        Hierarchy(name: "velocity", steps: .numbers(.velocity)),
    ]

    /// The levels that a dimension may ask for: numbers begin with their finest ranges, names with themselves.
    package var levels: ClosedRange<Int> {
        switch steps {
        case .numbers(let ranges): 1...max(1, ranges.levels.count)
        case .names(let names, let declared):
            0...(declared.map { name in
                // One step at a time: a chain of names costs its length, not the square of it.
                var (label, depth) = (name, 0)
                while case let parent = names.label(of: label, level: 1), parent != label, depth < declared.count {
                    (label, depth) = (parent, depth + 1)
                }
                return depth
            }.max() ?? 0)
        }
    }

    /// Whether it generalizes numbers.
    package var isOfNumbers: Bool {
        if case .numbers = steps { true } else { false }
    }

    /// The names that nothing lies below, in the order of their declaration.
    var leaves: [String] {
        guard case .names(let names, let declared) = steps else { return [] }
        let parents = Set(declared.map { ($0, names.label(of: $0, level: 1)) }.filter { $0 != $1 }.map(\.1))
        return declared.filter { !parents.contains($0) }
    }

    /// What is declared, in words: `1: micro (to 3), …, huge (above); 2: …`.
    var words: String {
        switch steps {
        case .numbers(let ranges):
            ranges.levels.enumerated().map { index, level in
                let edges = level.edges.map { "(to \(figure($0)))" } + ["(above)"]
                return "\(index + 1): " + zip(level.labels, edges).map { "\($0) \($1)" }.joined(separator: ", ")
            }.joined(separator: "; ")
        case .names(let names, _):
            levels.dropFirst().map { level in
                let labels = leaves.map { names.label(of: $0, level: level) }
                return "\(level): " + labels.unique.joined(separator: ", ")
            }.joined(separator: "; ")
        }
    }
}

extension [String] {
    /// Each once, in the order of the first.
    var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
