extension MetricReport {
    /// The same releases in a unit that people read: bytes as MiB, long times as seconds. One unit for the whole metric.
    func inReadableUnits() -> MetricReport {
        let cells = windows.flatMap(\.cells)
        let figures = cells.compactMap(\.value) + windows.compactMap(\.total)
        let largest = (figures.map { max(abs($0.lower), abs($0.upper)) } + edges.map { abs($0) }).max() ?? 0
        guard kind != "contributors", let (factor, name) = Self.readable(unit, upTo: largest) else { return self }
        var metric = self
        metric.unit = name
        metric.edges = edges.map { $0 * factor }
        for window in metric.windows.indices {
            metric.windows[window].total = metric.windows[window].total?.scaled(by: factor)
            for cell in metric.windows[window].cells.indices {
                let value = metric.windows[window].cells[cell].value
                metric.windows[window].cells[cell].value = value?.scaled(by: factor)
                metric.windows[window].cells[cell].moving = metric.windows[window].cells[cell].moving?.map {
                    Moving(windows: $0.windows, figure: $0.figure.scaled(by: factor))
                }
            }
        }
        return metric
    }

    private static func readable(_ unit: String, upTo largest: Double) -> (factor: Double, name: String)? {
        let units: [(size: Double, name: String)] =
            switch unit {
            case "By": [(0x1p40, "TiB"), (0x1p30, "GiB"), (0x1p20, "MiB"), (0x1p10, "KiB")]
            case "ms": [(3_600_000, "h"), (60_000, "min"), (1000, "s")]
            default: []
            }
        // Two digits before the point at least, so that an interval keeps its digits.
        return units.first { largest >= 10 * $0.size }.map { (1 / $0.size, $0.name) }
    }
}
