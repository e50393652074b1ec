import Yams

/// Walks a catalog's tree and gathers all that is wrong; goes on after each fault.
///
/// A reading function returns `nil` only after it has noted a fault, so what depends on it can stay silent.
struct CatalogReader {
    let file: String
    let today: CalendarDate
    /// Whether an app is to make its events from the catalog.
    let isForSDK: Bool
    private(set) var faults: [CatalogFault] = []
    private(set) var warnings: [CatalogFault] = []
    /// The earlier ones of duplicate keys, by their placeholders in the tree.
    private(set) var shadowed: [String: YAMLDocument.Shadowed] = [:]
    /// Where each key and each element of a list stands, by path.
    var places: [String: Place] = [:]
    /// What fields may name; `nil` for those with a fault.
    var hierarchies: [String: Hierarchy?] = [:]
    /// As the catalog declares it.
    var expectedContributors: Int?

    init(file: String, today: CalendarDate, isForSDK: Bool) {
        self.file = file
        self.today = today
        self.isForSDK = isForSDK
    }

    mutating func document(_ yaml: String) -> Value? {
        do {
            let document = try YAMLDocument(yaml)
            shadowed = document.shadowed
            guard let root = document.root else {
                note(.wrongType, at: .file, "the file is empty", remedy: "begin with `catalog: 1`")
                return nil
            }
            return Value(root, at: .file)
        } catch {
            note(
                error.rule, at: Place(path: "", line: error.line, column: error.column), error.problem,
                remedy: error.rule == .duplicateKey
                    ? "keep one of them" : "check indentation, colons, brackets and quotes around this place")
            return nil
        }
    }

    mutating func note(_ rule: CatalogRule, at place: Place, _ message: String, remedy: String) {
        let fault = CatalogFault(
            file: file, line: place.line, column: place.column, path: place.path, rule: rule, message: message,
            remedy: remedy)
        if rule.isWarning { warnings.append(fault) } else { faults.append(fault) }
    }

    /// The same, unless it is already said of that place: what stands in `defaults` is met by many metrics.
    mutating func noteOnce(_ rule: CatalogRule, at place: Place, _ message: String, remedy: String) {
        let noted = rule.isWarning ? warnings : faults
        guard !noted.contains(where: { ($0.rule, $0.line, $0.column) == (rule, place.line, place.column) }) else {
            return
        }
        note(rule, at: place, message, remedy: remedy)
    }

    /// Where the key or element of that path stands, for rules that look at the whole catalog.
    func place(of path: String) -> Place { places[path] ?? .file }

    var sortedFaults: [CatalogFault] { Self.byPlace(faults) }
    var sortedWarnings: [CatalogFault] { Self.byPlace(warnings) }

    private static func byPlace(_ faults: [CatalogFault]) -> [CatalogFault] {
        faults.sorted { ($0.line, $0.column, $0.rule.rawValue) < ($1.line, $1.column, $1.rule.rawValue) }
    }
}
