extension Templates {
    /// A page that says one thing, such as that an address does not exist.
    static let message = #"""
        {{<layout}}
        {{$main}}
        <section class="answer" aria-labelledby="answer">
        <p class="eyebrow">{{status}}</p>
        <h1 id="answer">{{heading}}</h1>
        <p class="lead">{{body}}</p>
        <p><a href="{{page.links.overview}}">To the overview</a></p>
        </section>
        {{/main}}
        {{/layout}}
        """#
}
