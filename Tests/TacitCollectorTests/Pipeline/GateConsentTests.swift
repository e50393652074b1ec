import TacitCatalog
import TacitWire
import Testing

@testable import TacitCollector

@Suite("Nothing passes the gate without consent")
struct GateConsentTests {
    /// Whether an event of category `analytics` at `level` passes.
    private func passes(
        _ level: Consent.Level, _ attributes: OTLP.Attributes,
        ground: ConsentGround = .init(categories: [], level: .full),
        resource: OTLP.Attributes = []
    ) throws -> Bool {
        var line = try Line([TestCatalog.event(sources: [TestCatalog.source(.log)], consent: ("analytics", level))])
        line.consent = ground
        let gated = try line.gate(OTLP.logs([OTLP.Log(attributes: attributes)], resource: resource), .logs)
        #expect(gated.counts[.consentMissing] == (gated.events.isEmpty ? 1 : 0))
        #expect(gated.counts[.recordUndeclared] == 0)
        return !gated.events.isEmpty
    }

    @Test("the operator's ground covers its categories up to its level") func ground() throws {
        for level in Consent.Level.allCases {
            for granted in Consent.Level.allCases {
                let ground = ConsentGround(categories: ["essential", "analytics"], level: granted)
                #expect(try passes(level, [], ground: ground) == (level <= granted))
                #expect(try !passes(level, [], ground: ConsentGround(categories: ["essential"], level: granted)))
            }
        }
    }

    @Test("a record's own statement replaces the ground, for more and for less") func statement() throws {
        #expect(try passes(.basic, [("tacit.consent", "analytics")]))
        #expect(try passes(.basic, [("tacit.consent", "essential, analytics ,performance")]))
        let wide = ConsentGround(categories: ["analytics"], level: .full)
        for granted in ["", "essential", "analytics2", "analytic", "ANALYTICS", "analytics;essential", " , "] {
            #expect(try !passes(.basic, [("tacit.consent", .string(granted))], ground: wide))
        }
    }

    @Test("levels are ordered; none stated is basic; an unknown one grants nothing") func levels() throws {
        for level in Consent.Level.allCases {
            for stated in Consent.Level.allCases {
                let attributes: OTLP.Attributes = [
                    ("tacit.consent", "analytics"), ("tacit.consent.level", .string(stated.rawValue)),
                ]
                #expect(try passes(level, attributes) == (level <= stated))
            }
            #expect(try passes(level, [("tacit.consent", "analytics")]) == (level == .basic))
            for unknown in ["everything", "", "Full", "full "] {
                #expect(
                    try !passes(level, [("tacit.consent", "analytics"), ("tacit.consent.level", .string(unknown))]))
            }
        }
    }

    /// A statement of another type, such as a list of texts, was once taken for none, so that the operator's wider ground
    /// decided instead of the person.
    @Test("a statement that can't be read grants nothing, whatever the ground") func unreadable() throws {
        let wide = ConsentGround(categories: ["analytics"], level: .full)
        let values: [OTLP.Value] = [
            1, true, 1.5, .array(["analytics"]), .string(String(repeating: "analytics,", count: 200)),
        ]
        for value in values {
            #expect(try !passes(.basic, [("tacit.consent", value)], ground: wide))
            #expect(try !passes(.basic, [("tacit.consent.level", value)], ground: wide))
        }
    }

    @Test("a level stated without categories narrows the ground, and never widens it") func levelAlone() throws {
        let wide = ConsentGround(categories: ["analytics"], level: .full)
        #expect(try passes(.basic, [("tacit.consent.level", "basic")], ground: wide))
        #expect(try !passes(.full, [("tacit.consent.level", "basic")], ground: wide))
        let narrow = ConsentGround(categories: ["analytics"], level: .basic)
        #expect(try !passes(.full, [("tacit.consent.level", "full")], ground: narrow))
    }

    @Test("the record's statement wins over its resource's") func resource() throws {
        #expect(try passes(.basic, [], resource: [("tacit.consent", "analytics")]))
        #expect(try !passes(.basic, [("tacit.consent", "")], resource: [("tacit.consent", "analytics")]))
    }
}
