package import TacitCatalog

/// The exact figures of one metric and window, opened for as long as it takes to answer a question.
package struct ExactWindow: Sendable {
    package var window: WindowID
    package var observedFrom: Int64
    package var unit: ContributorUnit
    package var terms: ReleaseTerms
    package var cells: [Cell]

    package struct Cell: Sendable, Equatable {
        package var labels: [String]
        package var contributors: Int64
        package var figures: [Int64]

        package init(labels: [String], contributors: Int64, figures: [Int64]) {
            self.labels = labels
            self.contributors = contributors
            self.figures = figures
        }
    }

    package init(
        window: WindowID, observedFrom: Int64, unit: ContributorUnit, terms: ReleaseTerms, cells: [Cell]
    ) {
        self.window = window
        self.observedFrom = observedFrom
        self.unit = unit
        self.terms = terms
        self.cells = cells
    }
}
