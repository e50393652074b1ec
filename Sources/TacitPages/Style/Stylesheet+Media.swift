extension Stylesheet {
    /// Phones and narrow windows: one column; a row of a table becomes a small block with the same words.
    package static let small = #"""
        @media (min-width: 50rem) and (max-width: 62rem) {
          .chart text { font-size: 15px; }
        }
        @media (max-width: 49.99rem) {
          .chart.wide { display: none; }
          .chart.narrow { display: block; max-inline-size: 36rem; }
          .columns { grid-template-columns: minmax(0, 1fr); gap: 2rem; }
        }
        @media (max-width: 40rem) {
          main { padding-block: 1.75rem 3rem; gap: 2.75rem; }
          h1 { font-size: 1.5rem; }
          .brand { padding-block: 0.7rem 0; }
          header.site ul { column-gap: 1.25rem; }
          nav a { padding-block: 0.5rem 0.6rem; }
          .notes { padding-inline: 1rem; }
          dl > div { grid-template-columns: minmax(0, 1fr); }
          .numbers th, .numbers td { padding-inline-end: 0.6rem; font-size: 0.875rem; }
          .stack thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
          .stack, .stack tbody { display: block; }
          .stack caption { display: block; }
          .stack tr { display: grid; column-gap: 1rem; padding-block: 0.6rem; border-block-end: 1px solid var(--rule); }
          .stack th, .stack td { border: 0; padding: 0; }
          .stack tr { grid-template-columns: minmax(0, 1fr) auto; }
          .stack.holdings tr, .stack.fields tr { grid-template-columns: minmax(0, 1fr); }
          .stack.holdings td, .stack.fields td { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); text-align: start; white-space: normal; }
          .stack.holdings td::before, .stack.fields td::before { content: attr(data-label); color: var(--quiet); grid-row: span 2; }
          .stack.holdings th, .stack.fields th { padding-block-end: 0.25rem; }
        }
        @media (forced-colors: active) {
          .band, .bar { fill: Highlight; }
          .line, .whisker, .bar-top, .point { stroke: CanvasText; }
          .dot { fill: CanvasText; }
        }
        """#

    package static let print = #"""
        @media print {
          :root { --ground: #fff; --surface: #fff; --ink: #000; --quiet: #444; --rule: #ccc; --wash: #fff; --accent: #0b6a5c; }
          header.site nav, .skip { display: none; }
          main { gap: 1.5rem; padding-block: 1rem; }
          section, figure, .card, tr { break-inside: avoid; }
          section:has(table) { break-inside: auto; }
          details::details-content { content-visibility: visible; block-size: auto; }
          .scroll { overflow: visible; }
          .band, .bar, .lamp.on { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """#
}
