/// The exact figures of one simulated day, by metric of the shipped catalog and cell.
struct Truth {
    private var sums: [Key: Double] = [:]
    private var counts: [Key: Double] = [:]
    /// Features that the installation at hand has used.
    private var used: Set<String> = []

    private struct Key: Hashable {
        let metric: String
        let labels: [String]
        /// For histograms.
        var bucket = -1
    }

    private static let latencyEdges: [Double] = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000]
    private static let featureEdges: [Double] = [10, 25, 50, 100, 250, 500, 1000, 2500, 5000]

    mutating func addBatches(_ count: Double, language: String, version: String) {
        let minor = version.split(separator: ".").prefix(2).joined(separator: ".")
        add("sdk.languages", [language], count)
        add("sdk.versions", [language, minor], count)
        add("installations.active", [], 1)
    }

    mutating func addRequest(route: String, status: String, duration: Double) {
        add("http.requests", [status], 1)
        add("http.routes", [route, status], 1)
        addBucket("http.latency", duration, Self.latencyEdges)
        sums[Key(metric: "http.latency.mean", labels: []), default: 0] += min(duration, 2000)
        add("http.latency.mean", [], 1)
    }

    mutating func addError(_ type: String) {
        add("errors", [], 1)
        add("errors.types", [type], 1)
    }

    mutating func addUse(_ feature: String, succeeds: Bool, duration: Double) {
        add("feature.uses", [feature, "\(succeeds)"], 1)
        addBucket("feature.duration", duration, Self.featureEdges)
        used.insert(feature)
    }

    mutating func endInstallation() {
        for feature in used { add("feature.users", [feature], 1) }
        used = []
    }

    private mutating func add(_ metric: String, _ labels: [String], _ count: Double) {
        counts[Key(metric: metric, labels: labels), default: 0] += count
    }

    private mutating func addBucket(_ metric: String, _ value: Double, _ edges: [Double]) {
        let bucket = edges.firstIndex { value < $0 } ?? edges.count
        counts[Key(metric: metric, labels: [], bucket: bucket), default: 0] += 1
    }

    /// The exact figure of a cell, or of one bucket of a histogram.
    func value(_ metric: String, _ labels: [String], bucket: Int = -1) -> Double {
        let key = Key(metric: metric, labels: labels, bucket: bucket)
        let count = counts[key] ?? 0
        guard let sum = sums[key] else { return count }
        return count > 0 ? sum / count : 0
    }
}
