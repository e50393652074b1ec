/// The commands that pages and texts tell people to run.
enum Commands {
    static let start = "tacit local start"
    static let link = "tacit local link"
    static let watch = "tacit local status --watch"
    static let verify = "tacit local verify"
    static func switchOn(_ part: Part) -> String { "tacit local on \(part.rawValue)" }
}
