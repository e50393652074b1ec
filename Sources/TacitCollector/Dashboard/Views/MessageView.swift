/// A page that says one thing.
struct MessageView {
    let page: PageView
    let status: String
    let heading: String
    let body: String

    init(status: Int, heading: String, body: String, links: Links) {
        page = PageView(title: heading, at: .none, links: links, report: nil)
        self.status = String(status)
        self.heading = heading
        self.body = body
    }
}
