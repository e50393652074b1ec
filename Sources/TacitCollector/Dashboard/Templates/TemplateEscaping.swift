import Mustache
import TacitPages

/// How templates escape: as all pages do, and not as their library does, which goes by character.
struct TemplateEscaping: MustacheContentType {
    /// As templates name it in `{{% CONTENT_TYPE: … }}`.
    static let name = "TACIT_HTML"

    func escapeText(_ text: String) -> String { Escaping.escaped(text) }
}
