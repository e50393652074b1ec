import TacitWire

/// The collector's own state in Prometheus' text format. Only traffic and rules, never a value, a contributor or an exact
/// figure of a window.
struct Exposition {
    private var text = ""

    static func text(of collector: Collector) -> String {
        var exposition = Exposition()
        let totals = collector.counters.totals
        func count(_ signal: Signal, _ name: String) -> Int64 {
            totals[IntakeCounters.Key(signal: signal, name: name)] ?? 0
        }
        exposition.family("tacit_requests_total", "counter", "Export requests that were taken.")
        for signal in Signal.allCases {
            exposition.sample("tacit_requests_total", ["signal": signal.name], count(signal, "requests"))
        }
        exposition.family("tacit_items_total", "counter", "Spans, log records and data points, by what became of them.")
        for signal in Signal.allCases {
            for outcome in ["received", "counted", "refused"] {
                exposition.sample(
                    "tacit_items_total", ["signal": signal.name, "outcome": outcome], count(signal, outcome))
            }
        }
        exposition.family("tacit_rule_total", "counter", "How often a rule dropped, cut, changed or refused something.")
        for signal in Signal.allCases {
            for rule in Rule.allCases {
                exposition.sample(
                    "tacit_rule_total", ["signal": signal.name, "rule": rule.id], count(signal, rule.id))
            }
        }
        exposition.family("tacit_open_windows", "gauge", "Windows that gather contributions now.")
        exposition.sample("tacit_open_windows", [:], Int64(collector.openWindows.count))
        exposition.family("tacit_store_up", "gauge", "1 where the last write to the store succeeded.")
        exposition.sample("tacit_store_up", [:], collector.failure == nil ? 1 : 0)
        exposition.family("tacit_collecting", "gauge", "1 where collection is switched on.")
        exposition.sample("tacit_collecting", [:], collector.configuration.enabled ? 1 : 0)
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
