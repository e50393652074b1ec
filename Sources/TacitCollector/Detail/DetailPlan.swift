import TacitCatalog
import TacitPrivacy

/// What sealed detail keeps of one event: the fields that its metrics count, as finely as the finest of them sees each.
///
/// A field that no metric counts is not kept at all, and neither is one that can hold any word, such as a code or a scrubbed text: a
/// name that stands alone looks like every other word. In figures nobody sees it, for it is below the threshold; here nothing
/// would hide it.
struct DetailPlan: Sendable {
    struct Field: Sendable {
        /// Its number among the event's.
        let number: Int
        let name: String
        /// Of a number; empty for every other kind.
        let unit: String
        let form: Form
    }

    /// How a value is kept.
    enum Form: Sendable {
        /// A number that some metric measures: bounded, in whole steps of its granularity.
        case measured(ValueRange)
        /// What a dimension makes of it; the labels where they are known beforehand.
        case labelled(DimensionPlan, labels: [String])
    }

    let event: String
    let fields: [Field]

    init(_ plan: EventPlan, counting metrics: [MetricPlan]) {
        event = plan.event.name
        let counting = plan.metrics.map { metrics[$0].metric }
        fields = plan.event.fields.enumerated().compactMap { number, field in
            let isMeasured = counting.contains { $0.kind.field == field.name }
            if isMeasured, let measure = field.measure, let range = try? measure.bounds.valueRange() {
                return Field(number: number, name: field.name, unit: measure.unit, form: .measured(range))
            }
            let finest = counting.flatMap(\.dimensions).filter { $0.field == field.name }.min { $0.level < $1.level }
            guard let finest, let dimension = DimensionPlan(finest, of: plan.event),
                let labels = field.domain(at: finest.level) ?? field.kind.numbersAlone
            else { return nil }
            return Field(number: number, name: field.name, unit: "", form: .labelled(dimension, labels: labels))
        }
    }
}

extension TacitCatalog.Field.Kind {
    /// No label is known beforehand of a version, and none is a word.
    fileprivate var numbersAlone: [String]? { if case .version = self { [] } else { nil } }
}
