/// How a template is to be written.
package struct TemplatePreferences: Sendable, Hashable, Codable {
    /// The field of work; `nil` where the text decides.
    package var category: TemplateCategory?
    package var tone: TemplateTone
    package var length: TemplateLength

    package init(
        category: TemplateCategory? = nil, tone: TemplateTone = .direct, length: TemplateLength = .medium
    ) {
        self.category = category
        self.tone = tone
        self.length = length
    }
}

package enum TemplateCategory: String, Sendable, Hashable, Codable, CaseIterable {
    case process, marketing, product, engineering, leadership, finance, general
}

package enum TemplateTone: String, Sendable, Hashable, Codable, CaseIterable {
    case direct, friendly, formal
}

package enum TemplateLength: String, Sendable, Hashable, Codable, CaseIterable {
    case short, medium, long

    var insights: Int { self == .short ? 3 : self == .medium ? 5 : 8 }
    var steps: Int { self == .short ? 4 : self == .medium ? 6 : 10 }
    var metrics: Int { self == .short ? 3 : self == .medium ? 5 : 8 }
    var checks: Int { self == .short ? 4 : self == .medium ? 6 : 9 }
    /// Whether a step says why.
    var givesReasons: Bool { self != .short }
}
