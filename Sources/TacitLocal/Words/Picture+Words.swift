extension Picture {
    /// The days of the strip: 30, today last. A day of which nothing was kept has no minutes, so all of it is unknown.
    var strip: [StripDay] {
        let known = Dictionary(days.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
        return (now.day - 29...now.day).map { day in
            let minutes = day == now.day ? Int((now.seconds - day * 86_400) / 60) : 1440
            return StripDay(known[day], day: day, elapsed: minutes)
        }
    }

    /// Over what share of the strip anything is known.
    var knownShare: Double {
        let strip = strip
        let elapsed = strip.reduce(0) { $0 + $1.elapsed }
        return elapsed == 0 ? 0 : Double(strip.reduce(0) { $0 + $1.known }) / Double(elapsed)
    }

    /// `99.93 %`, or that it is unknown.
    var uptimeText: String { uptime.map(Words.share) ?? "unknown" }

    /// `4 d 2 h`, or why there is none.
    var meanTimeText: String {
        meanTimeBetweenFailures.map(Words.duration) ?? "fewer than two failures"
    }
}

/// One column of the uptime strip: what is known of a day, and how much is not.
struct StripDay: Equatable {
    let day: Int64
    /// The minutes of the day that are over.
    let elapsed: Int
    private let minutes: [SystemHealth.Status: Int]
    let criticalErrors: Int
    let errors: Int

    init(_ day: Picture.Day?, day number: Int64, elapsed: Int) {
        self.day = number
        minutes = day?.minutes ?? [:]
        criticalErrors = day?.criticalErrors ?? 0
        errors = day?.errors ?? 0
        // A clock that was set back leaves more minutes than have passed.
        self.elapsed = max(elapsed, minutes.values.reduce(0, +))
    }

    func minutes(_ status: SystemHealth.Status) -> Int { max(0, minutes[status] ?? 0) }

    var known: Int { SystemHealth.Status.allCases.reduce(0) { $0 + minutes($1) } }
    var unknown: Int { max(0, elapsed - known) }

    /// The worst that is known; `nil` where nothing is.
    var worst: SystemHealth.Status? { SystemHealth.Status.allCases.last { minutes($0) > 0 } }

    /// `2026-11-21: healthy 23 h 50 min, critical 5 min, unknown 5 min; 2 errors`
    var words: String {
        var parts = SystemHealth.Status.allCases.compactMap { status in
            minutes(status) > 0 ? "\(status.rawValue) \(Words.duration(Int64(minutes(status)) * 60))" : nil
        }
        if unknown > 0 || parts.isEmpty {
            parts.append(parts.isEmpty ? "unknown" : "unknown \(Words.duration(Int64(unknown) * 60))")
        }
        return "\(Words.day(day)): \(parts.joined(separator: ", "))"
            + (errors > 0 ? "; \(Words.count(errors, "error"))" : "")
    }
}
