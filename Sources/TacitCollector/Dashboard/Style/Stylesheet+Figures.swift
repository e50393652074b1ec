import TacitPages

extension Stylesheet {
    /// Numbers: the estimate speaks, spread and interval are never far.
    static let figures = #"""
        .figure .estimate { font-weight: 600; }
        .figure .spread, .figure .unit, .figure .interval { color: var(--quiet); }
        .figure .spread, .figure .estimate, .figure .interval { white-space: nowrap; }
        .headlines { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 2rem 2.5rem; margin-block: 1.75rem 2rem; }
        .headlines a { display: block; color: inherit; text-decoration: none; }
        .headlines a:hover .name { text-decoration: underline; }
        .headlines .name { display: block; color: var(--accent); font-weight: 500; }
        .headlines .estimate, .headline .estimate { font-size: clamp(2.5rem, 1.8rem + 2.6vw, 3.5rem); line-height: 1.1; letter-spacing: -0.03em; }
        .headlines .spread, .headline .spread, .headlines .unit, .headline .unit { font-size: 1.125rem; }
        .headlines .interval, .headline .interval { display: block; font-size: 0.9375rem; }
        .headlines .about { display: block; }
        .headline { margin-block: 1.5rem 0.25rem; max-width: none; }
        .headline.state { font-size: 1.25rem; }
        .selection { margin-block-start: 1rem; }
        .selection a { margin-inline-start: 0.75rem; }
        .status { display: flex; gap: 0.6rem; margin-block-end: 0.25rem; max-width: none; }
        .lamp { flex: none; inline-size: 0.6rem; block-size: 0.6rem; margin-block-start: 0.5rem; border: 2px solid var(--quiet); border-radius: 50%; }
        .lamp.on { border-color: var(--accent); background: var(--accent); }
        .protected { max-width: none; margin-block-end: 0; }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1.25rem; }
        .card, .card a { display: grid; grid-template-rows: subgrid; grid-row: span 5; row-gap: 0; }
        .card a { align-content: start; padding: 1.1rem 1.25rem 1rem; background: var(--surface); border: 1px solid var(--rule); border-radius: 6px; color: inherit; text-decoration: none; }
        .card a:hover { border-color: var(--accent); }
        .card h3 { color: var(--accent); }
        .card p { margin: 0; }
        .card .description { color: var(--quiet); font-size: 0.9375rem; margin-block: 0.2rem 0.9rem; }
        .card .estimate { font-size: 1.5rem; letter-spacing: -0.02em; }
        .card .interval { display: block; font-size: 0.9375rem; }
        .card .spark { margin-block-end: 0.6rem; }
        .card .state { padding-block: 0.5rem; }
        .multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1.25rem 1.5rem; }
        .multiples a { display: block; color: inherit; text-decoration: none; padding-block-start: 0.6rem; border-block-start: 2px solid var(--rule); font-size: 0.9375rem; }
        .multiples a:hover, .multiples a[aria-current] { border-color: var(--accent); }
        .multiples .name { display: block; color: var(--accent); overflow-wrap: anywhere; }
        .multiples .interval { display: block; }
        """#

    static let figureTables = #"""
        .figures tbody th a { text-decoration: none; }
        .figures tbody th a:hover { text-decoration: underline; }
        .figures tbody th { min-inline-size: 11rem; overflow-wrap: anywhere; }
        .figures .dot { color: var(--quiet); }
        .figures .remark { display: block; font-weight: 400; }
        .figures td.interval { color: var(--quiet); white-space: nowrap; }
        .figures td.people .unit { display: none; }
        .figures td.people .estimate { font-weight: 400; color: var(--quiet); }
        .figures thead th { white-space: nowrap; }
        .figures thead th.people { white-space: normal; inline-size: 8rem; min-inline-size: 7.5rem; }
        .figures td.mark, .figures th.scale { inline-size: 32%; min-inline-size: 10rem; }
        .figures th.scale span:last-child { float: inline-end; }
        .figures tr.current th, .figures tr.current td { background: var(--wash); }
        .figures tr.current th { box-shadow: -3px 0 0 var(--accent); }
        .entry { padding-block: 1.25rem 2rem; }
        .entry > * + * { margin-block-start: 0.6rem; }
        .entry h3 { font-size: 1.125rem; }
        .entry h3 a { text-decoration: none; }
        .entry table { margin-block-start: 1.25rem; }
        .fields th { inline-size: 30%; }
        .fields td + td { inline-size: 26%; }
        .source { margin-block-end: 0.25rem; }
        .readings { margin-block-end: 1rem; padding-inline-start: 1rem; font-size: 0.9375rem; color: var(--quiet); }
        .readings code { color: var(--ink); }
        """#
}
