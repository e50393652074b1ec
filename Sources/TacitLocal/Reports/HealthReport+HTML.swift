import TacitPages

extension HealthReport {
    /// As one file that any browser opens. Its own policy lets it load nothing.
    package var html: String {
        let page = LocalPage(reporting: picture)
        let style = HTML(verbatim: LocalPage.stylesheet)
        return PageFrame(
            title: "How this system feels, \(Words.minute(picture.now))", navigation: false, generated: picture.now,
            style: """
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
                <style>
                \(style)
                </style>
                """
        ).document(
            "\(page.answer)\(insights)\(page.strip)\(page.levels)\(page.state)\(page.errors)\(page.recentAlerts)")
    }

    private var insights: HTML {
        let levels: [HTML] = picture.levels.map { level in
            "<div><dt><bdi>\(level.name.text)</bdi></dt><dd>\(LocalPage.timed(trend(of: level).joined(separator: " ")))</dd></div>\n"
        }
        return """
            <section aria-labelledby="insights">
            <h2 id="insights">In short</h2>
            <dl>
            <div><dt>Uptime</dt><dd>\(uptime.joined(separator: " "))</dd></div>
            \(levels)<div><dt>Errors</dt><dd>\(errors.joined(separator: " "))</dd></div>
            </dl>
            </section>

            """
    }
}
