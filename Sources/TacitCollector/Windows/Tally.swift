import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores

/// What one metric has gathered in one window: integers by cell, and what each contributor has used of its bounds.
struct Tally {
    private let metric: MetricPlan
    /// What each contributor has used of its bounds, in the order in which they came.
    private var bounders: [ContributionBounder] = []
    /// For the window's number of a contributor its place among the bounders; -1 where it has none.
    private var places: [Int32] = []
    /// For each cell the number of contributors, then its figures.
    private var integers: [Int64]
    /// The numbers of cells with open dimensions; closed ones need no table.
    private var numbers: [OpenCell: Int] = [:]
    /// What contributors that may ask for erasure have added, as far as their bounders don't know it.
    private var added = AddedAmounts()
    /// The record that is being added for itself, and what it has used of the bounds.
    private var record: (item: Int, bounder: ContributionBounder)?

    private struct OpenCell: Hashable {
        let closed: Int32
        let open: OpenLabels
    }

    init(_ metric: MetricPlan) {
        self.metric = metric
        integers = metric.isClosed ? Array(repeating: 0, count: metric.closedCells * (1 + metric.figures)) : []
    }

    private var stride: Int { 1 + metric.figures }
    var contributorCount: Int { bounders.count }
    var cellCount: Int { integers.count / stride }

    /// Begins a batch: its items are numbered anew.
    mutating func beginBatch() { record = nil }

    /// What became of a contribution.
    enum Addition {
        case added
        /// Its contributor is counted already, and is counted once: all stays as it was.
        case known
        case refused(Rule)
    }

    /// Adds a contribution within its contributor's bounds.
    ///
    /// What is kept out by its contributor's bounds leaves no cell behind, so that nobody takes room from others.
    ///
    /// - Parameter contributor: the window's number of it; `nil` where the record stands for itself.
    mutating func add(
        _ contribution: Contribution, of contributor: Int32?, open: OpenLabels
    ) -> Addition {
        let known = number(closed: contribution.closed, open: open)
        if known == nil, !mayBeginCell(contribution, of: contributor) { return .refused(.contributionCut) }
        let cell = known ?? newCell(closed: contribution.closed, open: open)
        switch admit(contribution, of: contributor, to: cell) {
        case .cut: return .refused(.contributionCut)
        case .known: return .known
        case .first: integers[cell * stride] += 1
        case .again: break
        }
        let start = cell * stride
        switch metric.metric.kind {
        case .contributors: break
        case .count: integers[start + 1].addSaturating(1)
        case .sum:
            integers[start + 1].addSaturating(contribution.amount)
            note(contribution, of: contributor, amount: contribution.amount, to: start + 1)
        case .mean:
            integers[start + 1].addSaturating(contribution.amount)
            integers[start + 2] += 1
            note(contribution, of: contributor, amount: contribution.amount, to: start + 1)
        case .histogram:
            integers[start + 1 + Int(contribution.amount)] += 1
            note(contribution, of: contributor, amount: 1, to: start + 1 + Int(contribution.amount))
        }
        return .added
    }

    /// Only for those who may ask for it: others have no part in the table.
    private mutating func note(_ contribution: Contribution, of contributor: Int32?, amount: Int64, to integer: Int) {
        guard contribution.isErasable, let place = contributor.flatMap(place(of:)) else { return }
        added.add(amount, of: place, to: integer)
    }

    /// Takes out all that a contributor has added, as if it had never come; how many contributions that was.
    ///
    /// Exact as long as no sum has reached the end of its range, which the catalog's bounds keep it far from.
    mutating func erase(_ contributor: Int32) -> Int64 {
        guard let place = place(of: contributor) else { return 0 }
        var contributions: Int64 = 0
        let bounder = bounders[place]
        bounder.forEachCell { cell, records in
            let (start, records) = (Int(cell) * stride, Int64(records))
            contributions += records
            integers[start] -= 1
            switch metric.metric.kind {
            case .contributors: break
            case .count: integers[start + 1] -= records
            case .sum: integers[start + 1].subtractSaturating(added.take(of: place, from: start + 1))
            case .mean:
                integers[start + 1].subtractSaturating(added.take(of: place, from: start + 1))
                integers[start + 2] -= records
            case .histogram:
                for integer in start + 1..<start + stride { integers[integer] -= added.take(of: place, from: integer) }
            }
        }
        bounders[place] = ContributionBounder()
        return contributions
    }

    /// Whether it has as many cells as it may, where not the catalog says how many there are.
    func isFull(within room: WindowRoom) -> Bool { !metric.isClosed && numbers.count >= room.cells }

