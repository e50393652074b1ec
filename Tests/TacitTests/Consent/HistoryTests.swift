import Tacit
import TacitPrivacy
import Testing

/// What consent means, written as plainly as can be: the whole history is kept, and every question is answered by
/// walking through it.
private struct Model {
    private(set) var history: [(change: ConsentChange, day: ConsentDay)] = []
    private var decisions: [String: [(position: Int, change: ConsentChange, day: ConsentDay)]] = [:]

    mutating func append(_ change: ConsentChange, on day: ConsentDay) {
        history.append((change, day))
        switch change {
        case .granted(let grant): decisions[grant.category, default: []].append((history.count, change, day))
        case .refused(let name, _, _), .withdrawn(let name), .objected(let name), .ended(let name):
            decisions[name, default: []].append((history.count, change, day))
        case .restricted, .resumed: break
        }
    }

    var isRestricted: Bool {
        history.last { $0.change == .restricted || $0.change == .resumed }?.change == .restricted
    }

    private func isRunning(_ grant: ConsentGrant, from day: ConsentDay, on today: ConsentDay) -> Bool {
        if let expires = grant.expires, expires <= today { return false }
        if !grant.conditions.isEmpty, today.daysSince1970 - day.daysSince1970 >= 365 { return false }
        return day.daysSince1970 <= today.daysSince1970 + 1
    }

    func level(of category: ConsentCategory, on today: ConsentDay) -> ConsentLevel {
        guard !isRestricted, let last = decisions[category.name]?.last, case .granted(let grant) = last.change,
            grant.version == category.version, grant.digest == category.digest,
            isRunning(grant, from: last.day, on: today)
        else { return .denied }
        return grant.level
    }

    /// A record may be sent if from its making to now there was nothing but consent to the same texts at its level, each
    /// given before the one before it had ended.
    func maySend(_ category: ConsentCategory, level: ConsentLevel, at position: Int, on today: ConsentDay) -> Bool {
        guard level > .denied, self.level(of: category, on: today) >= level, position <= history.count else {
            return false
        }
        let all = decisions[category.name] ?? []
        // The decision that was in force when the record was made, and all after it.
        guard let first = all.lastIndex(where: { $0.position <= position }) else { return false }
        for index in first..<all.count {
            guard case .granted(let grant) = all[index].change, grant.level >= level,
                grant.version == category.version, grant.digest == category.digest
            else { return false }
            if index + 1 < all.count, !isRunning(grant, from: all[index].day, on: all[index + 1].day) { return false }
        }
        return true
    }
}

@Suite("Over thousands of random histories, consent is what its plain model says")
struct HistoryTests {
    private static let names = ["essential", "analytics", "performance"]
    private static let categories = names.map { name in (1...41).map { ConsentCategory.sample(name, version: $0) } }

    private static func category(_ name: String, _ version: Int) -> ConsentCategory {
        categories[names.firstIndex(of: name)!][version - 1]
    }

    /// A random history, with a clock that mostly goes on, sometimes leaps, sometimes goes back.
    private static func step(
        _ random: inout SyntheticRandom, _ day: inout ConsentDay, _ versions: inout [String: Int]
    ) -> ConsentChange? {
        let name = names.randomElement(using: &random)!
        let category = category(name, versions[name, default: 1])
        switch Int.random(in: 0..<20, using: &random) {
        case 0...6:
            let expires = Bool.random(using: &random) ? day.adding(days: .random(in: -2...60, using: &random)) : nil
            return .yes(
                category, ConsentLevel.allCases.randomElement(using: &random)!, until: expires,
                Bool.random(using: &random) ? [.reviewAnnually] : [])
        case 7: return .refused(category)
        case 8: return .withdrawn(category: name)
        case 9: return .objected(category: name)
        case 10: return .restricted
        case 11, 12: return .resumed
        case 13:
            versions[name, default: 1] += 1
            return nil
        case 14:
            day = day.adding(days: .random(in: -400...400, using: &random))
            return nil
        case 15: return .ended(category: name)
        default:
            day = day.adding(days: .random(in: 0...30, using: &random))
            return nil
        }
    }

    @Test("recording, sending, replaying and purging", arguments: 0..<8)
    func histories(batch: UInt64) {
        var random = SyntheticRandom(seed: 0xC0_45E7 + batch)
        for _ in 0..<200 {
            var (model, consent) = (Model(), Consent())
            var (day, versions) = (ConsentDay("2026-03-01")!, [String: Int]())
            // What a queue holds that does as it is told: category, level, position.
            var queue: [(category: ConsentCategory, level: ConsentLevel, position: Int)] = []
            var entries: [ConsentEntry] = []
            for _ in 0..<40 {
                if let change = Self.step(&random, &day, &versions), !consent.isKnown(change) {
                    for action in consent.apply(change, on: day) {
                        guard case .purge(let name, let above) = action else { continue }
                        queue.removeAll { $0.category.name == name && $0.level > above }
                    }
                    model.append(change, on: day)
                    entries.append(ConsentEntry(position: consent.position, day: day, change: change))
                }
                for name in Self.names {
                    let category = Self.category(name, versions[name, default: 1])
                    let level = consent.level(of: category, on: day)
                    if level != model.level(of: category, on: day) { Issue.record("\(name): \(model.history)") }
                    let wanted = ConsentLevel.allCases.randomElement(using: &random)!
                    let position = Int.random(in: 0...(model.history.count + 1), using: &random)
                    let maySend = consent.maySend(category, level: wanted, recordedAt: position, on: day)
                    if maySend != model.maySend(category, level: wanted, at: position, on: day) {
                        Issue.record("\(name) \(wanted) at \(position): \(model.history)")
                    }
                    if level > .denied { queue.append((category, level, consent.position)) }
                }
            }
            // Whatever the queue still holds is fit to be sent, or is held back for a time; none of it is void.
            for record in queue {
                let (name, level) = (record.category.name, record.level)
                if consent.isVoid(category: name, level: level, recordedAt: record.position) {
                    Issue.record("\(name) \(level) at \(record.position) was left: \(model.history)")
                }
            }
            #expect(Consent(replaying: entries) == consent)
        }
    }
}
