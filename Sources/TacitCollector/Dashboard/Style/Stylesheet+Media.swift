import TacitPages

extension Stylesheet {
    /// Figures on phones and in narrow windows.
    static let smallFigures = #"""
        @media (min-width: 40.01rem) and (max-width: 62rem) {
          .figures th, .figures td { padding-inline-end: 0.9rem; }
          .figures tbody th { min-inline-size: 7rem; }
          .figures td.mark, .figures th.scale { inline-size: 24%; min-inline-size: 8.5rem; }
        }
        @media (max-width: 40rem) {
          .figures thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
          .figures, .figures tbody { display: block; }
          .figures caption { display: block; }
          .figures tr { display: grid; column-gap: 1rem; padding-block: 0.6rem; border-block-end: 1px solid var(--rule); }
          .figures tr { grid-template-columns: minmax(0, 1fr) auto; }
          .figures th, .figures td { border: 0; padding: 0; }
          .figures tbody th, .figures td.mark, .figures td.state { grid-column: 1 / -1; inline-size: auto; min-inline-size: 0; }
          .figures td.end { text-align: start; }
          .figures td.interval { text-align: end; }
          .figures td.mark { padding-block-start: 0.25rem; }
          .figures td.people { grid-column: 1 / -1; color: var(--quiet); font-size: 0.875rem; }
          .figures td.people .unit { display: inline; }
          .figures td.people .estimate { font-weight: 400; }
          .multiples { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
          .multiples a { font-size: 0.875rem; }
          .multiples .what { display: block; }
          .figures tr.current { background: var(--wash); box-shadow: -3px 0 0 var(--accent); }
          .figures tr.current th { box-shadow: none; }
          .fields th, .fields td + td { inline-size: auto; }
        }
        """#
}
