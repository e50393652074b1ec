/// What one contributor has already added to one metric in one window, and therefore what it may still add.
///
/// ```swift
/// var bounder = ContributionBounder()
/// if bounder.admit(cell: cell, within: bounds) {
///     sums[cell] += quanta
///     if bounder.records(in: cell) == 1 { contributors[cell] += 1 }
/// }
/// ```
///
/// The answer depends on this contributor's own records and their order, on nobody else's: that is why removing one
/// contributor leaves all others' contributions as they were, and the ``Sensitivity`` holds. (Wilson et al. 2020,
/// "Differentially Private SQL with Bounded User Contribution", PoPETs 2020(2), 230–250.)
///
/// - Adjacency: add or remove one contributor with all its records.
///
/// A value of 32 bytes, with no allocation up to two cells: there are millions of them in an open window.
public struct ContributionBounder: Sendable {
    private struct Entry {
        var cell: UInt64
        var records: UInt32
    }

    private var firstCell: UInt64 = 0
    private var secondCell: UInt64 = 0
    // Zero means that the place is free: an admitted cell has at least one record.
    private var firstRecords: UInt32 = 0
    private var secondRecords: UInt32 = 0
    /// Cells from the third on, ordered by cell; `nil` while there are none.
    private var others: [Entry]?

    /// A contributor that has added nothing yet.
    public init() {}

    /// The number of cells that were touched.
    public var cells: Int { (firstRecords > 0 ? 1 : 0) + (secondRecords > 0 ? 1 : 0) + (others?.count ?? 0) }

    /// Whether one more record in `cell` is within the bounds; if so it is counted as added.
    public mutating func admit(cell: UInt64, within bounds: ContributionBounds) -> Bool {
        add(cell: cell, maxCells: bounds.maxCells, maxPerCell: UInt32(bounds.maxPerCell))
    }

    /// The admitted records in `cell`; at the first one the contributor is counted there.
    public func records(in cell: UInt64) -> UInt32 {
        if firstRecords > 0, firstCell == cell { return firstRecords }
        if secondRecords > 0, secondCell == cell { return secondRecords }
        guard let others else { return 0 }
        let index = Self.index(of: cell, in: others)
        return index < others.count && others[index].cell == cell ? others[index].records : 0
    }

    /// Calls `body` with each cell that was touched and the admitted records in it.
    public func forEachCell(_ body: (_ cell: UInt64, _ records: UInt32) -> Void) {
        if firstRecords > 0 { body(firstCell, firstRecords) }
        if secondRecords > 0 { body(secondCell, secondRecords) }
        for entry in others ?? [] { body(entry.cell, entry.records) }
    }

    private mutating func add(cell: UInt64, maxCells: Int, maxPerCell: UInt32) -> Bool {
        if firstRecords == 0 {
            (firstCell, firstRecords) = (cell, 1)
            return true
        }
        if firstCell == cell { return Self.increment(&firstRecords, to: maxPerCell) }
        if secondRecords == 0 {
            guard maxCells > 1 else { return false }
            (secondCell, secondRecords) = (cell, 1)
            return true
        }
        if secondCell == cell { return Self.increment(&secondRecords, to: maxPerCell) }
        guard maxCells > 2 else { return false }
        guard others != nil else {
            others = [Entry(cell: cell, records: 1)]
            return true
        }
        let index = Self.index(of: cell, in: others!)
        if index < others!.count, others![index].cell == cell {
            return Self.increment(&others![index].records, to: maxPerCell)
        }
        guard others!.count + 2 < maxCells else { return false }
        others!.insert(Entry(cell: cell, records: 1), at: index)
        return true
    }

    private static func increment(_ records: inout UInt32, to limit: UInt32) -> Bool {
        guard records < limit else { return false }
        records += 1
        return true
    }

    /// The place of `cell` in `entries`, or where it would be put.
    private static func index(of cell: UInt64, in entries: [Entry]) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].cell < cell { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
