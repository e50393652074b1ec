/// One thing that is wrong in a catalog: where, which rule, and what to do about it.
///
/// ```
/// catalog.yaml:31:5 metrics.http.latency.epsilon [epsilon-invalid]
///   must be greater than 0
///   → state a number such as 1
/// ```
///
/// It shows keys, declared names and the arithmetic of numbers, never the text of any other value: a secret that was
/// pasted into the wrong place does not travel on in the complaint about it.
package struct CatalogFault: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    package var file: String
    /// Counts from 1.
    package var line: Int
    /// Counts from 1, in Unicode scalars.
    package var column: Int
    /// Such as `metrics.http.latency.epsilon`; empty for the whole file.
    package var path: String
    package var rule: CatalogRule
    package var message: String
    package var remedy: String

    package init(
        file: String, line: Int, column: Int, path: String, rule: CatalogRule, message: String, remedy: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.rule = rule
        self.message = message
        self.remedy = remedy
    }

    package var description: String {
        """
        \(file):\(line):\(column) \(path.isEmpty ? "" : path + " ")[\(rule.rawValue)]
          \(message)
          → \(remedy)
        """
    }
}

/// All that is wrong in a catalog, by line.
package struct CatalogFaults: Error, Sendable, Hashable, CustomStringConvertible {
    package let faults: [CatalogFault]

    package init(_ faults: [CatalogFault]) { self.faults = faults }

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// What the linter found. Faults stop a collector from starting, warnings don't.
package struct CatalogLint: Sendable, Equatable {
    /// The catalog, where there is no fault but expired events.
    package var catalog: Catalog?
    package var faults: [CatalogFault]
    package var warnings: [CatalogFault]

    package init(catalog: Catalog?, faults: [CatalogFault], warnings: [CatalogFault]) {
        self.catalog = catalog
        self.faults = faults
        self.warnings = warnings
    }
}
