import Tacit
import Testing

private let day = ConsentDay("2026-03-01")!
private let analytics = ConsentCategory.sample("analytics")
private let performance = ConsentCategory.sample("performance")

@Suite("Consent is explicit, and for what was shown")
struct ConsentTests {
    @Test("nothing is allowed before somebody decided")
    func nothing() {
        let consent = Consent()
        #expect(consent.standing(of: analytics, on: day) == .undecided)
        #expect(consent.level(of: analytics, on: day) == .denied)
        #expect(consent.needsAnswer(analytics, on: day))
        #expect(!consent.maySend(analytics, level: .basic, recordedAt: 0, on: day))
    }

    @Test("a level holds those below it and none above", arguments: ConsentLevel.allCases)
    func levels(level: ConsentLevel) {
        let consent = Consent([.yes(analytics, level)], on: day)
        #expect(consent.level(of: analytics, on: day) == level)
        #expect(consent.level(of: performance, on: day) == .denied)
        for other in ConsentLevel.allCases {
            let isAllowed = other > .denied && other <= level
            #expect(consent.maySend(analytics, level: other, recordedAt: 1, on: day) == isAllowed)
        }
    }

    @Test("a no is remembered, and nobody is asked twice")
    func refusal() {
        let consent = Consent([.refused(analytics)], on: day)
        #expect(consent.standing(of: analytics, on: day.adding(days: 5000)) == .refused)
        #expect(!consent.needsAnswer(analytics, on: day.adding(days: 5000)))
        #expect(consent.needsAnswer(performance, on: day))
    }

    @Test("what a changed category asks for, only that category asks")
    func version() {
        let consent = Consent([.yes(analytics), .yes(performance)], on: day)
        let changed = ConsentCategory.sample("analytics", version: 2)
        #expect(consent.standing(of: changed, on: day) == .changed && consent.needsAnswer(changed, on: day))
        #expect(consent.level(of: changed, on: day) == .denied)
        #expect(consent.level(of: performance, on: day) == .basic && !consent.needsAnswer(performance, on: day))
    }

    @Test("a text that was changed without a new version asks again as well")
    func digest() {
        let consent = Consent([.yes(analytics), .refused(performance)], on: day)
        for category in ["analytics", "performance"] {
            let reworded = ConsentCategory.sample(category, why: "To sell it")
            #expect(consent.standing(of: reworded, on: day) == .changed && consent.needsAnswer(reworded, on: day))
        }
    }

    @Test("an older program neither collects nor asks about what a newer one has settled")
    func olderProgram() {
        let consent = Consent([.yes(.sample("analytics", version: 2))], on: day)
        #expect(consent.level(of: analytics, on: day) == .denied)
        #expect(!consent.needsAnswer(analytics, on: day))
    }

    @Test("the digest is of what is agreed to, and no two sets of texts share one")
    func digests() {
        func category(_ what: String, _ why: String, title: String = "t") -> ConsentCategory {
            ConsentCategory(
                name: "a", title: title, what: what, why: why, benefit: "", retention: "r", sharing: "s", version: 1)
        }
        #expect(category("ab", "c").digest != category("a", "bc").digest)
        #expect(category("a\n1\nb", "").digest != category("a", "b").digest)
        #expect(category("a", "b").digest == category("a", "b", title: "other").digest)
        #expect(category("a", "b").digest.count == 64)
    }
}

@Suite("Consent ends")
struct ConsentEndTests {
    @Test("on the day that was said, and not before")
    func expiry() {
        let consent = Consent([.yes(analytics, until: day.adding(days: 10))], on: day)
        #expect(consent.level(of: analytics, on: day.adding(days: 9)) == .basic)
        #expect(consent.endings(on: day.adding(days: 9)).isEmpty)
        #expect(consent.standing(of: analytics, on: day.adding(days: 10)) == .ended)
        #expect(consent.needsAnswer(analytics, on: day.adding(days: 10)))
        #expect(consent.endings(on: day.adding(days: 10)) == [.ended(category: "analytics")])
    }

