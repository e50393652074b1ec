/// A record of sealed detail, as it is read.
package struct DetailRecord: Sendable, Equatable {
    /// When it was, in seconds since 1970: the hour's beginning.
    package var hour: Int64
    package var event: String
    /// Those that counted it.
    package var metrics: [String]
    package var fields: [Field]

    package struct Field: Sendable, Equatable {
        package var name: String
        package var unit: String
        package var value: Value
    }

    package enum Value: Sendable, Equatable {
        case absent
        case number(Double)
        case text(String)
    }
}

extension DetailRecord {
    /// The order in which records of an hour are shown: by what they say, so that nothing tells who came before whom.
    static func isShownBefore(_ a: DetailRecord, _ b: DetailRecord) -> Bool {
        if a.event != b.event { return a.event < b.event }
        if a.metrics != b.metrics { return a.metrics.lexicographicallyPrecedes(b.metrics) }
        for (first, second) in zip(a.fields, b.fields) where first != second { return first.precedes(second) }
        return a.fields.count < b.fields.count
    }
}

extension DetailRecord.Field {
    fileprivate func precedes(_ other: Self) -> Bool {
        switch (value, other.value) {
        case (.number(let a), .number(let b)) where a != b: a < b
        case (.text(let a), .text(let b)) where a != b: a < b
        default: (name, value.rank) < (other.name, other.value.rank)
        }
    }
}

extension DetailRecord.Value {
    fileprivate var rank: Int {
        switch self {
        case .absent: 0
        case .number: 1
        case .text: 2
        }
    }
}

extension DetailRecord.Value: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .absent: try value.encodeNil()
        case .number(let number): try value.encode(number)
        case .text(let text): try value.encode(text)
        }
    }
}
