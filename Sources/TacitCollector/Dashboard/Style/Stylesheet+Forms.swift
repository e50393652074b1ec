import TacitPages

extension Stylesheet {
    /// The one form: for a token.
    static let forms = #"""
        .sign-in label { display: block; margin-bottom: .35rem; }
        .sign-in input, .sign-in button {
          font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: 4px;
          padding: .5rem .75rem;
        }
        .sign-in input { width: 100%; max-width: 36rem; box-sizing: border-box; }
        .sign-in button { cursor: pointer; }
        """#
}
