import TacitPages

extension LocalPage {
    /// The one stylesheet: what all pages share, and what this one has of its own.
    package static let stylesheet = [
        Stylesheet.colours, stateColours, Stylesheet.type, Stylesheet.frame, Stylesheet.tables, Stylesheet.charts,
        states, forms, Stylesheet.small, smallStates, Stylesheet.print,
    ].joined(separator: "\n")

    /// Two colours beside the accent, for what needs somebody. They never stand without a sign and a word.
    private static let stateColours = #"""
        :root { --warn: #8a5a00; --alarm: #a5281b; --alarm-wash: #faeeeb; }
        @media (prefers-color-scheme: dark) {
          :root { --warn: #e2b45c; --alarm: #ff9d8f; --alarm-wash: #2d1c19; }
        }
        """#

    private static let states = #"""
        .feels { font-size: clamp(1.9rem, 1.4rem + 2.2vw, 2.75rem); letter-spacing: -0.025em; display: flex; gap: 0.9rem; align-items: baseline; }
        .sign { flex: none; inline-size: 0.8em; block-size: 0.8em; }
        .sign.small { inline-size: 0.8rem; block-size: 0.8rem; display: inline-block; margin-inline-end: 0.4rem; vertical-align: -0.05em; }
        .mark.healthy { fill: var(--accent); }
        .mark.degraded { fill: var(--warn); stroke: var(--warn); stroke-width: 1; stroke-linejoin: round; }
        .mark.critical { fill: none; stroke: var(--alarm); stroke-width: 3.5; stroke-linecap: round; }
        .chart .mark.critical { stroke-width: 2.5; }
        .mark.unknown { fill: none; stroke: var(--edge); stroke-width: 2; stroke-dasharray: 3 2.5; }
        .time { white-space: nowrap; }
        .next { margin-block-start: 0.75rem; }
        .next code { white-space: nowrap; }
        .facts { border: 0; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: 1rem 2rem; margin-block: 1.75rem; }
        .facts > div { display: block; border: 0; padding: 0; }
        .facts dd { font-size: 1.375rem; letter-spacing: -0.015em; font-weight: 600; }
        .facts .about { font-weight: 400; letter-spacing: 0; }
        .calm { color: var(--quiet); margin: 0; }
        .standing { background: var(--alarm-wash); border-color: var(--alarm); margin-block-end: 0; padding-block: 1rem; font-size: 1rem; }
        .standing h2 { font-size: 1rem; margin-block-end: 0.4rem; }
        .standing li { display: flex; align-items: baseline; padding-block: 0.15rem; }
        .strip .healthy.part { fill: var(--accent); fill-opacity: 0.35; }
        .strip .degraded.part { fill: var(--warn); fill-opacity: 0.75; }
        .strip .critical.part { fill: var(--alarm); }
        .strip .unknown.part { fill: none; stroke: var(--edge); stroke-width: 1; stroke-dasharray: 2 3; }
        .legend { display: flex; flex-wrap: wrap; column-gap: 1.5rem; }
        .window { fill: var(--wash); }
        .level + .level { margin-block-start: 2rem; }
        .reading { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 1rem; max-width: none; }
        .reading .estimate { font-size: 2rem; font-weight: 600; letter-spacing: -0.02em; }
        .columns.even { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
        .states { border-block-start: 1px solid var(--rule); }
        .states li { display: flex; align-items: baseline; padding-block: 0.7rem; border-block-end: 1px solid var(--rule); }
        .states p { margin: 0; }
        .states .word { color: var(--quiet); margin-inline-start: 0.4rem; }
        .bars td.mark { inline-size: 45%; }
        .bars th, .codes th { overflow-wrap: anywhere; }
        .codes .meaning + .meaning { overflow-wrap: anywhere; }
        .alerts th { font-weight: 400; white-space: nowrap; inline-size: 11rem; }
        .alerts td:nth-child(2) { inline-size: 60%; }
        .alerts .verdict { white-space: nowrap; inline-size: 7rem; }
        .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        figure + .columns { margin-block-start: 1.5rem; }
        """#

    private static let forms = #"""
        .part { padding-block: 1.25rem; border-block-start: 1px solid var(--rule); scroll-margin-block-start: 1rem; }
        .part > p { margin-block-end: 0.6rem; max-width: 52rem; }
        .part-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 1.5rem; margin-block-end: 0.25rem; }
        .part-head h3 { font-size: 1.125rem; }
        .part + h3 { border-block-start: 1px solid var(--rule); padding-block-start: 1.75rem; }
        pre { margin: 0 0 0.6rem; padding: 0.8rem 1rem; background: var(--surface); border: 1px solid var(--rule); border-radius: 6px; white-space: pre-wrap; font-size: 0.875rem; }
        pre code { display: block; padding-inline-start: 1.5em; text-indent: -1.5em; }
        .switch { display: flex; align-items: center; gap: 0.6rem; }
        .switch span:not(.lamp) { min-inline-size: 1.75rem; }
        .lamp { flex: none; inline-size: 0.6rem; block-size: 0.6rem; border: 2px solid var(--edge); border-radius: 50%; }
        .lamp.on { border-color: var(--accent); background: var(--accent); }
        button, .button { display: inline-block; font: inherit; font-size: 0.9375rem; padding: 0.4rem 0.9rem; min-block-size: 2.5rem; color: var(--ink); background: var(--surface); border: 1px solid var(--edge); border-radius: 6px; cursor: pointer; text-decoration: none; }
        button:hover, .button:hover { border-color: var(--accent); color: var(--accent); }
        .danger { color: var(--alarm); border-color: var(--alarm); }
        .danger:hover { color: var(--ground); background: var(--alarm); border-color: var(--alarm); }
        .whole { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-block: 0.75rem; }
        .plain li { padding-block: 0.2rem 0.2rem; padding-inline-start: 1.1rem; position: relative; max-width: 48rem; }
        .plain li::before { content: "–"; position: absolute; inset-inline-start: 0; color: var(--quiet); }
        section > h3:not(:first-child) { margin-block: 1.75rem 0.4rem; }
        table + form { margin-block-start: 1.5rem; }
        """#

    private static let smallStates = #"""
        @media (max-width: 49.99rem) {
          .columns.even { grid-template-columns: minmax(0, 1fr); gap: 2.75rem; }
          .columns.even .columns.even { gap: 2rem; }
        }
        @media (max-width: 40rem) {
          .brand:only-child { padding-block: 0.7rem; }
          .facts { grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
          .alerts thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
          .alerts, .alerts tbody { display: block; }
          .alerts caption { display: block; }
          .alerts tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 1rem; padding-block: 0.6rem; border-block-end: 1px solid var(--rule); }
          .alerts th, .alerts td, .alerts td:nth-child(2) { border: 0; padding: 0; inline-size: auto; }
          .alerts th { grid-column: 1 / -1; color: var(--quiet); font-size: 0.875rem; }
          .stack.holdings td.end { text-align: start; }
          .stack.holdings td::before { grid-row: auto; }
          .chart text { font-size: 12px; }
          pre { font-size: 0.8125rem; padding: 0.6rem 0.75rem; }
        }
        @media (forced-colors: active) {
          .mark.healthy, .mark.degraded { fill: CanvasText; }
          .mark.critical, .mark.unknown, .strip .unknown.part { stroke: CanvasText; }
          .strip .healthy.part { fill: Highlight; fill-opacity: 0.4; }
          .strip .critical.part { fill: CanvasText; fill-opacity: 1; }
        }
        """#
}
