import TacitWire

/// The collector's own state in Prometheus' text format: never a value, a contributor or an exact count of items.
struct Exposition {
    private var text = ""

    static func text(of collector: Collector) -> String {
        var exposition = Exposition()
        let published = collector.counters.published
        func count(_ signal: Signal?, _ name: String) -> Int64 {
            published.counts[IntakeCounters.Key(signal: signal, name: name)] ?? 0
        }
        // Gauges, because noise takes a sum down as well as up.
        exposition.family("tacit_requests", "gauge", "Export requests that were taken, with noise, since the start.")
        for signal in Signal.allCases {
            exposition.sample("tacit_requests", ["signal": signal.name], count(signal, "requests"))
        }
        exposition.family(
            "tacit_sealed_requests", "gauge", "Export requests that came sealed, with noise, since the start.")
        exposition.sample("tacit_sealed_requests", [:], count(.logs, "sealed"))
        exposition.family(
            "tacit_erasures", "gauge", "Requests for erasure that were carried out, with noise, since the start.")
        exposition.sample("tacit_erasures", [:], count(nil, "erasures"))
        exposition.family(
            "tacit_items", "gauge",
            "Spans, log records and data points by what became of them, with noise, since the start.")
        for signal in Signal.allCases {
            for outcome in ["received", "counted", "refused"] {
                exposition.sample("tacit_items", ["signal": signal.name, "outcome": outcome], count(signal, outcome))
            }
        }
        exposition.family(
            "tacit_rule_items", "gauge",
            "Items that met a rule: dropped, changed or refused; with noise, since the start.")
        for signal in Signal.allCases {
            for rule in Rule.allCases where rule.showing == .noisy {
                exposition.sample("tacit_rule_items", ["signal": signal.name, "rule": rule.id], count(signal, rule.id))
            }
        }
        exposition.family(
            "tacit_noise_half_width", "gauge",
            "The 95 % interval of each count with noise is the count plus or minus this.")
        exposition.sample(
            "tacit_noise_half_width", [:], IntakeNoise.halfWidth(publications: published.publications))
        exposition.family(
            "tacit_refused_requests_total", "counter", "Requests of which nothing was taken, by rule; exact.")
        for signal in Signal.allCases {
            for rule in Rule.allCases where rule.showing == .exactly {
                exposition.sample(
                    "tacit_refused_requests_total", ["signal": signal.name, "rule": rule.id], count(signal, rule.id))
            }
        }
        for rule in [
            Rule.requestMalformed, .requestTooLarge, .requestUnsupported, .accessUnauthenticated, .accessForbidden,
            .accessTooMany,
        ] {
            exposition.sample(
                "tacit_refused_requests_total", ["signal": "none", "rule": rule.id], count(nil, rule.id))
        }
        exposition.family("tacit_open_windows", "gauge", "Windows that gather contributions now.")
        exposition.sample("tacit_open_windows", [:], Int64(collector.openWindows.count))
        exposition.family("tacit_store_up", "gauge", "1 where the last write to the store succeeded.")
        exposition.sample("tacit_store_up", [:], collector.failure == nil ? 1 : 0)
        exposition.family("tacit_collecting", "gauge", "1 where collection is switched on.")
        exposition.sample("tacit_collecting", [:], collector.configuration.enabled ? 1 : 0)
        let record = collector.retention.record
        for (name, help, value) in [
            ("last_run", "When retention looked last for what has expired, in seconds since 1970.", record.lastRun),
            ("next_run", "When it looks again.", record.nextRun),
            ("last_removal", "When something was last removed for good.", record.removedAt),
            ("last_removed_records", "How many records that were.", record.removed),
        ] where value != nil {
            exposition.family("tacit_retention_\(name)", "gauge", help)
            exposition.sample("tacit_retention_\(name)", [:], value ?? 0)
        }
        return exposition.text
    }

    private mutating func family(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    /// Labels are names of rules and signals, which need no escaping.
    private mutating func sample(_ name: String, _ labels: KeyValuePairs<String, String>, _ value: Int64) {
        let list = labels.map { "\($0)=\"\($1)\"" }.joined(separator: ",")
        text += "\(name)\(list.isEmpty ? "" : "{\(list)}") \(value)\n"
    }
}
