/// The icon of the browser's tab: a point and its interval.
package enum PageIcon {
    package static let svg = #"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b6a5c"/>\#
        <path d="M16 6v20M11.5 6h9M11.5 26h9" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="2.5" \#
        stroke-linecap="round"/><circle cx="16" cy="16" r="5" fill="#fff"/></svg>
        """#
}
