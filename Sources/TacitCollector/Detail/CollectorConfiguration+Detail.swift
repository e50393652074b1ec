extension CollectorConfiguration {
    /// A key opens a whole day, and goes when the first record of it has reached the limit.
    private static let shortestDetail: Int64 = 2 * 86400

    func detailFaults(origins: [String: ConfigurationOrigin]) -> [ConfigurationFault] {
        guard detail, retention.detail < Self.shortestDetail else { return [] }
        let key = "retention.detail"
        return [
            ConfigurationFault(
                origin: origins[key] ?? .default, key: key, code: .outOfRange,
                message: "is shorter than 2d, and sealed detail goes by the day",
                remedy: "write 2d or more, or leave `detail` off")
        ]
    }
}
