extension Templates {
    /// First the answer, second how it was protected, then the metrics and what came in.
    static let overview = #"""
        {{<layout}}
        {{$main}}
        <section class="answer" aria-labelledby="answer">
        <p class="eyebrow">{{eyebrow}}</p>
        <h1 id="answer">{{heading}}</h1>
        {{#hasHeadlines}}
        <ul class="headlines">
        {{#headlines}}
        <li><a href="{{href}}"><span class="name">{{name}}</span>{{#.figure}}{{> figure}}{{/.figure}}<span class="about">{{about}}</span>{{#.window}}<span class="about">{{.}}</span>{{/.window}}</a></li>
        {{/headlines}}
        </ul>
        {{/hasHeadlines}}
        {{#isEmpty}}
        <p class="lead">{{lead}}</p>
        <p>Point any OpenTelemetry SDK at this collector, by default with <code>OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318</code>, or run <code>tacit demo</code> to see a simulated population.</p>
        {{/isEmpty}}
        <p class="status"><span class="{{lamp}}" aria-hidden="true"></span> <span><strong>{{collecting}}</strong> {{next}}</span></p>
        {{#protectedBy}}
        <p class="protected">{{.}}</p>
        {{/protectedBy}}
        </section>

        <section aria-labelledby="metrics">
        <h2 id="metrics">Metrics</h2>
        {{^cards}}
        <p>The catalog declares no metric.</p>
        {{/cards}}
        <ul class="cards">
        {{#cards}}
        <li class="card"><a href="{{href}}">
        <h3>{{name}}</h3>
        <p class="description">{{description}}</p>
        {{{picture}}}
        {{#.figure}}{{> figure}}{{/.figure}}
        {{#.state}}<p class="state">{{.}}</p>{{/.state}}
        {{#.about}}<p class="about">{{.}}</p>{{/.about}}
        </a></li>
        {{/cards}}
        </ul>
        </section>

        {{> protection}}

        <section aria-labelledby="intake">
        <h2 id="intake">What came in</h2>
        <p class="wide-text">Counters since {{since}}, published at fixed times. {{counterProtection}}</p>
        <div class="columns">
        <div class="scroll" tabindex="0" role="region" aria-label="Items by signal">
        <table class="numbers">
        <caption>Items by signal{{#signalSpread}}, each {{.}}{{/signalSpread}}</caption>
        <thead><tr><th scope="col">Signal</th><th scope="col">Requests</th><th scope="col">Received</th><th scope="col">Counted</th><th scope="col">Refused</th></tr></thead>
        <tbody>
        {{#signals}}
        <tr><th scope="row">{{name}}</th><td>{{requests}}</td><td>{{received}}</td><td>{{counted}}</td><td>{{refused}}</td></tr>
        {{/signals}}
        {{^signals}}
        <tr><td colspan="5" class="state">nothing yet</td></tr>
        {{/signals}}
        </tbody>
        </table>
        </div>
        <div>
        <table class="stack" role="table">
        <caption>Dropped, changed or refused, by rule</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Rule and meaning</th><th scope="col" role="columnheader" class="end">Items</th></tr></thead>
        <tbody role="rowgroup">
        {{#reasons}}
        <tr role="row"><th scope="row" role="rowheader"><code>{{rule}}</code> <span class="meaning">{{meaning}}</span></th><td role="cell" class="end" data-label="Items">{{count}}</td></tr>
        {{/reasons}}
        {{^reasons}}
        <tr role="row"><td role="cell" colspan="2" class="state">nothing that stands out of the noise</td></tr>
        {{/reasons}}
        </tbody>
        </table>
        </div>
        </div>
        </section>
        {{/main}}
        {{/layout}}
        """#
}
