extension TemplateCategory {
    /// The category whose words the text uses most, if they are more than an accident.
    static func detected(in analysis: Analysis) -> TemplateCategory {
        guard analysis.isEnglish else { return .general }
        var counts = Array(repeating: 0.0, count: vocabularies.count)
        for sentence in analysis.sentences where !sentence.cues.contains(.noise) {
            for word in analysis.words[sentence.words] where !word.isStop {
                let stem =
                    word.range.lowerBound..<word.range.lowerBound + Vocabulary.stemLength(analysis.text, word.range)
                for (index, vocabulary) in vocabularies.enumerated()
                where vocabulary.words.contains(analysis.text, word.range)
                    || vocabulary.words.contains(analysis.text, stem)
                {
                    counts[index] += sentence.isHeading ? 3 : 1
                }
            }
        }
        guard let most = counts.max(), most >= 4, let index = counts.firstIndex(of: most) else { return .general }
        return vocabularies[index].category
    }

    private static let vocabularies: [(category: TemplateCategory, words: WordSet)] = [
        (
            .process,
            WordSet(
                """
                process workflow meeting handoff checklist queue bottleneck cycle backlog operations operation \
                status sop template lean kanban approval ticket throughput waste routine standup agenda minutes \
                documentation handover batch shift warehouse plant supplier inventory
                """)
        ),
        (
            .marketing,
            WordSet(
                """
                marketing campaign subject open-rate open-rates click clicks audience brand seo content landing \
                conversion funnel lead leads ads advertising segment copy newsletter subscriber subscribers social \
                channel channels attribution engagement headline creative inbox keyword unsubscribes email emails
                """)
        ),
        (
            .product,
            WordSet(
                """
                product onboarding activation retention user users feature features roadmap prototype discovery \
                churn trial signup sign-up sign-ups adoption usability interview interviews experiment release \
                customer customers persona persona feedback pricing paywall
                """)
        ),
        (
            .engineering,
            WordSet(
                """
                engineering code deploy deployment deployments latency incident incidents test tests tests database \
                api apis pipeline reviewer reviewers pull rollback monitoring outage service services build builds \
                bug bugs refactor migration cache server servers cluster query queries on-call postmortem alert \
                alerts repository ci merge branch engineer engineers
                """)
        ),
        (
            .leadership,
            WordSet(
                """
                leadership manager managers team teams feedback hiring hire one-on-one one-on-ones culture trust \
                delegate delegation coaching coach leader leaders report reports report career promotion morale \
                burnout decision decisions employee employees conversation conversations mentor accountability
                """)
        ),
        (
            .finance,
            WordSet(
                """
                finance cash invoice invoices budget budgets margin margins revenue cost costs forecast profit debt \
                payment payments payable receivable receivables runway pricing tax interest liquidity capital \
                accounting cfo loan bank expense expenses spend spending vendor vendors rate rates
                """)
        ),
    ]
}
