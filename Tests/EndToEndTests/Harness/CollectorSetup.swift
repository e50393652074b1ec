import Foundation

/// How a collector is set up.
struct CollectorSetup: Sendable {
    enum CatalogChoice: Sendable {
        case shipped
        /// The shipped one with so little noise that figures can be held against exact ones.
        case sharp
        case custom(String)
    }

    var catalog = CatalogChoice.shipped
    /// Lines of the section `limits`.
    var limits: [String] = []
    /// Further lines of the configuration.
    var lines: [String] = []
    var environment: [String: String] = [:]
    /// It stands still until a test moves it.
    var clock = "simulated:\(Moment.start.formatted)"
    var survivesFileSizeLimit = false

    func yaml(clock: String?) -> String {
        var text = """
            catalog: catalog.yaml
            consent: {categories: [essential, analytics]}
            listen: {otlp_http: "127.0.0.1:0", otlp_grpc: "127.0.0.1:0", dashboard: "127.0.0.1:0"}
            clock: "\(clock ?? self.clock)"

            """
        if !limits.isEmpty { text += "limits: {\(limits.joined(separator: ", "))}\n" }
        for line in lines { text += line + "\n" }
        return text
    }
}

extension CollectorSetup.CatalogChoice {
    func text() throws -> String {
        switch self {
        case .custom(let text): return text
        case .shipped: return try Project.text("catalog.yaml")
        case .sharp:
            // The mappings are what is under test; the guarantee gives way so that one error would show.
            return try Project.text("catalog.yaml")
                .replacing(/epsilon: [0-9.]+/, with: "epsilon: 7")
                .replacing("budget: {epsilon: 7", with: "budget: {epsilon: 100")
                .replacing(/max_cells: [0-9]+/, with: "max_cells: 1")
                .replacing(/max_per_cell: [0-9]+/, with: "max_per_cell: 1")
        }
    }
}
