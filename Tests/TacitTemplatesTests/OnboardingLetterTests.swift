import Testing

@testable import TacitTemplates

@Suite("A mail in HTML about onboarding")
struct OnboardingLetterTests {
    @Test("becomes steps, verb first, with the key recommendation among them")
    func steps() throws {
        let actions = try Letter.answer("onboarding.html").template.steps.map(\.action)
        #expect(actions.contains { $0.hasPrefix("Interview five customers") })
        #expect(actions.contains { $0.hasPrefix("Measure the time from sign-up") })
        #expect(actions.contains("Send four emails, not nine."))
        for action in actions { #expect(action.first?.isUppercase == true) }
    }

    @Test("keeps figures with what they measure, as the letter has them")
    func figures() throws {
        let metrics = try Letter.answer("onboarding.html").template.metrics
        let figures = Dictionary(uniqueKeysWithValues: metrics.map { ($0.name, $0.figure) })
        #expect(figures["Activation"] == "from 22% to 31%")
        #expect(figures["Time to first result"] == "from 26 minutes to 9 minutes")
        #expect(figures["Share of setup fields that were never used again by anybody in the company"] == "58%")
    }

    @Test("is named after its article rather than after the letter, and found to be about a product")
    func title() throws {
        let answer = try Letter.answer("onboarding.html")
        #expect(answer.template.title == "Plan: Fewer onboarding steps, more activated customers")
        #expect(answer.category == .product)
        #expect(answer.keyPhrases.first == "first result")
    }

    @Test("grounds every insight in words of the letter")
    func grounds() throws {
        let text = String(decoding: try Letter.bytes("onboarding.html"), as: UTF8.self)
            .replacing("&rsquo;", with: "'").replacing("&nbsp;", with: " ").replacing("<strong>", with: "")
            .replacing("</strong>", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for insight in try Letter.answer("onboarding.html").template.insights { #expect(text.contains(insight.ground)) }
    }

    @Test(
        "leaves out what is no part of the text",
        arguments: [
            "unsubscribe", "preferences", "view in browser", "papertrailer", "sponsor", "firstmile", "40%", "12,000",
            "linkedin", "tweet",
            "early-bird", "lisbon", "p.s.", "all rights reserved", "receiving this", "harbour street", "http", "utm_",
            "window.track",
            "fname", "happy tuesday", "read the full study", "nine onboarding emails are five", "<p", "&nbsp;",
            "font-size",
        ])
    func boilerplate(_ phrase: String) throws {
        let all = Letter.all(try Letter.answer("onboarding.html", TemplatePreferences(length: .long))).lowercased()
        #expect(!all.contains(phrase))
    }

    @Test("gives nobody away", arguments: TemplateLength.allCases)
    func people(_ length: TemplateLength) throws {
        let all = Letter.all(try Letter.answer("onboarding.html", TemplatePreferences(length: length)))
        for planted in ["Gonzalez", "maria", "@example.com", "555 0143"] { #expect(!all.contains(planted)) }
    }
}

@Suite("A wrapped plain-text mail with a header about incidents")
struct IncidentsLetterTests {
    @Test("takes the author's numbered steps in order")
    func steps() throws {
        let actions = try Letter.answer("incidents.txt").template.steps.map(\.action)
        #expect(
            actions.prefix(4) == [
                "Limit each pull request to about 200 changed lines.",
                "Deploy every merged change within an hour.",
                "Put every risky change behind a feature flag, and delete the flag within 30 days.",
                "Rehearse the rollback on a quiet Tuesday, not during an outage.",
            ])
        #expect(actions.contains("Write the postmortem within two days."))
    }

    @Test("says what must not be done as a check")
    func prohibitions() throws {
        let checklist = try Letter.answer("incidents.txt").template.checklist
        #expect(checklist.contains("Never combine a schema migration with a code change in the same deployment."))
    }

    @Test("reads several figures from one sentence")
    func figures() throws {
        let metrics = try Letter.answer("incidents.txt").template.metrics
        let figures = Dictionary(uniqueKeysWithValues: metrics.map { ($0.name, $0.figure) })
        #expect(figures["Change failure rate"] == "from 18% to 4%")
        #expect(figures["Median time to restore service"]?.hasSuffix("12 minutes") == true)
        #expect(figures["Pages per shift"] == "from 9.5 to 1.8")
    }

    @Test("is named after its subject, and found to be about engineering")
    func title() throws {
        let answer = try Letter.answer("incidents.txt", TemplatePreferences(tone: .formal))
        #expect(answer.template.title == "Implementation plan: The Pager: Smaller deployments, calmer on-call")
        #expect(answer.category == .engineering)
    }

    @Test(
        "leaves out what is no part of the text, and whom to write to",
        arguments: [
            "logharbor", "book a demo", "socks", "$9", "unsubscribe", "good morning", "in today", "hit reply", "http",
            "utm_", "forwarded",
            "example row", "rights reserved", "lee@", "555 0188", "hunter2", "list-unsubscribe", "0000", "-----",
            "what a good rollback looks",
        ])
    func boilerplate(_ phrase: String) throws {
        let all = Letter.all(try Letter.answer("incidents.txt", TemplatePreferences(length: .long))).lowercased()
        #expect(!all.replacing("\n---\n", with: "").contains(phrase))
    }
}
