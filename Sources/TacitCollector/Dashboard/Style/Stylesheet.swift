import TacitPages

extension Dashboard {
    /// The one stylesheet, a file of its own so that the policy can forbid inline styles.
    package static let stylesheet = [
        Stylesheet.colours, Stylesheet.type, Stylesheet.frame, Stylesheet.tables, Stylesheet.charts,
        Stylesheet.figures, Stylesheet.figureTables, Stylesheet.small, Stylesheet.smallFigures, Stylesheet.forms,
        Stylesheet.print,
    ].joined(separator: "\n")

    /// The icon of the browser's tab.
    package static let icon = PageIcon.svg
}
