/// All that somebody can get hold of, by where it was found.
struct Evidence: Sendable {
    private(set) var items: [(place: String, bytes: [UInt8])] = []

    mutating func add(_ place: String, _ bytes: [UInt8]) { items.append((place, bytes)) }
    mutating func add(_ place: String, _ text: String) { add(place, Array(text.utf8)) }

    /// Where any of the forms occurs: the place and the line of the planted list, never the value itself.
    func finds(of forms: PlantedForms) -> [String] {
        items.flatMap { item in forms.lines(in: item.bytes).map { "line \($0) of the planted values in \(item.place)" }
        }
    }
}

/// What must not be found: the planted values, and each in the other forms in which it would give itself away.
struct PlantedForms: Sendable {
    /// By the first four bytes, so that one pass over the evidence finds any of thousands.
    private var byStart: [UInt32: [(line: Int, bytes: [UInt8])]] = [:]
    private(set) var values: [String] = []
    private(set) var count = 0

    /// Takes lines of a value and its forms, parted by tabs.
    init(_ table: String) {
        for (line, text) in table.split(separator: "\n").enumerated() {
            let forms = text.split(separator: "\t").map(String.init)
            values.append(forms[0])
            for form in forms where form.utf8.count >= 4 {
                let bytes = Array(form.utf8)
                byStart[Self.start(bytes[0..<4]), default: []].append((line, bytes))
                count += 1
            }
        }
    }

    private static func start(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    /// The lines whose forms occur in these bytes.
    func lines(in bytes: [UInt8]) -> Set<Int> {
        var found: Set<Int> = []
        var start: UInt32 = 0
        for (end, byte) in bytes.enumerated() {
            start = start << 8 | UInt32(byte)
            guard end >= 3, let candidates = byStart[start] else { continue }
            for form in candidates where bytes[(end - 3)...].starts(with: form.bytes) { found.insert(form.line) }
        }
        return found
    }
}
