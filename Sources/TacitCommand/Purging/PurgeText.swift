import TacitCollector
import TacitPages
import TacitStores

/// The outcome of a purge as text for a terminal.
struct PurgeText {
    private let outcome: PurgeOutcome
    private let log: String

    init(_ outcome: PurgeOutcome, log: String) {
        self.outcome = outcome
        self.log = log
    }

    var text: String {
        var lines = outcome.removed.isEmpty ? ["There was nothing to remove."] : ["Removed for good"]
        lines += Self.lines(outcome.removed)
        for certificate in outcome.certificates {
            lines.append("Certificate \(certificate.number) in \(log), signed by \(certificate.key)")
        }
        for unreached in outcome.unreached {
            lines.append("Not reached: \(unreached.what): \(unreached.reason) → \(unreached.remedy)")
        }
        return lines.joined(separator: "\n")
    }

    static func lines(_ removed: [Deletion]) -> [String] {
        Columns.left(
            removed.map { deletion in
                [
                    NumberText.integer(deletion.records), deletion.kind.words, deletion.metric ?? "",
                    deletion.span.map { TimeText.minute($0.lowerBound) + " to " + TimeText.minute($0.upperBound) }
                        ?? "",
                    deletion.keys == 0 ? "" : "\(NumberText.integer(deletion.keys)) keys destroyed",
                    deletion.fingerprint.map { String($0.prefix(16)) } ?? "",
                ]
            }, indent: 2)
    }
}

extension Deletion.Kind {
    fileprivate var words: String {
        switch self {
        case .sessions: "sessions"
        case .windows: "open windows"
        case .exact: "exact figures"
        case .totals: "exact figures of totals"
        case .releases: "releases"
        case .answers: "answers"
        case .counters: "counters"
        case .detail: "days of sealed detail"
        }
    }
}
