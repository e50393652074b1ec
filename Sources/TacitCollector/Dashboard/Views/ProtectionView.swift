import TacitCatalog
import TacitPrivacy

/// The block "How this is protected".
struct ProtectionTerm {
    let term: String
    var value: String?
    let text: String
}

extension ProtectionTerm {
    /// What one metric promises, or that it promises nothing.
    static func terms(of metric: MetricReport) -> [ProtectionTerm] {
        metric.isExact ? termsOfExact(metric) : termsOfNoisy(metric)
    }

    private static func termsOfNoisy(_ metric: MetricReport) -> [ProtectionTerm] {
        let text = metric.text
        var terms = [
            ProtectionTerm(
                term: "Unit", value: text.unitInWindow + ".", text: text.unit.meaning(in: text.terms.window)),
            ProtectionTerm(term: "Price", value: text.price + ".", text: text.meaning),
            ProtectionTerm(term: "Bounds", text: text.bounds),
            ProtectionTerm(term: "Threshold", text: text.threshold),
            ProtectionTerm(term: "Over time", text: text.composition),
            ProtectionTerm(
                term: "Noise", text: text.noise),
        ]
        if metric.closed, !metric.dimensions.isEmpty {
            terms.append(
                ProtectionTerm(
                    term: "Cells",
                    text:
                        "Noise is drawn for every declared cell, the empty ones too, so that a cell that is not shown says nothing."
                ))
        }
        terms.append(level(metric))
        return terms
    }

    private static func termsOfExact(_ metric: MetricReport) -> [ProtectionTerm] {
        let text = metric.text
        return [
            ProtectionTerm(term: "Guarantee", value: "No formal guarantee.", text: text.meaning),
            ProtectionTerm(term: "Threshold", text: text.threshold),
            ProtectionTerm(term: "Bounds", text: text.bounds),
            ProtectionTerm(term: "Over time", text: text.composition),
            level(metric),
        ]
    }

    private static func level(_ metric: MetricReport) -> ProtectionTerm {
        let level = metric.guarantee.privacy
        return ProtectionTerm(
            term: "Level", value: level.rawValue + ".",
            text: "It gives k = \(level.leastGroup) unless the catalog says otherwise, and "
                + (level.addsNoise ? "noise on every figure." : "no noise."))
    }

    /// What all metrics promise together, by length of window.
    static func terms(of report: Report) -> [ProtectionTerm] {
        var terms: [ProtectionTerm] = []
        let groups = PriceGroup.all(report)
        let exact = GuaranteeText.exact(report.metrics)
        if let exact { terms.append(ProtectionTerm(term: "Without noise", text: exact)) }
        let onRequest = GuaranteeText.onRequest(report.metrics)
        if let onRequest { terms.append(ProtectionTerm(term: "On request", text: onRequest)) }
        let running = GuaranteeText.running(report.metrics)
        if let running { terms.append(ProtectionTerm(term: "Running totals", text: running)) }
        for group in groups {
            let names =
                groups.count == 1 && exact == nil
                ? "All \(group.metrics.count) metrics" : group.metrics.map(\.name).joined(separator: ", ")
            let cost =
                group.metrics.count == 1
                ? "\(group.metrics[0].name) costs that, for everything it shows."
                : "\(names) cost that together, for everything they show."
            terms.append(
                ProtectionTerm(
                    term: "Each \(group.window)", value: "\(group.unitInWindow), \(group.price).",
                    text: group.unit == .contributor ? cost : "\(cost) \(group.unit.meaning(in: group.window))"))
            terms.append(ProtectionTerm(term: "Over time", text: group.composition))
        }
        terms.append(
            ProtectionTerm(
                term: "Bounds",
                text: "What one contributor, or one record, adds is cut to the metric’s bounds before adding up. "
                    + "Then \(exact == nil ? "" : "(but for exact figures) ")noise is drawn once and the exact values are "
                    + "destroyed\(onRequest == nil ? "" : ", those that are kept for questions when their days are over")"
                    + (running == nil ? "." : ", those behind running totals when these begin anew.")
            ))
        terms.append(
            ProtectionTerm(
                term: "Threshold",
                text: "A cell is shown only where its noisy number of contributors reaches the metric’s threshold: k, "
                    + "or more where the noise needs it. "
                    + "An empty cell and one below the threshold look alike."))
        return terms
    }
}
