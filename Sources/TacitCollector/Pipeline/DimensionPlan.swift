import TacitCatalog

/// How the values of a field become the labels of one dimension: at its level, before anything is gathered.
struct DimensionPlan: Sendable {
    /// The number of the event's field.
    let field: Int
    /// How many labels there are; 0 where they are not known beforehand.
    let radix: Int
    private let generalization: Generalization

    init?(_ dimension: Metric.Dimension, of event: Event) {
        guard let field = event.fields.firstIndex(where: { $0.name == dimension.field }) else { return nil }
        self.field = field
        radix = event.fields[field].domain(at: dimension.level)?.count ?? 0
        generalization = event.fields[field].generalization(at: dimension.level)
    }

    /// The position of a closed list's coarser label.
    func position(of position: Int) -> Int {
        if case .positions(let coarser) = generalization { coarser[position] } else { position }
    }

    /// The position of a number's range, or of the bucket that the field itself declares.
    func position(of value: Double, in field: FieldPlan) -> Int {
        if case .ranges(let edges) = generalization {
            edges.firstIndex { value <= $0 } ?? edges.count
        } else {
            field.bucket(of: value)
        }
    }

    /// The position of a name's coarser label; `nil` where the dimension is open and the name stands for itself.
    func position(of name: String) -> Int? {
        if case .names(let positions, let other) = generalization { positions[name] ?? other } else { nil }
    }
}
