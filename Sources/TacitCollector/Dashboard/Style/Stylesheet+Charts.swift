import TacitPages

extension Stylesheet {
    /// One accent: a line for what is estimated, a pale band for what is not known better.
    static let charts = #"""
        figure { margin: 0; }
        figcaption { margin-block-start: 0.5rem; max-width: 52rem; }
        svg { display: block; overflow: visible; }
        .chart { inline-size: 100%; block-size: auto; }
        .chart.narrow { display: none; }
        .chart text { font-size: 13px; fill: var(--quiet); }
        .chart .end { text-anchor: end; }
        .chart .middle { text-anchor: middle; }
        .spark { inline-size: 100%; block-size: 3.25rem; }
        .range { inline-size: 100%; block-size: 1rem; position: relative; inset-block-start: 0.15rem; }
        .spark *, .range * { vector-effect: non-scaling-stroke; }
        .rule, .tick { stroke: var(--rule); stroke-width: 1; }
        .rule.zero { stroke: var(--edge); }
        .band { fill: var(--accent); fill-opacity: 0.18; }
        .line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
        .spark .line { stroke-width: 1.75; }
        .dot { fill: var(--accent); }
        .dot.partial { fill: var(--ground); stroke: var(--accent); stroke-width: 2; }
        .point { stroke: var(--accent); stroke-width: 7; stroke-linecap: round; fill: none; }
        .whisker { stroke: var(--accent); stroke-width: 1.5; fill: none; }
        .bar { fill: var(--accent); fill-opacity: 0.2; }
        .bar-top { stroke: var(--accent); stroke-width: 2; }
        .spark .bar-top, .spark .whisker { stroke-width: 1.25; }
        .hidden-mark { stroke: var(--quiet); stroke-width: 1.5; fill: none; }
        .hit { fill: var(--accent); fill-opacity: 0; }
        .hit:hover { fill-opacity: 0.07; }
        .chart .line, .chart .band, .chart .dot, .chart .whisker { pointer-events: none; }
        """#
}
