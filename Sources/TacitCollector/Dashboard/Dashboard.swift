package import TacitCatalog

/// The pages that people look at: released figures with their intervals, how they were protected, what is held.
///
/// ```swift
/// let dashboard = Dashboard()
/// let page = dashboard.overview(report)      // a whole HTML document
/// ```
///
/// Pages are HTML and SVG without any script, inline style or request to another place; they obey
/// `contentSecurityPolicy`. Every value in them is escaped, and no released number is without its interval and unit.
package struct Dashboard: Sendable {
    package let links: Links

    /// - Parameter base: the prefix of all addresses on the pages, such as `""` or `"/demo"`.
    package init(base: String = "") { links = Links(base: base) }

    package static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'"

    /// The page on which a browser shows a token: the one with a form.
    package func signIn(isRefused: Bool) -> String {
        Templates.render("sign-in", SignInView(isRefused: isRefused, links: links))
    }

    package static let formPolicy = contentSecurityPolicy.replacing("form-action 'none'", with: "form-action 'self'")

    package func overview(_ report: Report) -> String {
        Templates.render("overview", OverviewView(report, links: links))
    }

    /// The page of one metric; `nil` where the catalog declares none of that name.
    ///
    /// - Parameter cell: the labels of the cell to draw, in the order of the metric's dimensions; `nil` for all cells.
    package func metric(_ report: Report, named name: String, cell: [String]?) -> String? {
        guard let metric = report.metrics.first(where: { $0.name == name }) else { return nil }
        return Templates.render("metric", MetricView(metric, cell: cell, report: report, links: links))
    }

    package func dictionary(_ dictionary: DataDictionary, _ report: Report) -> String {
        Templates.render("dictionary", DictionaryView(dictionary, report: report, links: links))
    }

    package func holdings(_ report: Report) -> String {
        Templates.render("holdings", HoldingsView(report, links: links))
    }

    /// A page that says one thing, such as why an address has no page.
    package func message(status: Int, title: String, body: String) -> String {
        Templates.render("message", MessageView(status: status, heading: title, body: body, links: links))
    }
}