    @Test("after a year where it is to be reviewed, or earlier where that was said")
    func review() {
        let yearly = Consent([.yes(analytics, .basic, [.reviewAnnually])], on: day)
        #expect(yearly.level(of: analytics, on: day.adding(days: 364)) == .basic)
        #expect(yearly.level(of: analytics, on: day.adding(days: 365)) == .denied)
        let sooner = Consent([.yes(analytics, .basic, until: day.adding(days: 5), [.reviewAnnually])], on: day)
        #expect(sooner.standing(of: analytics, on: day.adding(days: 5)) == .ended)
    }

    @Test("for good once it was noticed: no clock brings it back, and what was queued goes")
    func noticed() {
        var consent = Consent([.yes(analytics, until: day.adding(days: 10))], on: day)
        #expect(
            consent.apply(.ended(category: "analytics"), on: day.adding(days: 10))
                == [.purge(category: "analytics", above: .denied)])
        #expect(consent.standing(of: analytics, on: day) == .ended)
        #expect(consent.isVoid(category: "analytics", level: .basic, recordedAt: 1))
    }

    @Test("consent from a day that has not come is not in force, and nothing is purged for it")
    func future() {
        let consent = Consent([.yes(analytics)], on: day)
        #expect(consent.level(of: analytics, on: day.adding(days: -1)) == .basic)
        #expect(consent.standing(of: analytics, on: day.adding(days: -2)) == .notYet)
        #expect(consent.level(of: analytics, on: day.adding(days: -2)) == .denied)
        #expect(consent.endings(on: day.adding(days: -20_000)).isEmpty)
        #expect(!consent.isVoid(category: "analytics", level: .basic, recordedAt: 1))
    }
}

@Suite("What was recorded before consent is never sent after")
struct AsOfTests {
    @Test("a record from before the decision stays unsent, whatever the clock")
    func before() {
        let consent = Consent([.refused(performance), .yes(analytics)], on: day)
        #expect(!consent.maySend(analytics, level: .basic, recordedAt: 0, on: day))
        #expect(!consent.maySend(analytics, level: .basic, recordedAt: 1, on: day))
        #expect(consent.maySend(analytics, level: .basic, recordedAt: 2, on: day))
        #expect(!consent.maySend(analytics, level: .basic, recordedAt: 3, on: day))
    }

    @Test("withdrawn and given again: what lay there in between is void")
    func again() {
        let consent = Consent([.yes(analytics), .withdrawn(category: "analytics"), .yes(analytics)], on: day)
        for position in 0...2 {
            #expect(!consent.maySend(analytics, level: .basic, recordedAt: position, on: day))
            #expect(consent.isVoid(category: "analytics", level: .basic, recordedAt: position))
        }
        #expect(consent.maySend(analytics, level: .basic, recordedAt: 3, on: day))
    }

    @Test("given again without a break, what was recorded under it stays")
    func renewed() {
        let later = day.adding(days: 300)
        var consent = Consent([.yes(analytics, .basic, [.reviewAnnually])], on: day)
        #expect(consent.apply(.yes(analytics, .basic, [.reviewAnnually]), on: later).isEmpty)
        #expect(consent.maySend(analytics, level: .basic, recordedAt: 1, on: later))
        #expect(consent.level(of: analytics, on: later.adding(days: 364)) == .basic)
    }

    @Test("each level has its own beginning, and less of it purges what is above")
    func levels() {
        var consent = Consent([.yes(analytics, .full)], on: day)
        #expect(
            consent.apply(.yes(analytics, .basic), on: day) == [.purge(category: "analytics", above: .basic)])
        #expect(consent.apply(.yes(analytics, .full), on: day).isEmpty)
        #expect(consent.maySend(analytics, level: .basic, recordedAt: 1, on: day))
        #expect(!consent.maySend(analytics, level: .enhanced, recordedAt: 1, on: day))
        #expect(!consent.maySend(analytics, level: .full, recordedAt: 2, on: day))
        #expect(consent.maySend(analytics, level: .full, recordedAt: 3, on: day))
    }

    @Test("consent to a new version covers nothing that was recorded under the old one")
    func newVersion() {
        var consent = Consent([.yes(analytics)], on: day)
        let changed = ConsentCategory.sample("analytics", version: 2)
        #expect(consent.apply(.yes(changed), on: day) == [.purge(category: "analytics", above: .denied)])
        #expect(!consent.maySend(changed, level: .basic, recordedAt: 1, on: day))
        #expect(consent.maySend(changed, level: .basic, recordedAt: 2, on: day))
    }
}

