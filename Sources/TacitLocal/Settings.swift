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

    /// Changes what is on, whoever else changes it too. Where what is there can't be understood, it begins from nothing.
    @discardableResult
    package static func change(
        in folder: LocalFolder, _ change: (inout Set<Part>) -> Void
    ) throws(FileFault) -> Settings {
        try folder.locked { () throws(FileFault) in
            var settings = (try? Settings(in: folder)) ?? Settings()
            let before = settings.parts
            change(&settings.parts)
            do throws(FileFault) {
                try Files.replace("\(folder.path)/\(fileName)", with: Array(settings.text.utf8))
            } catch {
                // A disk that is full must keep nobody from switching off: without the file everything is off.
                guard settings.parts.isSubset(of: before) else { throw error }
                try Files.remove("\(folder.path)/\(fileName)")
                return Settings()
            }
            return settings
        }
    }

    /// What tells whether anything was decided since: it changes with every change.
    package static func identity(in folder: LocalFolder) -> Files.Identity? {
        Files.identity("\(folder.path)/\(fileName)")
    }

    private var text: String {
        let fields = Part.allCases.map { "  \"\($0.rawValue)\": \(parts.contains($0))" }
        return "{\n" + fields.joined(separator: ",\n") + "\n}\n"
    }
}
