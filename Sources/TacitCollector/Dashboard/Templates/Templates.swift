import Mustache

/// The pages' templates, compiled into the binary so that it runs without any file beside it.
enum Templates {
    /// Renders the template `name`; a template that is missing or malformed is a fault of the build, which tests find.
    static func render(_ name: String, _ view: Any) -> String {
        guard let text = library.render(view, withTemplate: name) else { preconditionFailure("no template \(name)") }
        return text
    }

    private static let sources = [
        "layout": layout, "figure": figure, "protection": protection, "overview": overview, "metric": metric,
        "cell-rows": cellRows, "dictionary": dictionary, "holdings": holdings, "message": message, "sign-in": signIn,
    ]

    private static let library: MustacheLibrary = {
        MustacheContentTypes.register(TemplateEscaping(), named: TemplateEscaping.name)
        return MustacheLibrary(
            templates: sources.mapValues { source in
                do {
                    return try MustacheTemplate(string: "{{% CONTENT_TYPE: \(TemplateEscaping.name)}}\n" + source)
                } catch {
                    preconditionFailure("a template does not parse: \(error)")
                }
            })
    }()
}
