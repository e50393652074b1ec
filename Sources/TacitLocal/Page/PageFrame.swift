import TacitPages

/// Head, navigation and footer of every page.
struct PageFrame {
    let title: String
    let navigation: Bool
    let generated: Moment?
    /// A report has its style within, for it lies alone in a file; a page gets it by a request of its own.
    var style: HTML =
        "<link rel=\"stylesheet\" href=\"/style.css\"/>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"/favicon.svg\"/>"

    func document(_ main: HTML) -> String {
        let html: HTML = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(title) · Tacit</title>
            \(style)
            </head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header class="site">
            <div class="wrap">
            <p class="brand"><span class="wordmark">Tacit</span> on this machine only</p>
            \(navigation ? Self.links : "")</div>
            </header>
            <main id="main" class="wrap" tabindex="-1">
            \(main)</main>
            <footer class="site">
            <div class="wrap">
            <p>\(LocalPage.timed(footer))</p>
            </div>
            </footer>
            </body>
            </html>

            """
        return html.markup
    }

    private var footer: String {
        (generated.map { "Drawn \(Words.minute($0)) from the files on this machine. " } ?? "")
            + "All times are UTC. Nothing here was sent anywhere."
    }

    private static let links: HTML = """
        <nav aria-label="On this page">
        <ul>
        <li><a href="#answer">Now</a></li>
        <li><a href="#levels">Levels</a></li>
        <li><a href="#services">Services</a></li>
        <li><a href="#errors">Errors</a></li>
        <li><a href="#collected">Collected</a></li>
        </ul>
        </nav>

        """
}
