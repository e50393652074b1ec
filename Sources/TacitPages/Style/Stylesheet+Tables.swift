extension Stylesheet {
    package static let tables = #"""
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; inline-size: 100%; font-size: 0.9375rem; }
        caption { text-align: start; padding-block-end: 0.4rem; }
        th, td { text-align: start; vertical-align: baseline; padding: 0.5rem 1.25rem 0.5rem 0; border-block-end: 1px solid var(--rule); }
        th:last-child, td:last-child { padding-inline-end: 0; }
        thead th { color: var(--quiet); font-weight: 400; border-color: var(--edge); vertical-align: bottom; }
        tbody th { font-weight: 500; }
        .end, .numbers td, .numbers thead th + th { text-align: end; white-space: nowrap; }
        .numbers .state { text-align: start; }
        .meaning { display: block; font-weight: 400; }
        details summary { cursor: pointer; color: var(--accent); padding-block: 0.4rem; inline-size: fit-content; }
        details[open] summary { margin-block-end: 0.5rem; }
        """#
}
