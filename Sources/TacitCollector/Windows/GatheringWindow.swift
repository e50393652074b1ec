import TacitCatalog
import TacitSeal
import TacitStores

/// One open window: its key and, for each metric of its length, what was added up.
///
/// All of it lives in memory only and goes with this value.
struct GatheringWindow {
    let id: WindowID
    let key: WindowKey
    /// By metric number; `nil` for metrics of other lengths.
    private(set) var tallies: [Tally?]
    /// The labels of open dimensions, all of them scrubbed.
    private(set) var labels: [String] = []
    private var numbers: [String: Int32] = [:]
    /// The contributors by pseudonym. One look-up serves all metrics of an event.
    private var contributorNumbers: [Pseudonym: Int32] = [:]
    private var last: (contributor: Pseudonym, number: Int32)?
    /// Numbers of contributors that were erased, for those who come next.
    private var freeNumbers: [Int32] = []
    private let room: WindowRoom
    /// How many contributors have had a place. Whoever is erased leaves none behind: else one at a time would be free again, and
    /// whether somebody takes it would tell who is new.
    private var places = 0

    init(id: WindowID, key: WindowKey, plan: Plan, limits: WindowLimits) {
        self.id = id
        self.key = key
        room = WindowRoom(within: limits, key: key)
        tallies = plan.metrics.map { $0.metric.guarantee.window == id.length ? Tally($0) : nil }
    }

    mutating func beginBatch() {
        for index in tallies.indices { tallies[index]?.beginBatch() }
    }

    /// Adds a contribution, or says why not.
    ///
    /// A window or metric that is full takes nothing more, not even from those whom it knows or in cells that it has: whether
    /// something is refused must not tell whether it was there before.
    ///
    /// What was taken before a restart (`isReplayed`) has room all the same: it was acknowledged, and others may come first now, or the
    /// limits be lower.
    ///
    /// `numbers` holds this window's numbers of the batch's labels as far as they are known; -1 stands for the others. A
    /// label is taken in only with a contribution that may begin a cell.
    mutating func add(
        _ contribution: Contribution, isReplayed: Bool, labels: [String], numbers: inout [Int32]
    ) -> Tally.Addition {
        var open = contribution.open
        guard isReplayed || hasRoom(for: contribution) else { return .refused(.memoryCells) }
        var contributor: Int32?
        if let pseudonym = contribution.contributor {
            guard isReplayed || places < room.contributors else { return .refused(.memoryContributors) }
            contributor = number(of: pseudonym)
        }
        var isKnown = true
        for position in 0..<open.count {
            let label = Int(open.numbers[position])
            if numbers[label] < 0 { numbers[label] = self.numbers[labels[label]] ?? -1 }
            if numbers[label] < 0 { isKnown = false }
        }
        if !isKnown, tallies[contribution.metric]?.mayBeginCell(contribution, of: contributor) == false {
            return .refused(.contributionCut)
        }
        for position in 0..<open.count {
            let label = Int(open.numbers[position])
            if numbers[label] < 0 { numbers[label] = takeIn(labels[label]) }
            open.numbers[position] = numbers[label]
        }
        return tallies[contribution.metric]?.add(contribution, of: contributor, open: open) ?? .known
    }

    private func hasRoom(for contribution: Contribution) -> Bool {
        let open = contribution.open.count
        return (open == 0 || labels.count + open <= room.cells)
            && tallies[contribution.metric]?.isFull(within: room) != true
    }

    private mutating func number(of contributor: Pseudonym) -> Int32 {
        if let last, last.contributor == contributor { return last.number }
        let number: Int32
        if let known = contributorNumbers[contributor] {
            number = known
        } else {
            number = freeNumbers.popLast() ?? Int32(contributorNumbers.count)
            contributorNumbers[contributor] = number
            places += 1
        }
        last = (contributor, number)
        return number
    }

    /// Takes out all that a contributor has added to the metrics that are meant; how many contributions that was.
    mutating func erase(_ contributor: Pseudonym, from isMeant: (Int) -> Bool) -> Int64 {
        guard let number = contributorNumbers[contributor] else { return 0 }
        var contributions: Int64 = 0
        var isGone = true
        for metric in tallies.indices where tallies[metric] != nil {
            if isMeant(metric) { contributions += tallies[metric]!.erase(number) } else { isGone = false }
        }
        if isGone {
            contributorNumbers[contributor] = nil
            freeNumbers.append(number)
            last = nil
        }
        return contributions
    }

    /// Counts somebody who was here before a restart, and is erased.
    mutating func keepPlace() { places += 1 }

    private mutating func takeIn(_ label: String) -> Int32 {
        let number = Int32(labels.count)
        labels.append(label)
        numbers[label] = number
        return number
    }

    /// Takes a metric's figures out: there is no other copy of them then.
    mutating func takeTally(_ metric: Int) -> Tally? { tallies[metric].take() }

    var contributors: Int { contributorNumbers.count }
    var cells: Int { tallies.reduce(0) { $0 + ($1?.cellCount ?? 0) } }
}
