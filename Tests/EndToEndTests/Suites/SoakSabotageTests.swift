#if DEBUG
    import Foundation
    import TacitSeal
    import Testing

    extension EndToEnd {
        /// The story: every check of forgetting was green, and some of them would have been so without the step that they were for.
        /// So each step is left out once, and a drill must say what it found where. A few in an ordinary run, all with `TACIT_SOAK=1`.
        @Suite("A collector that leaves out a step of forgetting is found out by a drill")
        struct SoakSabotageTests {
            private static let isSoak = Soak.times(0, slice: 0, whole: 1) == 1

            @Test("each step by itself", arguments: Sabotage.all.filter { isSoak || $0.isRepresentative })
            fileprivate func step(_ sabotage: Sabotage) async throws { try await sabotage.isFoundOut() }

            @Test("one that others back up, with those others", arguments: Sabotage.backed.prefix(isSoak ? .max : 1))
            fileprivate func backed(_ sabotage: Sabotage) async throws {
                let alone = try await Drilled(leavingOut: [sabotage.step])
                #expect(alone.status == 0, "\(alone.found) \(alone.faults)")
                let others = try await Drilled(leavingOut: sabotage.others)
                #expect(!others.says(sabotage.evidence), "\(sabotage.step) does nothing that the others don't")
                try await sabotage.isFoundOut()
            }

            @Test("there is a sabotage of each step") func complete() {
                let (alone, backed) = (Set(Sabotage.all.map(\.step)), Set(Sabotage.backed.map(\.step)))
                #expect(alone.union(backed) == Set(SkippedStep.allCases))
                #expect(alone.isDisjoint(with: backed))
            }

            @Test("a step that nobody knows stops the start, with the names of those that there are") func unknown()
                async throws
            {
                let outcome = try await Program.tacit(
                    "serve", "--state", "nowhere", environment: [SkippedStep.variable: "vacuum,nothing"])
                #expect(outcome.status == 1)
                for step in SkippedStep.allCases { #expect(outcome.errors.contains(step.rawValue)) }
                #expect(!outcome.errors.contains("nothing"))
            }

            @Test("it says in its log that it is insecure, and which steps it leaves out") func told() async throws {
                let setup = CollectorSetup(environment: [SkippedStep.variable: "vacuum,log-cut"])
                try await RunningCollector.run(setup) { collector in
                    let log = try collector.log
                    #expect(log.contains(#""level":"critical","message":"INSECURE"#))
                    #expect(log.contains("vacuum,log-cut"))
                }
            }
        }
    }

    /// Steps that are left out, and what is found then.
    private struct Sabotage: Sendable, CustomTestStringConvertible {
        let step: SkippedStep
        /// Those that would cover it.
        var others: [SkippedStep] = []
        /// What the drill says: the place and what it found there.
        let evidence: [String]
        var isRepresentative = false

        var testDescription: String { step.rawValue }

        func isFoundOut() async throws {
            let drill = try await Drilled(leavingOut: [step] + others)
            #expect(drill.status == 3)
            #expect(drill.says(evidence), "\(step): \(drill.found.prefix(5)) \(drill.faults)")
        }

        /// Each is found out by itself.
        static let all = [
            Sabotage(step: .rows, evidence: ["labels that expired", "store", "tacit.sqlite"], isRepresentative: true),
            Sabotage(step: .secureDelete, evidence: ["storage.free", "not overwritten"]),
            Sabotage(step: .vacuum, evidence: ["storage.free", "not written anew"], isRepresentative: true),
            Sabotage(step: .logCut, evidence: ["keys that are over", "log", "tacit.sqlite-wal"]),
            Sabotage(step: .pageCache, evidence: ["labels that expired", "memory"]),
            Sabotage(
                step: .windowKey, evidence: ["keys that are over", "journal", "the wrapped key of a window"],
                isRepresentative: true),
            Sabotage(step: .fileOverwrite, evidence: ["journal/", "its bytes were not overwritten"]),
            Sabotage(step: .segments, evidence: ["storage.closed", "journal/", "nothing of a window that is open"]),
            Sabotage(
                step: .secretWipe, evidence: ["keys that are over", "memory", "a session's token"],
                isRepresentative: true),
            Sabotage(step: .secretUnmap, evidence: ["templates", "memory was not cleared"]),
            Sabotage(step: .secretPages, evidence: ["memory", "no secret is locked"]),
            Sabotage(step: .bufferWipe, evidence: ["templates", "the letter was not overwritten"]),
            Sabotage(
                step: .freedMemory, evidence: ["OTLP/", "memory", "mail address"], isRepresentative: true),
            Sabotage(step: .stack, evidence: ["memory", "memory (stack)", "mail address"]),
            Sabotage(step: .sessionEnd, evidence: ["sessions", "did not end when it was ended"]),
            Sabotage(step: .sessionExpiry, evidence: ["identities", "memory", "a session's place"]),
            Sabotage(step: .batchIdentities, evidence: ["identities", "memory", "a batch's id"]),
            Sabotage(
                step: .sealingKeys, evidence: ["keys that are over", "memory", "a key that batches were sealed to"]),
            Sabotage(step: .coreDumps, evidence: ["memory", "core file"]),
        ]

        /// Each is covered by others, which it covers too.
        static let backed = [
            Sabotage(
                step: .keyOverwrite, others: [.secureDelete, .vacuum],
                evidence: ["keys that are over", "store", "the wrapped key of kept figures"]),
            Sabotage(step: .exactFigures, others: [.freedMemory], evidence: ["exact figures", "memory", "sum"]),
        ]
    }

    /// What a drill with such a collector says.
    private struct Drilled: Sendable {
        let status: Int32
        let hits: [Content.Hit]
        let faults: [String]

        struct Content: Decodable {
            let hits: [Hit]
            let faults: [String]

            struct Hit: Decodable, Sendable {
                let entry: String
                let place: String
                let at: String
                let form: String
            }
        }

        init(leavingOut steps: [SkippedStep]) async throws {
            let names = steps.map(\.rawValue).joined(separator: ",")
            let outcome = try await Program.tacit("drill", "--json", environment: [SkippedStep.variable: names])
            guard outcome.status == 0 || outcome.status == 3 else { throw ToolFailed("tacit drill", outcome) }
            let content = try outcome.json(Content.self)
            (status, hits, faults) = (outcome.status, content.hits, content.faults)
        }

        /// A line for each thing that was found.
        var found: [String] { hits.map { "\($0.entry): \($0.place): \($0.at): \($0.form)" } }

        /// Whether one line has all these parts.
        func says(_ parts: [String]) -> Bool {
            (found + faults).contains { line in parts.allSatisfy { line.contains($0) } }
        }
    }
#endif
