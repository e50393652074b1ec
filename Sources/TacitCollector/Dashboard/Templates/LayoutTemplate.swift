extension Templates {
    /// The frame of every page: head, navigation, notes, footer. Pages fill the block `main`.
    static let layout = #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <title>{{page.title}}</title>
        <link rel="stylesheet" href="{{page.links.stylesheet}}"/>
        <link rel="icon" type="image/svg+xml" href="{{page.links.icon}}"/>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="site">
        <div class="wrap">
        <p class="brand"><a class="wordmark" href="{{page.links.overview}}">Tacit</a>{{#page.catalog}} <bdi>{{page.catalog}}</bdi>{{/page.catalog}}</p>
        <nav aria-label="Pages">
        <ul>
        {{#page.navigation}}
        <li><a href="{{href}}"{{#current}} aria-current="page"{{/current}}>{{label}}</a></li>
        {{/page.navigation}}
        </ul>
        </nav>
        </div>
        </header>
        <main id="main" class="wrap" tabindex="-1">
        {{#page.hasNotes}}
        <div class="notes" role="note">
        {{#page.notes}}
        <p><strong>{{lead}}</strong> {{text}}{{#command}} <code>{{command}}</code>{{/command}}{{#after}} {{after}}{{/after}}</p>
        {{/page.notes}}
        </div>
        {{/page.hasNotes}}
        {{$main}}{{/main}}
        </main>
        <footer class="site">
        <div class="wrap">
        <p>{{#page.generated}}Generated {{page.generated}}. {{/page.generated}}All times are UTC. Every released figure carries its 95 % interval, or says that it is exact.</p>
        </div>
        </footer>
        </body>
        </html>
        """#
}
