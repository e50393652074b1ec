import Foundation
import TacitCatalog

extension ConfigurationType<CollectorConfiguration.Clock> {
    static let clock = Self(
        name: "system, simulated:TIME",
        expected: "system, or simulated: with a time such as simulated:2026-01-01T00:00:00Z",
        write: \.spelled
    ) { text throws(Misreading) in
        if text == "system" { return .system }
        let prefix = "simulated:"
        guard text.hasPrefix(prefix),
            let date = try? Date(String(text.dropFirst(prefix.count)), strategy: .iso8601)
        else { throw Misreading(suggestion: Spelling.suggestion(for: text, among: ["system"])) }
        let clock = CollectorConfiguration.Clock.simulated(start: Int64(date.timeIntervalSince1970))
        // The reader lets some days pass that no calendar has; such a time is not the one that it is read as.
        guard clock.spelled == text else { throw Misreading() }
        return clock
    }
}

extension CollectorConfiguration.Clock {
    fileprivate var spelled: String {
        switch self {
        case .system: "system"
        case .simulated(let start): "simulated:" + Date(timeIntervalSince1970: Double(start)).formatted(.iso8601)
        }
    }
}
