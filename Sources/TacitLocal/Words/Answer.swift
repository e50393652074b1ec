/// The answer to the first question, "How does the system feel?", and what to do next where there is none.
struct Answer: Equatable {
    enum Kind: Equatable {
        /// Somebody looks now, and this is what they see.
        case known(SystemHealth.Status)
        /// This is what was seen last; nobody looks now.
        case past(SystemHealth.Status)
        /// No part is on.
        case off
        /// Parts are on, but no monitor runs, and none ran before.
        case unwatched
        /// A monitor runs, and has written nothing yet.
        case waiting
        /// Parts are on, but not the one that would tell.
        case uncollected
    }

    let kind: Kind
    /// A whole sentence.
    let heading: String
    /// What is known beside it.
    let facts: String
    /// What to do next, and the command for it.
    var next: (text: String, command: String)?

    init(_ picture: Picture) {
        let isOn = Set(picture.holdings.filter(\.isOn).map(\.part))
        guard let health = picture.health else {
            self.init(without: isOn, isMonitored: picture.isMonitored)
            return
        }
        let isCurrent = picture.isMonitored && isOn.contains(.health)
        self.init(
            health, isCurrent: isCurrent, Self.facts(health, picture, until: isCurrent ? picture.now : health.timestamp)
        )
        next = Self.next(isOn, isMonitored: picture.isMonitored)
    }

    private init(_ health: SystemHealth, isCurrent: Bool, _ facts: String) {
        kind = isCurrent ? .known(health.status) : .past(health.status)
        let word = health.status.rawValue
        heading = isCurrent ? "The system is \(word)." : "The system was \(word) when last seen."
        self.facts = facts
    }

    private init(without isOn: Set<Part>, isMonitored: Bool) {
        next = Self.next(isOn, isMonitored: isMonitored)
        switch (isOn.isEmpty, isOn.contains(.health), isMonitored) {
        case (true, _, _):
            (kind, heading) = (.off, "Nothing is collected.")
            facts = "No part is on, so nothing is known about this system."
        case (_, false, _):
            (kind, heading) = (.uncollected, "How the system feels is not collected.")
            facts = "Other parts are on; what they know is below."
        case (_, _, false):
            (kind, heading) = (.unwatched, "Nothing is known yet.")
            facts = "Parts are on, but no monitor is running to fill them."
        case (_, _, true):
            (kind, heading) = (.waiting, "The first look is under way.")
            facts = "A monitor is running and looks once a minute. Nothing was written so far."
            next = ("Load this again in a minute. From a terminal:", Commands.watch)
        }
    }

    private static func next(_ isOn: Set<Part>, isMonitored: Bool) -> (text: String, command: String)? {
        switch (isOn.isEmpty, isOn.contains(.health), isMonitored) {
        case (true, _, _): ("Switch on what you want to know, part by part:", Commands.switchOn(.health))
        case (_, _, false): ("No monitor is running. To start it:", Commands.start)
        case (_, false, _): ("The part “System health” is off. To switch it on:", Commands.switchOn(.health))
        case (_, true, true): nil
        }
    }

    /// `Since 2026-11-20 04:10, for 1 d 5 h. Up for 12 d. No critical error in the last look.`
    private static func facts(_ health: SystemHealth, _ picture: Picture, until: Moment) -> String {
        var facts: [String] = []
        if let since = picture.statusSince {
            facts.append("Since \(Words.minute(since)), for \(Words.duration(until - since)).")
        }
        facts.append("Up for \(Words.duration(health.uptimeSeconds)).")
        switch health.criticalErrors {
        case 0: break
        case 1: facts.append("One critical error in the last look.")
        default: facts.append("\(Words.count(health.criticalErrors)) critical errors in the last look.")
        }
        facts.append("Last seen \(Words.ago(health.timestamp, picture.now)).")
        return facts.joined(separator: " ")
    }

    static func == (left: Answer, right: Answer) -> Bool {
        left.kind == right.kind && left.heading == right.heading && left.facts == right.facts
            && left.next?.text == right.next?.text && left.next?.command == right.next?.command
    }
}
