extension Templates {
    /// What is collected and why, and what each figure costs.
    static let dictionary = #"""
        {{<layout}}
        {{$main}}
        <section class="answer" aria-labelledby="answer">
        <p class="eyebrow">Data dictionary</p>
        <h1 id="answer">{{heading}}</h1>
        <p class="lead">Only what stands here is collected. Every other attribute, event and value is dropped on arrival and counted by the rule that dropped it.</p>
        {{#spending}}
        <p class="protected">{{.}}</p>
        {{/spending}}
        </section>

        <section aria-labelledby="events">
        <h2 id="events">Events</h2>
        {{#events}}
        <article class="entry" aria-labelledby="event-{{index}}">
        <h3 id="event-{{index}}"><code>{{name}}</code></h3>
        <p>{{description}}</p>
        <dl>
        {{#facts}}
        <div><dt>{{term}}</dt><dd>{{text}}</dd></div>
        {{/facts}}
        </dl>
        <table class="stack fields" role="table">
        <caption>Fields of <code>{{name}}</code></caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Field</th><th scope="col" role="columnheader">What it may hold</th><th scope="col" role="columnheader">Where it is absent</th></tr></thead>
        <tbody role="rowgroup">
        {{#fields}}
        <tr role="row"><th scope="row" role="rowheader"><code>{{name}}</code> <span class="meaning">{{description}}</span></th><td role="cell" data-label="Holds">{{type}}</td><td role="cell" data-label="Absent">{{absent}}</td></tr>
        {{/fields}}
        </tbody>
        </table>
        <details>
        <summary>Where it comes from in OpenTelemetry</summary>
        {{#sources}}
        <p class="source">{{items}}</p>
        <ul class="readings">
        {{#readings}}
        <li><code>{{field}}</code> from <code>{{from}}</code></li>
        {{/readings}}
        </ul>
        {{/sources}}
        </details>
        </article>
        {{/events}}
        {{^events}}<p>The catalog declares no event.</p>{{/events}}
        </section>

        <section aria-labelledby="figures">
        <h2 id="figures">Metrics</h2>
        {{#metrics}}
        <article class="entry" aria-labelledby="metric-{{index}}">
        <h3 id="metric-{{index}}">{{#.href}}<a href="{{.}}">{{/.href}}<code>{{name}}</code>{{#.href}}</a>{{/.href}}</h3>
        <p>{{description}}</p>
        <dl>
        {{#facts}}
        <div><dt>{{term}}</dt><dd>{{text}}</dd></div>
        {{/facts}}
        </dl>
        </article>
        {{/metrics}}
        {{^metrics}}<p>The catalog declares no metric.</p>{{/metrics}}
        </section>
        {{/main}}
        {{/layout}}
        """#
}
