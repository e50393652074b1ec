extension Decision {
    /// The decision in a person's words: what decided, how to change it, and what every other switch said.
    public func explanation(of project: String) -> String {
        let width = all.map(\.name.count).max() ?? 0
        let rows = all.map { reading in
            let mark = Self.mark(of: reading.verdict)
            let name = reading.name + String(repeating: " ", count: width - reading.name.count)
            return "  \(mark)  \(name)  \(reading.reason)"
        }
        return ([headline(of: project)] + remedies + ["", "Every switch; off always wins:"] + rows)
            .joined(separator: "\n")
    }

    private func headline(of project: String) -> String {
        "Telemetry of \(project) is \(isOn ? "on" : "off"): \(reading.name) \(reading.reason)."
    }

    /// Every switch that says off is named, since the next one would decide when the first no longer does.
    private var remedies: [String] {
        let off = all.filter { $0.verdict == .off }
        guard !off.isEmpty else { return ["To turn it off: set TACIT_ENABLED=false, or withdraw your consent."] }
        guard off.count > 1 else { return ["To change it: \(off[0].remedy)."] }
        return ["To change it, all of these:"] + off.map { "  - \($0.name): \($0.remedy)" }
    }

    private static func mark(of verdict: SwitchReading.Verdict) -> String {
        switch verdict {
        case .on: "on "
        case .off: "off"
        case .silent: "-  "
        }
    }
}
