import TacitPages

/// The page on which a person sees how their system feels, and all that is kept of it.
///
/// ```swift
/// let page = LocalPage(picture, formToken: token)
/// page.overview()      // a whole HTML document
/// ```
///
/// HTML and SVG without any script, inline style or request to another place, as `contentSecurityPolicy` demands. Every
/// value in it is escaped: markup is a type of its own.
package struct LocalPage: Sendable {
    let picture: Picture
    /// Stands in every form; a form without it changes nothing.
    let formToken: String
    /// A report shows the same, but nothing in it can be pressed.
    let hasSwitches: Bool

    package init(_ picture: Picture, formToken: String) {
        self.picture = picture
        self.formToken = formToken
        hasSwitches = true
    }

    init(reporting picture: Picture) {
        self.picture = picture
        formToken = ""
        hasSwitches = false
    }

    package static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'"

    package static let icon = PageIcon.svg

    /// Everything, on one page.
    package func overview() -> String {
        let answer = Answer(picture)
        // Where nothing is on there is nothing to show but the switches.
        let isOff = answer.kind == .off
        let body: HTML = isOff ? "" : "\(strip)\(levels)\(state)\(errors)\(recentAlerts)"
        return PageFrame(title: answer.heading, navigation: !isOff, generated: picture.now)
            .document("\(self.answer)\(body)\(collected)\(proof)")
    }

    /// A page that says one thing.
    package static func message(_ heading: String, _ text: String, command: String? = nil, at now: Moment?) -> String {
        let how: HTML = command.map { "<p><code>\($0)</code></p>\n" } ?? ""
        return PageFrame(title: heading, navigation: false, generated: now).document(
            """
            <section class="answer" aria-labelledby="answer">
            <h1 id="answer">\(heading)</h1>
            <p class="lead">\(text)</p>
            \(how)<p><a href="/">Back to the page</a></p>
            </section>

            """)
    }
}
