internal import TacitPrivacy

/// What a metric, or the catalog's `defaults`, says of a guarantee.
struct GuaranteeDraft {
    /// A stated part and where it stands; the value is `nil` where it has a fault.
    struct Part<Wrapped> {
        let value: Wrapped?
        let place: Place
    }

    var window: Part<WindowLength>?
    var epsilon: Part<Epsilon>?
    var delta: Part<Delta>?
    var maxCells: Part<Int>?
    var maxPerCell: Part<Int>?
    var k: Part<Int>?

    static let keys = ["window", "epsilon", "delta", "max_cells", "max_per_cell", "k"]

    /// What is not stated here is taken from `defaults`.
    func over(_ defaults: GuaranteeDraft) -> GuaranteeDraft {
        var merged = defaults
        merged.window = window ?? defaults.window
        merged.epsilon = epsilon ?? defaults.epsilon
        merged.delta = delta ?? defaults.delta
        merged.maxCells = maxCells ?? defaults.maxCells
        merged.maxPerCell = maxPerCell ?? defaults.maxPerCell
        merged.k = k ?? defaults.k
        return merged
    }
}

extension CatalogReader {
    mutating func guarantee(_ section: Section) -> GuaranteeDraft {
        var draft = GuaranteeDraft()
        if let value = section["window"] {
            let window = choice(value, of: WindowLength.self)
            draft.window = .init(value: window, place: value.place)
            if window == .minute {
                note(
                    .minuteWindow, at: value.place,
                    "the unit is one contributor and minute, so a person is protected minute by minute only",
                    remedy: "use hour or day; a minute is for a first look")
            }
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
            if let delta, delta.units >= 1_000_000_000 {
                note(
                    .deltaLarge, at: value.place, "delta should be well below 1 divided by the number of contributors",
                    remedy: "use 1e-8 or less")
            }
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
