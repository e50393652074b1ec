extension Templates {
    /// What is held, where, and when it goes.
    static let holdings = #"""
        {{<layout}}
        {{$main}}
        <section class="answer" aria-labelledby="answer">
        <p class="eyebrow">What is held</p>
        <h1 id="answer">{{heading}}</h1>
        <p class="lead">{{lead}}</p>
        </section>
        {{#hasRows}}
        <table class="stack holdings" role="table">
        <caption>Everything that is held now</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">What</th><th scope="col" role="columnheader">Where</th><th scope="col" role="columnheader" class="end">How many</th><th scope="col" role="columnheader">Oldest</th><th scope="col" role="columnheader">Goes</th></tr></thead>
        <tbody role="rowgroup">
        {{#rows}}
        <tr role="row"><th scope="row" role="rowheader">{{what}}<span class="meaning">{{dataClass}}</span></th><td role="cell" data-label="Where"><code>{{place}}</code></td><td role="cell" class="end" data-label="How many">{{count}}</td><td role="cell" data-label="Oldest">{{oldest}}{{#age}} <span class="meaning">{{age}}</span>{{/age}}</td><td role="cell" data-label="Goes">{{expires}} <span class="meaning">{{limit}}</span></td></tr>
        {{/rows}}
        </tbody>
        </table>
        {{/hasRows}}
        {{#removed}}
        <p>Removed for good: {{removed}}.</p>
        {{/removed}}
        <section aria-labelledby="classes">
        <h2 id="classes">The four classes</h2>
        <dl>
        <div><dt>Class 1</dt><dd>Ephemeral: in memory and, unless <code>journal</code> is off, encrypted in the journal; gone when the window closes.</dd></div>
        <div><dt>Class 2</dt><dd>Aggregates: what windows released, with noise, and the ledger of what was spent.</dd></div>
        <div><dt>Class 3</dt><dd>Operational: counters and logs of the collector’s own work, without user content.</dd></div>
        <div><dt>Class 4</dt><dd>Detail, only where it is switched on: single records, sanitized and to the hour, without who sent them, encrypted by day; read with <code>tacit detail</code> for a reason that is logged. Nobody’s own records can be found among them, to be shown or erased.</dd></div>
        </dl>
        <p>No client address is kept anywhere.</p>
        </section>
        {{/main}}
        {{/layout}}
        """#
}
