extension Templates {
    /// A number with its spread, unit and interval; there is no way to show one without the others.
    static let figure = #"""
        <span class="figure"><span class="estimate">{{estimate}}</span> <span class="spread">{{spread}}</span> <span class="unit">{{unit}}</span> <span class="interval">{{#.intervalName}}<span class="what">{{.}}</span> {{/.intervalName}}{{interval}}</span></span>
        """#

    /// How this is protected: unit, window, price, bounds, threshold, composition.
    static let protection = #"""
        <section class="protection" aria-labelledby="protection">
        <h2 id="protection">How this is protected</h2>
        <dl>
        {{#terms}}
        <div><dt>{{term}}</dt><dd>{{#value}}<strong>{{value}}</strong> {{/value}}{{text}}</dd></div>
        {{/terms}}
        </dl>
        </section>
        """#
}
