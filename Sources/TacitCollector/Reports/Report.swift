/// Everything that a page, the command line or a script is shown: released figures with their intervals, what came in,
/// what was refused and why, and what is held until when. What tells of people or their records carries noise: figures by
/// the catalog's guarantee, counters by ``IntakeNoise``. Nothing in it names a person.
///
/// Times are seconds since 1970-01-01 UTC. As JSON its keys are in `snake_case`.
package struct Report: Codable, Sendable, Equatable {
    package var generatedAt: Int64
    /// The catalog's name.
    package var catalog: String
    package var dataset: Dataset
    /// One-minute windows for a first look: the guarantee's unit is then one contributor in one *minute*.
    package var firstLook: Bool
    /// The clock is simulated, for a demo or a test.
    package var simulatedClock: Bool
    package var metrics: [MetricReport]
    /// Windows that are open now; only a running collector knows them.
    package var openWindows: [OpenWindow]
    package var intake: Intake
    package var holdings: [Holding]
    /// For how long what is kept, and what went last; `nil` where no collector has said so yet.
    package var retention: Retention?

    package enum Dataset: String, Codable, Sendable {
        case live, demo
    }

    /// A window that gathers contributions; its figures do not exist yet.
    package struct OpenWindow: Codable, Sendable, Equatable {
        /// `minute`, `hour` or `day`.
        package var length: String
        package var start: Int64
        package var end: Int64
        /// When it closes and releases: its end plus the grace for late data.
        package var closesAt: Int64
    }

    /// What came in since the counters began, and what became of it, with noise that hides one record. Names are rules,
    /// never values.
    package struct Intake: Codable, Sendable, Equatable {
        /// Whether the collector collects at all, and which switch says no.
        package var collecting: Bool
        package var since: Int64
        package var signals: [Signal]
        /// What was dropped, changed or refused, by rule, most frequent first, as far as it stands out of the noise.
        package var reasons: [Reason]
        /// Requests that came sealed, and requests for erasure that were carried out.
        package var sealed: Figure?
        package var erasures: Figure?

        package struct Signal: Codable, Sendable, Equatable {
            /// `traces`, `logs` or `metrics`.
            package var name: String
            package var requests: Figure
            /// Items: spans, log records, data points.
            package var received: Figure
            /// Items that became at least one contribution.
            package var counted: Figure
            /// Items refused with `partial_success`.
            package var refused: Figure
        }

        package struct Reason: Codable, Sendable, Equatable {
            /// A stable identifier such as `attribute.undeclared`, `window.late`, `field.type`.
            package var rule: String
            /// What it means, in a sentence.
            package var meaning: String
            /// Exact where whole requests were refused, so that nothing of them was counted.
            package var count: Figure
        }
    }

    /// The limits in effect, in seconds, and what retention did last.
    package struct Retention: Codable, Sendable, Equatable {
        package var aggregates: Int64
        package var operational: Int64
        /// Of sealed detail, whether or not there is any.
        package var detail: Int64
        package var metrics: [MetricLimit]
        package var record: RetentionRecord

        package struct MetricLimit: Codable, Sendable, Equatable {
            package var metric: String
            package var dataClass: String
            package var seconds: Int64
        }
    }

    /// One kind of thing that is held, where, and when it goes.
    package struct Holding: Codable, Sendable, Equatable {
        package var what: String
        package var place: String
        /// 1 ephemeral, 2 aggregates, 3 operational, 4 detail.
        package var dataClass: Int
        package var count: Int64
        package var oldest: Int64?
        /// When the oldest goes.
        package var expires: Int64?
        /// The limit in words, such as `12 months` or `until the window closes`.
        package var limit: String
    }
}
