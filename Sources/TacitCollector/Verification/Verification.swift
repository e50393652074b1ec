/// What a check of stored bytes has found: by check, in plain words. It names metrics, windows and lines, never a label of an
/// open dimension. As JSON its keys are in `snake_case`.
package struct Verification: Codable, Sendable, Equatable {
    package var generatedAt: Int64
    /// The catalog's name.
    package var catalog: String
    package var checks: [Check]
    /// What lies where, encrypted by what; only where every byte was looked at.
    package var held: [Held]?

    package struct Held: Codable, Sendable, Equatable {
        /// A file, or a table of the store.
        package var name: String
        package var bytes: Int64
        package var what: String
        package var encryption: String
        /// When it goes; empty where it is nothing that could.
        package var ends: String
    }

    package struct Check: Codable, Sendable, Equatable {
        /// A stable identifier such as `release.charged`.
        package var id: String
        /// What is claimed, in a sentence.
        package var claim: String
        /// How many things were looked at, and what they are: `212 releases`.
        package var examined: Int
        package var things: String
        /// Where the claim does not hold.
        package var faults: [Finding] = []
        /// What holds, and should be known all the same.
        package var notes: [Finding] = []

        package var holds: Bool { faults.isEmpty }

        init(_ id: String, _ claim: String, things: String) {
            self.id = id
            self.claim = claim
            self.things = things
            examined = 0
        }
    }

    package struct Finding: Codable, Sendable, Equatable {
        /// `feature.uses, 2026-11-20`.
        package var place: String
        package var what: String
        package var remedy: String
    }

    package var holds: Bool { checks.allSatisfy(\.holds) }
}

extension Verification.Check {
    mutating func fault(at place: String, _ what: String, remedy: String) {
        faults.append(Verification.Finding(place: place, what: what, remedy: remedy))
    }

    mutating func note(at place: String, _ what: String, remedy: String = "") {
        notes.append(Verification.Finding(place: place, what: what, remedy: remedy))
    }
}
