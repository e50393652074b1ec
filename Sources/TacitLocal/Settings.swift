package import TacitSeal

/// What a person wants collected: nothing, until they say otherwise.
///
/// It lies in `settings.json`, readable and changeable with any editor. Where that can't be understood, everything is off.
public struct Settings: Sendable, Hashable {
    /// The parts that are on.
    public var parts: Set<Part>

    public init(parts: Set<Part> = []) { self.parts = parts }

    package static let fileName = "settings.json"

    /// What was decided; no part where nothing was.
    package init(in folder: LocalFolder) throws(FileFault) {
        let path = "\(folder.path)/\(Self.fileName)"
        guard Files.exist(path) else {
            self.init()
            return
        }
        guard let bytes = Files.read(path) else {
            throw FileFault(.unreadable, at: path, remedy: "check its owner and mode; until then everything is off")
        }
        let object = bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
        guard let line = Line(object[...]), line.keys.allSatisfy({ Part(rawValue: $0) != nil }) else {
            throw FileFault(
                .damaged, at: path,
                remedy: "it should be like {\"health\":true}; mend or remove it; until then everything is off")
        }
        self.init(parts: Set(Part.allCases.filter { line.bool($0.rawValue) == true }))
    }

    package func save(in folder: LocalFolder) throws(FileFault) {
        let fields = Part.allCases.map { "  \"\($0.rawValue)\": \(parts.contains($0))" }
        let text = "{\n" + fields.joined(separator: ",\n") + "\n}\n"
        try folder.locked { () throws(FileFault) in
            try Files.replace("\(folder.path)/\(Self.fileName)", with: Array(text.utf8))
        }
    }
}
