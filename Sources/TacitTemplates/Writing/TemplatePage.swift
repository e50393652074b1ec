import Foundation
import Mustache

/// A template as a page in Markdown.
enum TemplatePage {
    private static let source = """
        # {{title}}

        {{summary}}

        ## {{words.insights}}

        {{#insights}}
        {{number}}. {{#topic}}**{{topic}}.** {{/topic}}{{statement}}
        {{#ground}}
           > {{ground}}
        {{/ground}}
        {{/insights}}

        ## {{words.steps}}

        {{#isUndecided}}
        {{words.noSteps}}

        {{/isUndecided}}
        {{#steps}}
        {{number}}. {{action}}
        {{#reason}}
           *{{words.why}}:* {{reason}}
        {{/reason}}
        {{/steps}}

        {{#hasMetrics}}
        ## {{words.metrics}}

        {{words.metricsLead}}

        {{#metrics}}
        - **{{name}}**: {{figure}}
        {{/metrics}}

        {{/hasMetrics}}
        ## {{words.firstWeek}}

        {{#days}}
        - **Day {{day}}**
        {{#tasks}}
          - {{.}}
        {{/tasks}}
        {{/days}}

        ## {{words.checklist}}

        {{#checklist}}
        - [ ] {{.}}
        {{/checklist}}

        ---
        Made {{generated}}, to be thrown away by {{expires}}.

        """

    private static let template: MustacheTemplate = {
        MustacheContentTypes.register(MarkdownEscaping(), named: MarkdownEscaping.name)
        do {
            return try MustacheTemplate(string: "{{% CONTENT_TYPE: \(MarkdownEscaping.name)}}\n" + source)
        } catch {
            preconditionFailure("the page's template is part of the program: \(error)")
        }
    }()

    private struct Page {
        let words: TemplateWords
        let title: String
        let summary: String
        let insights: [Insight]
        let isUndecided: Bool
        let steps: [ImplementationTemplate.Step]
        let hasMetrics: Bool
        let metrics: [ImplementationTemplate.Metric]
        let days: [ImplementationTemplate.Day]
        let checklist: [String]
        let generated: String
        let expires: String
    }

    private struct Insight {
        let number: Int
        let topic: String?
        let statement: String
        /// Left out where it is the statement itself.
        let ground: String?
    }

    static func markdown(_ answer: TemplateAnswer, isUndecided: Bool) -> String {
        let template = answer.template
        let insights = template.insights.enumerated().map { index, insight in
            let isItself = insight.statement.lowercased().hasSuffix(insight.ground.lowercased().suffix(24))
            return Insight(
                number: index + 1, topic: insight.topic, statement: insight.statement,
                ground: isItself ? nil : "\u{201C}\(insight.ground)\u{201D}")
        }
        let page = Page(
            words: TemplateWords(answer.tone), title: template.title, summary: template.summary, insights: insights,
            isUndecided: isUndecided, steps: template.steps, hasMetrics: !template.metrics.isEmpty,
            metrics: template.metrics,
            days: template.firstWeek, checklist: template.checklist, generated: answer.generatedAt.formatted(.iso8601),
            expires: answer.expiresAt.formatted(.iso8601))
        return Self.template.render(page)
    }
}

/// Letters may hold what Markdown or HTML would take for its own: it stays text.
struct MarkdownEscaping: MustacheContentType {
    static let name = "TACIT_MARKDOWN"

    private static let marks = Set("\\`*_<>~|")

    func escapeText(_ text: String) -> String {
        var escaped = ""
        var last: Character = " "
        for character in text {
            let isStart = escaped.isEmpty && "#+-=".contains(character)
            if Self.marks.contains(character) || isStart || last == "]" && "([:".contains(character) {
                escaped.append("\\")
            }
            // An entity would be read as the character that it names.
            escaped += character == "&" ? "&amp;" : character.isNewline ? " " : String(character)
            last = character
        }
        return escaped
    }
}
