import TacitCatalog
import TacitPrivacy
import TacitStores

/// The exact sums of a question's windows: there is no copy of them, and whoever makes one destroys it.
struct ExactSum: ~Copyable {
    private let plan: QueryPlan
    private let terms: ReleaseTerms
    private let protection: Protection
    /// For each cell the number of contributors, then its figures.
    private var integers: [Int64] = []
    /// The places of the cells of open dimensions; closed ones need no table.
    private var places: [[String]: Int] = [:]
    private let stride: Int
    private let radixes: [Int]
    private let positions: [[String: Int]]
    /// The labels that are let through, by the metric's dimension.
    private let allowed: [(position: Int, labels: Set<String>)]

    /// - Parameter terms: those of the answer.
    init(_ plan: QueryPlan, terms: ReleaseTerms) throws(PrivacyError) {
        self.plan = plan
        self.terms = terms
        protection = try terms.protection()
        stride =
            switch plan.metric.kind {
            case .contributors: 1
            case .count, .sum: 2
            case .mean: 3
            case .histogram(_, let edges): edges.count + 2
            }
        radixes = terms.dimensions.map { $0.domain?.count ?? 0 }
        positions = terms.dimensions.map { dimension in
            Dictionary((dimension.domain ?? []).enumerated().map { ($1, $0) }) { first, _ in first }
        }
        allowed = plan.filters.map { ($0, Set($1)) }
        if terms.isClosed { integers = Array(repeating: 0, count: radixes.reduce(1, *) * stride) }
    }

    /// Adds the cells of a window that the question lets through, and overwrites the window.
    mutating func add(_ window: consuming ExactWindow) {
        defer { window.overwrite() }
        if !terms.isClosed { makeRoom(for: window.cells.count) }
        for cell in window.cells.indices where passes(window.cells[cell].labels) {
            let labels = plan.dimensions.map { window.cells[cell].labels[$0] }
            guard let place = place(of: labels) else { continue }
            integers[place].add(window.cells[cell].contributors)
            for (number, figure) in window.cells[cell].figures.prefix(stride - 1).enumerated() {
                integers[place + 1 + number].add(figure)
            }
        }
    }

    /// Draws the noise of every cell, once, and gives those that are shown.
    mutating func draw(using source: inout some NoiseSource) -> [ReleasedCell] {
        var released: [ReleasedCell] = []
        func release(_ labels: [String], at place: Int, _ integers: [Int64], _ source: inout some NoiseSource) {
            let cell = protection.release(
                contributors: integers[place], figures: integers[place + 1..<place + stride], using: &source)
            guard let cell else { return }
            released.append(ReleasedCell(labels: labels, contributors: cell.contributors, figures: cell.figures))
        }
        if terms.isClosed {
            for number in 0..<integers.count / stride {
                release(labels(of: number), at: number * stride, integers, &source)
            }
        } else {
            for (labels, place) in places { release(labels, at: place, integers, &source) }
            released.sort { $0.labels.lexicographicallyPrecedes($1.labels) }
        }
        return released
    }

    /// Overwrites the sums.
    mutating func destroy() {
        for index in integers.indices { integers[index] = 0 }
        places = [:]
    }

    private func passes(_ labels: [String]) -> Bool {
        labels.count == plan.terms.dimensions.count
            && allowed.allSatisfy { $0.labels.contains(labels[$0.position]) }
    }

    // MARK: Cells

    private mutating func place(of labels: [String]) -> Int? {
        if terms.isClosed {
            var number = 0
            var factor = 1
            for (position, label) in labels.enumerated() {
                guard let digit = positions[position][label] else { return nil }
                number += digit * factor
                factor *= radixes[position]
            }
            return number * stride
        }
        if let place = places[labels] { return place }
        let place = integers.count
        integers.append(contentsOf: repeatElement(0, count: stride))
        places[labels] = place
        return place
    }

    private func labels(of number: Int) -> [String] {
        var rest = number
        return terms.dimensions.compactMap(\.domain).map { domain in
            defer { rest /= domain.count }
            return domain[rest % domain.count]
        }
    }

    /// An array that grows by itself would leave the exact figures in the memory that it gives back.
    private mutating func makeRoom(for cells: Int) {
        let count = integers.count + cells * stride
        guard count > integers.capacity else { return }
        var larger: [Int64] = []
        larger.reserveCapacity(max(count, 2 * integers.count))
        larger.append(contentsOf: integers)
        for index in integers.indices { integers[index] = 0 }
        integers = larger
    }
}

extension ExactWindow {
    /// Leaves no figure behind.
    fileprivate mutating func overwrite() {
        for cell in cells.indices {
            cells[cell].contributors = 0
            for figure in cells[cell].figures.indices { cells[cell].figures[figure] = 0 }
        }
    }
}

extension Int64 {
    /// Sums stay at the ends of the range instead of trapping; the catalog's bounds keep them far from there.
    fileprivate mutating func add(_ amount: Int64) {
        let (sum, overflow) = addingReportingOverflow(amount)
        self = overflow ? (amount > 0 ? .max : .min) : sum
    }
}