    /// Whether the bounds of its contributor let a contribution begin a cell.
    func mayBeginCell(_ contribution: Contribution, of contributor: Int32?) -> Bool {
        let touched: Int
        if let contributor {
            touched = place(of: contributor).map { bounders[$0].cells } ?? 0
        } else {
            touched = record.flatMap { $0.item == contribution.item ? $0.bounder.cells : nil } ?? 0
        }
        return touched < metric.bounds.maxCells
    }

    private enum Admission {
        /// The contributor is new in the cell.
        case first
        case again
        /// Who is counted is counted: more records are neither a gain nor a loss.
        case known
        case cut
    }

    private mutating func admit(_ contribution: Contribution, of contributor: Int32?, to cell: Int) -> Admission {
        let bounds = metric.bounds
        let isMembership = if case .contributors = metric.metric.kind { true } else { false }
        func admit(_ bounder: inout ContributionBounder) -> Admission {
            let before = bounder.records(in: UInt64(cell))
            if before > 0, isMembership { return .known }
            guard bounder.admit(cell: UInt64(cell), within: bounds) else { return .cut }
            return before == 0 ? .first : .again
        }
        if let contributor { return admit(&bounders[place(taking: contributor)]) }
        // A record may make several events (a span with its exceptions): they share the bounds of one contributor.
        if record?.item != contribution.item { record = (contribution.item, ContributionBounder()) }
        return admit(&record!.bounder)
    }

    private func place(of contributor: Int32) -> Int? {
        let number = Int(contributor)
        return number < places.count && places[number] >= 0 ? Int(places[number]) : nil
    }

    private mutating func place(taking contributor: Int32) -> Int {
        if let known = place(of: contributor) { return known }
        let number = Int(contributor)
        if number >= places.count { places.append(contentsOf: repeatElement(-1, count: number + 1 - places.count)) }
        places[number] = Int32(bounders.count)
        bounders.append(ContributionBounder())
        return bounders.count - 1
    }

    private func number(closed: Int, open: OpenLabels) -> Int? {
        metric.isClosed ? closed : numbers[OpenCell(closed: Int32(closed), open: open)]
    }

    private mutating func newCell(closed: Int, open: OpenLabels) -> Int {
        if integers.count + stride > integers.capacity {
            // An array that grows by itself would leave the exact figures in the memory that it gives back.
            var larger: [Int64] = []
            larger.reserveCapacity(max(64 * stride, 2 * integers.count))
            larger.append(contentsOf: integers)
            wipe()
            integers = larger
        }
        integers.append(contentsOf: repeatElement(0, count: stride))
        numbers[OpenCell(closed: Int32(closed), open: open)] = numbers.count
        return numbers.count - 1
    }

    /// Calls `body` with each cell that may be released: all declared ones, and the open ones that somebody is in.
    ///
    /// `figures` are not copied, so that ``destroy()`` overwrites the only ones there are.
    func forEachCell(
        labels: [String], _ body: (_ labels: [String], _ contributors: Int64, _ figures: ArraySlice<Int64>) -> Void
    ) {
        func visit(_ cell: Int, _ names: [String]) {
            let start = cell * stride
            body(names, integers[start], integers[start + 1..<start + stride])
        }
        if metric.isClosed {
            for cell in 0..<metric.closedCells { visit(cell, metric.labels(closed: cell, open: [])) }
        } else {
            for (cell, number) in numbers where integers[number * stride] > 0 {
                let open = (0..<cell.open.count).map { labels[Int(cell.open.numbers[$0])] }
                visit(number, metric.labels(closed: Int(cell.closed), open: open))
            }
        }
    }

    /// Overwrites the exact figures. The tally must be the only copy, else the others keep theirs.
    mutating func destroy() {
        #if DEBUG
            if SkippedStep.exactFigures.isSkipped { return }
        #endif
        wipe()
        added.destroy()
        bounders = []
        places = []
        numbers = [:]
    }

    private mutating func wipe() {
        for index in integers.indices { integers[index] = 0 }
    }
}

extension Int64 {
    /// Sums stay at the ends of the range instead of trapping; the catalog's bounds keep them far from there.
    fileprivate mutating func addSaturating(_ amount: Int64) {
        let (sum, overflow) = addingReportingOverflow(amount)
        self = overflow ? (amount > 0 ? .max : .min) : sum
    }

    fileprivate mutating func subtractSaturating(_ amount: Int64) {
        let (difference, overflow) = subtractingReportingOverflow(amount)
        self = overflow ? (amount > 0 ? .min : .max) : difference
    }
}
