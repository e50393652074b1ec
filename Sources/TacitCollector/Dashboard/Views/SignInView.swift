/// The page on which a browser shows a token.
struct SignInView {
    let page: PageView
    let status = "401"
    let heading = "Sign in"
    let body: String

    init(isRefused: Bool, links: Links) {
        page = PageView(title: "Sign in", at: .none, links: links, report: nil)
        body =
            isRefused
            ? "This token does not open the page: it is not known, has expired or was revoked, or is for something else."
            : "This page is for those who have a token. The browser stays signed in for eight hours."
    }
}
