import TacitPages

extension LocalPage {
    /// First the answer, then what stands, then the days behind it.
    var answer: HTML {
        let answer = Answer(picture)
        let next: HTML = answer.next.map { "<p class=\"next\">\($0.text) <code>\($0.command)</code></p>\n" } ?? ""
        return """
            <section class="answer" aria-labelledby="answer">
            <p class="eyebrow">How does the system feel?</p>
            <h1 id="answer" class="feels">\(Self.sign(answer))\(answer.heading)</h1>
            <p class="lead">\(Self.timed(answer.facts))</p>
            \(next)\(headlines)\(standing)</section>

            """
    }

    private static func sign(_ answer: Answer) -> HTML {
        switch answer.kind {
        case .known(let status): StatusMark.html(status)
        case .past, .off, .unwatched, .waiting, .uncollected: StatusMark.html(nil)
        }
    }

    private var headlines: HTML {
        guard picture.uptime != nil || picture.health != nil else { return "" }
        let days = picture.strip
        let today = days.last.map(\.errors) ?? 0
        return """
            <dl class="facts">
            <div><dt>Not critical, 30 days</dt><dd>\(picture.uptimeText) <span class="about">of the known \
            \(Words.share(picture.knownShare))</span></dd></div>
            <div><dt>Mean time between failures</dt><dd>\(picture.meanTimeText)</dd></div>
            <div><dt>Errors today</dt><dd>\(Words.count(today))</dd></div>
            </dl>

            """
    }

    /// What needs somebody now.
    private var standing: HTML {
        guard !picture.standing.isEmpty else {
            let isOn = picture.holdings.contains { $0.part == .alerts && $0.isOn }
            return isOn && picture.isMonitored ? "<p class=\"calm\">No alert stands.</p>\n" : ""
        }
        let items: [HTML] = picture.standing.map { alert in
            """
            <li>\(StatusMark.html(.critical, "sign small"))<span><strong>\(alert.heading)</strong>, \
            \(Self.timed("since \(Words.minute(alert.timestamp)) (\(Words.duration(picture.now - alert.timestamp)))"))</span></li>

            """
        }
        let heading = picture.standing.count == 1 ? "One alert stands" : "\(picture.standing.count) alerts stand"
        return """
            <div class="notes standing">
            <h2>\(heading)</h2>
            <ul>
            \(items)</ul>
            </div>

            """
    }

    /// The uptime of 30 days, and the same in figures.
    var strip: HTML {
        let days = picture.strip
        guard days.contains(where: { $0.known > 0 }) else { return "" }
        let rows: [HTML] = days.reversed().map { day in
            """
            <tr role="row"><th scope="row" role="rowheader">\(Self.timed(Words.day(day.day)))</th>\
            \(Self.minutes(day.minutes(.healthy), "Healthy"))\(Self.minutes(day.minutes(.degraded), "Degraded"))\
            \(Self.minutes(day.minutes(.critical), "Critical"))\(Self.minutes(day.unknown, "Unknown"))\
            <td role="cell" class="end" data-label="Errors">\(Words.count(day.errors))</td></tr>

            """
        }
        let legend: [HTML] = (SystemHealth.Status.allCases.map(Optional.some) + [nil]).map { status in
            "<li>\(StatusMark.html(status, "sign small"))\(status?.word ?? "Unknown: nobody looked")</li>\n"
        }
        return """
            <section aria-labelledby="uptime">
            <h2 id="uptime">The last 30 days</h2>
            <figure>
            \(UptimeStrip(days: days).html)
            <figcaption><ul class="legend">
            \(legend)</ul></figcaption>
            </figure>
            <details><summary>The same in figures</summary>
            <table class="stack holdings numbers" role="table">
            <caption>Time in each state, by day</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Day</th>\
            <th scope="col" role="columnheader">Healthy</th><th scope="col" role="columnheader">Degraded</th>\
            <th scope="col" role="columnheader">Critical</th><th scope="col" role="columnheader">Unknown</th>\
            <th scope="col" role="columnheader">Errors</th></tr></thead>
            <tbody role="rowgroup">
            \(rows)</tbody>
            </table>
            </details>
            </section>

            """
    }

    private static func minutes(_ minutes: Int, _ label: String) -> HTML {
        """
        <td role="cell" class="end" data-label="\(label)">\
        \(minutes == 0 ? "–" : Words.duration(Int64(minutes) * 60))</td>
        """
    }
}
