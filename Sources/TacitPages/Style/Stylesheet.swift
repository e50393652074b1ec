/// What all pages look like, in the order in which it cascades: quiet, typographic, one accent, light and dark.
package enum Stylesheet {
    /// Every pair of text and ground that is used has a contrast of at least 4.5, in both schemes.
    package static let colours = #"""
        :root {
          color-scheme: light dark;
          --ground: #fbfaf8;
          --surface: #ffffff;
          --ink: #1c1b19;
          --quiet: #615d56;
          --rule: #e3dfd7;
          --edge: #8d887f;
          --accent: #0b6a5c;
          --wash: #e9f2ef;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #131412;
            --surface: #1a1c19;
            --ink: #ebe9e4;
            --quiet: #a8a59d;
            --rule: #2f322d;
            --edge: #77766f;
            --accent: #6fcfb9;
            --wash: #1b2a26;
          }
        }
        """#

    package static let type = #"""
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0;
          background: var(--ground);
          color: var(--ink);
          font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif;
          font-variant-numeric: tabular-nums lining-nums;
          overflow-wrap: break-word;
        }
        h1, h2, h3 { line-height: 1.2; font-weight: 600; letter-spacing: -0.011em; margin: 0; text-wrap: balance; }
        h1 { font-size: 1.75rem; }
        h2 { font-size: 1.25rem; margin-block-end: 0.75rem; }
        h3 { font-size: 1rem; letter-spacing: 0; }
        p { margin: 0 0 0.75rem; max-width: 44rem; text-wrap: pretty; }
        a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
        main:focus { outline: none; }
        code { font: 0.92em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
        .wide-text { max-width: none; }
        ul { list-style: none; margin: 0; padding: 0; }
        .eyebrow a { color: inherit; }
        .eyebrow { color: var(--quiet); margin: 0 0 0.35rem; font-size: 0.9375rem; }
        .lead { font-size: 1.0625rem; margin-block-start: 0.5rem; }
        .about, .protected, .remark, .meaning, caption, figcaption { color: var(--quiet); font-size: 0.9375rem; }
        .state { color: var(--quiet); font-style: italic; }
        """#

    package static let frame = #"""
        .wrap { max-width: 72rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
        .skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; background: var(--surface); padding: 0.5rem 0.75rem; }
        .skip:focus { inset-block-start: 0.5rem; z-index: 1; }
        header.site { border-block-end: 1px solid var(--rule); }
        header.site .wrap { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; column-gap: 2rem; }
        .wordmark { font-weight: 650; font-size: 1.125rem; letter-spacing: -0.02em; color: var(--ink); text-decoration: none; margin-inline-end: 0.5rem; }
        .brand { margin: 0; padding-block: 0.9rem; color: var(--quiet); font-size: 0.9375rem; }
        .wordmark::before { content: ""; display: inline-block; inline-size: 0.5rem; block-size: 0.5rem; border-radius: 50%; background: var(--accent); margin-inline-end: 0.5rem; vertical-align: 0.08em; }
        header.site ul { display: flex; flex-wrap: wrap; column-gap: 1.5rem; }
        nav a { display: block; padding-block: 0.9rem; color: var(--quiet); text-decoration: none; font-size: 0.9375rem; box-shadow: 0 1px 0 transparent; }
        nav a:hover { color: var(--ink); }
        nav a[aria-current] { color: var(--ink); box-shadow: 0 2px 0 var(--accent); }
        main { padding-block: 2.5rem 4rem; display: grid; gap: 3.5rem; grid-template-columns: minmax(0, 1fr); }
        footer.site { border-block-start: 1px solid var(--rule); padding-block: 1.25rem 2.5rem; color: var(--quiet); font-size: 0.875rem; }
        footer.site p { margin: 0; max-width: none; }
        .notes { background: var(--wash); border-inline-start: 3px solid var(--accent); padding: 0.75rem 1.25rem; margin-block-end: -1rem; font-size: 0.9375rem; }
        .notes p { margin: 0; max-width: none; }
        .notes p + p { margin-block-start: 0.4rem; }
        .columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 3rem; align-items: start; }
        dl { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); border-block-start: 1px solid var(--rule); }
        dl > div { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); column-gap: 1.5rem; padding-block: 0.7rem; border-block-end: 1px solid var(--rule); }
        dl + p { margin-block-start: 0.9rem; }
        dt { color: var(--quiet); }
        dd { margin: 0; max-width: 46rem; }
        dd strong { font-weight: 600; }
        """#
}
