extension Templates {
    /// The page on which a browser shows a token.
    static let signIn = #"""
        {{<layout}}
        {{$main}}
        <section class="answer" aria-labelledby="answer">
        <p class="eyebrow">{{status}}</p>
        <h1 id="answer">{{heading}}</h1>
        <p class="lead">{{body}}</p>
        <form class="sign-in" method="post" action="/sign-in">
        <p><label for="token">Token</label>
        <input id="token" name="token" type="password" autocomplete="current-password" required="required"/></p>
        <p><button type="submit">Sign in</button></p>
        </form>
        <p>Whoever runs this collector makes one with <code>tacit token create --project NAME --role viewer</code>.</p>
        </section>
        {{/main}}
        {{/layout}}
        """#
}
