/// What the record of decisions says.
package enum ConsentReading: Sendable, Hashable {
    /// Nothing was ever decided, and nothing is on the disk.
    case absent
    case sound(Consent)
    /// It can't be relied on, so nothing is collected.
    case corrupt(ConsentFault)

    /// The decisions; none where there are none that can be relied on.
    package var consent: Consent {
        if case .sound(let consent) = self { consent } else { Consent() }
    }

    /// What the switches need to know of it.
    package func consented(to categories: [ConsentCategory], on today: ConsentDay) -> Switches.Consented {
        switch self {
        case .absent: return .undecided
        case .corrupt(let fault): return .corrupt(reason: fault.problem, remedy: fault.remedy)
        case .sound(let consent):
            if consent.isRestricted { return .restricted }
            let standings = categories.map { consent.standing(of: $0, on: today) }
            let isInForce = standings.contains { if case .inForce = $0 { true } else { false } }
            if isInForce { return .given }
            if standings.contains(where: { [.ended, .changed, .notYet].contains($0) }) { return .outdated }
            return standings.allSatisfy { $0 == .undecided } ? .undecided : .denied
        }
    }

    /// The categories that a person may be asked about, in the order of the catalog.
    package func questions(about categories: [ConsentCategory], on today: ConsentDay) -> [ConsentCategory] {
        if case .corrupt = self { return [] }
        return consent.isRestricted ? [] : categories.filter { consent.needsAnswer($0, on: today) }
    }
}
