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

    /// Whether the field can be a dimension at all: a number or a duration needs buckets or a hierarchy.
    package var canBeDimension: Bool {
        switch kind {
        case .number(_, _, let buckets), .duration(_, let buckets): !buckets.isEmpty || hierarchy != nil
        case .bool, .enumeration, .version, .code, .scrubbed: true
        }
    }
}

extension Field.Bounds {
    /// The same range as integers, which is what the engine adds up.
    package func valueRange() throws(PrivacyError) -> ValueRange {
        try ValueRange(lower: min, upper: max, granularity: granularity)
    }
}
