import TacitWire

/// One event of which both is kept: released figures by an open label, and exact figures for questions.
enum RetentionCatalog {
    static let text = FeatureCatalog.text(
        budget: "epsilon: 20, delta: 1e-5",
        FeatureCatalog.counted("shown", "by: [feature], window: minute, epsilon: 5, delta: 1e-6", most: 1, k: 2),
        FeatureCatalog.kept(as: "asked"))

    /// Records of so many people who all used one feature.
    static func logs(_ count: Int, feature: String, time: Int64) -> [UInt8] {
        var writer = OTLPLogWriter(resource: [("service.name", "shop")], scope: "shop", version: "1.0.0")
        for number in 0..<count {
            writer.append(
                eventName: "feature.used", time: UInt64(time) * 1_000_000_000,
                attributes: [("feature", .string(feature)), ("enduser.id", .string("person-\(number)"))])
        }
        return writer.finish()
    }
}
