/// A released number with its 95 % interval. An exact one, of a level without noise, is its own interval.
package struct Figure: Sendable, Equatable {
    package var estimate: Double
    package var lower: Double
    package var upper: Double
    /// No noise was drawn: there is **no formal guarantee**.
    package var isExact = false

    package init(estimate: Double, lower: Double, upper: Double) {
        self.estimate = estimate
        self.lower = lower
        self.upper = upper
    }

    package init(_ value: Int64, plusMinus halfWidth: Int64, times granularity: Double = 1) {
        let (value, half) = (Double(value), Double(halfWidth))
        self.init(
            estimate: value * granularity, lower: (value - half) * granularity, upper: (value + half) * granularity)
    }

    /// A figure without noise.
    package init(exact value: Double) {
        self.init(estimate: value, lower: value, upper: value)
        isExact = true
    }

    /// The same in another unit.
    func scaled(by factor: Double) -> Figure {
        var figure = self
        figure.estimate *= factor
        figure.lower *= factor
        figure.upper *= factor
        return figure
    }
}

extension Figure: Codable {
    private enum CodingKeys: String, CodingKey {
        case estimate, lower, upper, exact
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            estimate: try values.decode(Double.self, forKey: .estimate),
            lower: try values.decode(Double.self, forKey: .lower),
            upper: try values.decode(Double.self, forKey: .upper))
        isExact = try values.decodeIfPresent(Bool.self, forKey: .exact) ?? false
    }

    /// `exact` stands only where it is true, so that it stands out.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(estimate, forKey: .estimate)
        try values.encode(lower, forKey: .lower)
        try values.encode(upper, forKey: .upper)
        if isExact { try values.encode(true, forKey: .exact) }
    }
}
