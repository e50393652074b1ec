import TacitPages

extension LocalPage {
    /// Errors by component, by code and by hour.
    var errors: HTML {
        """
        <section aria-labelledby="errors">
        <h2 id="errors">Errors</h2>
        \(picture.errors.isEmpty ? absence(.errors, "None in the last \(Part.errors.days) days.") : errorFigures)</section>

        """
    }

    private var errorFigures: HTML {
        let patterns = ErrorPatterns(picture)
        return """
            <p class="wide-text">\(patterns.sentences(picture.errorsByHour).joined(separator: " "))</p>
            <figure>
            \(HourChart(hours: picture.errorsByHour).html)
            <figcaption>By hour of the day, over the last \(Int(Part.errors.days)) days.</figcaption>
            </figure>
            <div class="columns even">
            \(components(patterns))\(codes)</div>

            """
    }

    private func components(_ patterns: ErrorPatterns) -> HTML {
        let most = patterns.components.first?.count ?? 1
        let rows: [HTML] = patterns.components.prefix(12).map { component in
            """
            <tr role="row"><th scope="row" role="rowheader"><bdi>\(component.name.text)</bdi></th>\
            <td role="cell" class="mark">\(Self.bar(component.count, of: most))</td>\
            <td role="cell" class="end">\(Words.count(component.count))</td></tr>

            """
        }
        return """
            <table class="bars" role="table">
            <caption>By component</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Component</th>\
            <th scope="col" role="columnheader"><span class="unseen">Share</span></th>\
            <th scope="col" role="columnheader" class="end">Errors</th></tr></thead>
            <tbody role="rowgroup">
            \(rows)</tbody>
            </table>

            """
    }

    private static func bar(_ count: Int, of most: Int) -> HTML {
        var drawing = Drawing()
        let width = 200 * Double(count) / Double(max(1, most))
        drawing.rectangle("bar", x: 0, y: 3, width: width, height: 10)
        drawing.line("bar-top", x1: width, y1: 2, x2: width, y2: 14)
        return HTML(verbatim: drawing.svg("range", width: 200, height: 16, stretched: true))
    }

    private var codes: HTML {
        let rows: [HTML] = picture.errors.prefix(20).map { error in
            let message: HTML = error.message.map { "<span class=\"meaning\"><bdi>\($0)</bdi></span>" } ?? ""
            let sign: HTML = error.severity == .critical ? "\(StatusMark.html(.critical, "sign small"))Critical, " : ""
            return """
                <tr role="row"><th scope="row" role="rowheader"><code>\(error.code.text)</code> \
                <span class="meaning">\(sign)<bdi>\(error.component.text)</bdi>, last \
                \(Words.ago(error.last, picture.now))</span>\(message)</th>\
                <td role="cell" class="end">\(Words.count(error.count))</td></tr>

                """
        }
        let left = picture.errors.count - rows.count
        let more: HTML = left > 0 ? "<p class=\"about\">and \(Words.count(left, "code")) more.</p>\n" : ""
        return """
            <div>
            <table class="codes" role="table">
            <caption>By code</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Code</th>\
            <th scope="col" role="columnheader" class="end">Times</th></tr></thead>
            <tbody role="rowgroup">
            \(rows)</tbody>
            </table>
            \(more)</div>

            """
    }

    /// The alerts of late, newest first.
    var recentAlerts: HTML {
        guard !picture.alerts.isEmpty else {
            return """
                <section aria-labelledby="alerts">
                <h2 id="alerts">Recent alerts</h2>
                \(absence(.alerts, "None was raised."))</section>

                """
        }
        let rows = picture.alerts.map(alertRow)
        let rest = rows.dropFirst(8)
        let more: HTML =
            rest.isEmpty
            ? ""
            : """
            <details><summary>\(Words.count(rest.count)) older</summary>
            \(Self.alertTable(Array(rest), caption: "Older alerts"))</details>

            """
        return """
            <section aria-labelledby="alerts">
            <h2 id="alerts">Recent alerts</h2>
            \(Self.alertTable(Array(rows.prefix(8)), caption: "Newest first"))\(more)</section>

            """
    }

    private func alertRow(_ alert: AlertEvent) -> HTML {
        """
        <tr role="row"><th scope="row" role="rowheader">\(Words.minute(alert.timestamp))</th>\
        <td role="cell">\(alert.heading)</td>\
        <td role="cell" class="verdict">\(StatusMark.html(alert.state == .raised ? .critical : .healthy, "sign small"))\
        \(alert.stateWord)</td></tr>

        """
    }

    private static func alertTable(_ rows: [HTML], caption: String) -> HTML {
        """
        <table class="alerts" role="table">
        <caption>\(caption)</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">When</th>\
        <th scope="col" role="columnheader">What</th><th scope="col" role="columnheader">State</th></tr></thead>
        <tbody role="rowgroup">
        \(rows)</tbody>
        </table>

        """
    }
}