@Suite("Consent is taken back as easily as it is given")
struct WithdrawalTests {
    @Test("withdrawal purges the category, tells the collector, and leaves the others alone")
    func withdrawal() {
        var consent = Consent([.yes(analytics), .yes(performance)], on: day)
        #expect(
            consent.apply(.withdrawn(category: "analytics"), on: day) == [
                .purge(category: "analytics", above: .denied), .tellCollector(category: "analytics"),
            ])
        #expect(consent.standing(of: analytics, on: day) == .withdrawn && !consent.needsAnswer(analytics, on: day))
        #expect(consent.level(of: performance, on: day) == .basic)
    }

    @Test("the collector is told also of what ended before it was withdrawn, and once")
    func told() {
        var consent = Consent([.yes(analytics), .ended(category: "analytics")], on: day)
        #expect(
            consent.apply(.withdrawn(category: "analytics"), on: day).contains(.tellCollector(category: "analytics")))
        #expect(
            !consent.apply(.objected(category: "analytics"), on: day).contains(.tellCollector(category: "analytics")))
        var refused = Consent([.refused(analytics)], on: day)
        #expect(
            refused.apply(.withdrawn(category: "analytics"), on: day) == [
                .purge(category: "analytics", above: .denied)
            ])
    }

    @Test("an objection outlasts new versions of the category")
    func objection() {
        let consent = Consent([.yes(analytics), .objected(category: "analytics")], on: day)
        let changed = ConsentCategory.sample("analytics", version: 2)
        #expect(consent.standing(of: changed, on: day) == .objected && !consent.needsAnswer(changed, on: day))
        let again = Consent([.objected(category: "analytics"), .yes(changed)], on: day)
        #expect(again.level(of: changed, on: day) == .basic)
    }

    @Test("restriction keeps everything and lets nothing be recorded or sent, until it is lifted")
    func restriction() {
        var consent = Consent([.yes(analytics)], on: day)
        #expect(consent.apply(.restricted, on: day) == [.stop])
        #expect(consent.level(of: analytics, on: day) == .denied)
        #expect(!consent.maySend(analytics, level: .basic, recordedAt: 1, on: day))
        #expect(!consent.isVoid(category: "analytics", level: .basic, recordedAt: 1))
        #expect(consent.apply(.resumed, on: day) == [.resume])
        #expect(consent.maySend(analytics, level: .basic, recordedAt: 1, on: day))
    }
}

@Suite("Days")
struct ConsentDayTests {
    @Test("text and number agree on every day of the calendar, and no other text is a day")
    func days() {
        for number in stride(from: -719_162, through: 2_932_896, by: 37) {
            let day = ConsentDay(daysSince1970: number)
            #expect(ConsentDay(day.description) == day)
        }
        #expect(ConsentDay("1970-01-01")?.daysSince1970 == 0 && ConsentDay("2000-02-29")?.daysSince1970 == 11016)
        for text in [
            "2026-02-29", "2026-13-01", "2026-1-01", "2026-00-10", "0000-01-01", "20260101", "", "2026-01-01 ",
        ] {
            #expect(ConsentDay(text) == nil, "\(text)")
        }
    }

    @Test("a moment lies in its day, before 1970 too")
    func moments() {
        #expect(ConsentDay(unixSeconds: 86_399).daysSince1970 == 0)
        #expect(ConsentDay(unixSeconds: 86_400).daysSince1970 == 1)
        #expect(ConsentDay(unixSeconds: -1).daysSince1970 == -1)
        #expect(ConsentDay(unixSeconds: .max).description == "9999-12-31")
        #expect(ConsentDay(unixSeconds: .min).adding(days: .min).description == "0001-01-01")
    }
}
