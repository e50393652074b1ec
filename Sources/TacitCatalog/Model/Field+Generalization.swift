import TacitPrivacy

/// What becomes of a field's value in a dimension of some level, as positions in the labels of that level.
package enum Generalization: Sendable, Equatable {
    /// The value's own label: the position in a closed list, a bucket, or an open label.
    case none
    /// The first range whose edge a number does not pass, or the one above all edges.
    case ranges(edges: [Double])
    /// For each position of a closed list that of the coarser label.
    case positions([Int])
    /// For each declared name the position of its coarser label; every other name is `other`.
    case names([String: Int], other: Int)
}

extension Field {
    /// The levels that a dimension of the field may have; level 0 is the field's own labels.
    package var levels: ClosedRange<Int> { hierarchy?.levels ?? 0...0 }

    /// The level of a dimension that names none: a number's finest ranges, else the field's own labels.
    package var standardLevel: Int { levels.lowerBound }

    /// The labels of a dimension of that level, in their order; `nil` where they are not known beforehand.
    package func domain(at level: Int) -> [String]? {
        guard level > 0, let hierarchy else { return closedDomain }
        switch hierarchy.steps {
        case .numbers(let ranges): return ranges.levels[level - 1].labels
        case .names(let names, _):
            if case .enumeration(let values, let other) = kind {
                return (values.map { names.label(of: $0, level: level) } + (other.map { [$0] } ?? [])).unique
            }
            return (hierarchy.leaves.map { names.label(of: $0, level: level) } + [LabelHierarchy.other]).unique
        }
    }

    /// How a value of the field finds its place among the labels of that level.
    package func generalization(at level: Int) -> Generalization {
        guard level > 0, let hierarchy, let domain = domain(at: level) else { return .none }
        let positions = Dictionary(uniqueKeysWithValues: zip(domain, domain.indices))
        switch hierarchy.steps {
        case .numbers(let ranges): return .ranges(edges: ranges.levels[level - 1].edges)
        case .names(let names, let declared):
            if case .enumeration(let values, let other) = kind {
                let labels = values.map { names.label(of: $0, level: level) } + (other.map { [$0] } ?? [])
                return .positions(labels.map { positions[$0] ?? 0 })
            }
            let other = positions[LabelHierarchy.other] ?? 0
            // A name that is a label of the level already stays.
            let coarser = declared.map { name in
                (name, positions[name] ?? positions[names.label(of: name, level: level)] ?? other)
            }
            return .names(Dictionary(coarser) { first, _ in first }, other: other)
        }
    }
}
