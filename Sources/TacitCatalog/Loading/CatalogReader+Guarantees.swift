import TacitPrivacy

/// What a metric, or the catalog's `defaults`, says of a guarantee.
struct GuaranteeDraft {
    /// A stated part and where it stands; the value is `nil` where it has a fault.
    struct Part<Wrapped> {
        let value: Wrapped?
        let place: Place
    }

    var privacy: Part<PrivacyLevel>?
    var window: Part<WindowLength>?
    var epsilon: Part<Epsilon>?
    var delta: Part<Delta>?
    var maxCells: Part<Int>?
    var maxPerCell: Part<Int>?
    var k: Part<Int>?

    static let keys = ["window", "epsilon", "delta", "max_cells", "max_per_cell", "k"]
}

extension CatalogReader {
    mutating func guarantee(_ section: Section) -> GuaranteeDraft {
        var draft = GuaranteeDraft()
        draft.privacy = section["privacy"].map { privacy($0) }
        if let value = section["window"] {
            draft.window = .init(value: choice(value, of: WindowLength.self), place: value.place)
        }
        if let value = section["epsilon"] {
            let epsilon = self.epsilon(value)
            draft.epsilon = .init(value: epsilon, place: value.place)
            if let epsilon, epsilon.millionths > 4_000_000 {
                note(
                    .epsilonLarge, at: value.place, "epsilon above 4 protects little",
                    remedy: "lower it, and let the window be longer instead")
            }
        }
        if let value = section["delta"] {
            let delta = self.delta(value)
            draft.delta = .init(value: delta, place: value.place)
            if let delta { noteLarge(delta, at: value.place) }
        }
        if let value = section["max_cells"] {
            let number = integer(
                value, in: 1...65_536, because: "it multiplies the sensitivity, which must be neither 0 nor endless")
            draft.maxCells = .init(value: number, place: value.place)
        }
        if let value = section["max_per_cell"] {
            let number = integer(
                value, in: 1...4_294_967_295,
                because: "it multiplies the sensitivity, which must be neither 0 nor endless")
            draft.maxPerCell = .init(value: number, place: value.place)
        }
        if let value = section["k"] {
            let number = integer(value, in: 2...1_000_000, because: "a cell of one contributor is that contributor")
            draft.k = .init(value: number, place: value.place)
        }
        return draft
    }

    mutating func privacy(_ value: Value) -> GuaranteeDraft.Part<PrivacyLevel> {
        let level = choice(value, of: PrivacyLevel.self)
        if let level, !level.addsNoise {
            note(
                .noGuarantee, at: value.place,
                "no formal guarantee: figures are exact, and comparing them can tell what one person contributed",
                remedy: "use balanced, unless exact figures are worth that and those whose data it is know it")
        }
        return .init(value: level, place: value.place)
    }

    /// Without a declared number of contributors a delta is held against a million of them.
    private mutating func noteLarge(_ delta: Delta, at place: Place) {
        if let expectedContributors {
            guard let warning = delta.warning(forContributors: Int64(expectedContributors)) else { return }
            note(.deltaLarge, at: place, warning.what, remedy: warning.remedy)
        } else if delta.warning(forContributors: 1_000_000) != nil {
            note(
                .deltaLarge, at: place, "delta should be well below 1 divided by the number of contributors",
                remedy: "use 1e-8 or less, or state `expected_contributors`")
        }
    }

    mutating func epsilon(_ value: Value) -> Epsilon? {
        guard let digits = decimal(value) else { return nil }
        do {
            return try Epsilon(digits)
        } catch {
            note(.epsilonInvalid, at: value.place, error.what, remedy: error.remedy)
            return nil
        }
    }

    mutating func delta(_ value: Value) -> Delta? {
        guard let digits = decimal(value) else { return nil }
        do {
            return try Delta(digits)
        } catch {
            note(.deltaInvalid, at: value.place, error.what, remedy: error.remedy)
            return nil
        }
    }
}
