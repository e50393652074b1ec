package import TacitPrivacy

extension Field {
    /// The label of a version, code or scrubbed text that a record doesn't have.
    package static let noneLabel = "(none)"

    /// The label of a record that lacks the field: `(none)` where the domain is open, `other` where an enum has one.
    /// Where this is `nil`, a record without the field makes no event.
    package var labelWhenAbsent: String? {
        switch kind {
        case .version, .code, .scrubbed: Self.noneLabel
        case .enumeration(_, let other): other
        case .bool, .number, .duration: nil
        }
    }

    /// Whether the field can be a dimension at all: a number or a duration needs buckets.
    package var canBeDimension: Bool {
        switch kind {
        case .number(_, _, let buckets), .duration(_, let buckets): !buckets.isEmpty
        case .bool, .enumeration, .version, .code, .scrubbed: true
        }
    }

    /// Whether the labels are not known beforehand, so that a cell must earn its place by partition selection.
    package var isOpen: Bool {
        switch kind {
        case .version, .code, .scrubbed: true
        case .bool, .enumeration, .number, .duration: false
        }
    }
}

extension Field.Bounds {
    /// The same range as integers, which is what the engine adds up.
    package func valueRange() throws(PrivacyError) -> ValueRange {
        try ValueRange(lower: min, upper: max, granularity: granularity)
    }
}
