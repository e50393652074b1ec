import Foundation
import TacitCatalog
import Yams

/// What a file says: the texts of its keys, where they stand, and all that is wrong with how it is written.
package struct ConfigurationFile {
    /// By dotted name.
    private(set) var values: [String: [String]] = [:]
    private(set) var origins: [String: ConfigurationOrigin] = [:]
    private(set) var faults: [ConfigurationFault] = []
    private let path: String

    /// Reads the file at a path. One that can't be read is a fault, not an empty file.
    package init(path: String) {
        self.path = path
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            guard let text = String(validating: data, as: UTF8.self) else {
                note(.fileUnreadable, "is not text in UTF-8", remedy: "save it as UTF-8")
                return
            }
            read(text)
        } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
            note(
                .fileMissing, "there is no such file", remedy: "correct its path, or start without one for the defaults"
            )
        } catch {
            note(.fileUnreadable, "can't be read", remedy: "see whether it is a file, and whether you may read it")
        }
    }

    /// Takes a text as the file at a path.
    package init(text: String, path: String) {
        self.path = path
        read(text)
    }

    /// A path in the file, seen from the working folder.
    func resolved(_ relative: String) -> String {
        guard !relative.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return relative }
        return path[...slash] + relative
    }

    private mutating func read(_ text: String) {
        do throws(ConfigurationText.SyntaxError) {
            let tree = try ConfigurationText(text)
            if let root = tree.root, !root.isNothing { section(root, name: "", at: place(of: root), in: tree) }
        } catch {
            note(
                error.code, at: .file(path, line: error.line, column: error.column), error.problem,
                remedy: "correct the line, or the one before it")
        }
    }

    private mutating func section(
        _ node: Node, name: String, at origin: ConfigurationOrigin, in tree: ConfigurationText
    ) {
        guard let mapping = node.mapping else {
            note(
                .wrongType, at: origin, key: name.isEmpty ? nil : name, "must be a section with keys",
                remedy: name.isEmpty
                    ? "write `key: value` lines" : "write its keys below it, each two spaces further in")
            return
        }
        let inside = ConfigurationKeys.all.map(\.name).filter { name.isEmpty || $0.hasPrefix(name + ".") }
        let steps = Set(
            inside.map { $0.dropFirst(name.isEmpty ? 0 : name.count + 1).prefix { $0 != "." } }.map(String.init))
        var earlier: [String: Int] = [:]
        for (keyNode, _) in mapping {
            if let shadow = keyNode.scalar.flatMap({ tree.shadowed[$0.string] }) {
                earlier[shadow.key] = min(shadow.line, earlier[shadow.key] ?? .max)
            }
        }
        for (keyNode, value) in mapping {
            guard let step = keyNode.scalar?.string else {
                note(.unknownKey, at: place(of: keyNode), "is not a key", remedy: "write `key: value` lines")
                continue
            }
            if tree.shadowed[step] != nil { continue }
            let full = name.isEmpty ? step : "\(name).\(step)"
            if let line = earlier[step] {
                note(
                    .duplicateKey, at: place(of: keyNode), key: ShownName.key(full),
                    "stands in line \(line) already", remedy: "keep one of the two")
            }
            // Keys of different tags are two to the parser, and one to us.
            if case .file(_, let line, _) = place(of: keyNode) { earlier[step] = earlier[step] ?? line }
            if !steps.contains(step) {
                unknown(step, in: name, among: steps, at: place(of: keyNode))
            } else if let key = ConfigurationKeys.named[full] {
                take(value, for: key, at: place(of: keyNode))
            } else if !value.isNothing {
                section(value, name: full, at: place(of: keyNode), in: tree)
            }
        }
    }

    private mutating func take(_ value: Node, for key: ConfigurationKey, at origin: ConfigurationOrigin) {
        guard !value.isNothing else {
            note(
                .missingValue, at: origin, key: key.name, "has no value",
                remedy: "write \(key.expected), or leave the key out: the default is \(key.defaultValue)")
            return
        }
        let texts: [String]? =
            switch value {
            case .scalar(let scalar): [scalar.string]
            case .sequence(let items) where key.isList:
                items.allSatisfy { $0.scalar != nil } ? items.compactMap(\.scalar?.string) : nil
            default: nil
            }
        guard let texts else {
            note(
                .wrongType, at: origin, key: key.name, "must be \(key.expected)",
                remedy: "write such a value, or leave the key out: the default is \(key.defaultValue)")
            return
        }
        values[key.name] = key.isRelativeToFile ? texts.map { $0.isEmpty ? $0 : resolved($0) } : texts
        // A list is found by its key.
        origins[key.name] = value.scalar == nil ? origin : place(of: value)
    }

    private mutating func unknown(
        _ step: String, in section: String, among steps: Set<String>, at origin: ConfigurationOrigin
    ) {
        let names = ConfigurationKeys.named.keys
        let full = section.isEmpty ? step : "\(section).\(step)"
        let elsewhere = names.sorted().first { $0 == step || $0.hasSuffix("." + step) }
        let remedy =
            if let elsewhere {
                "did you mean `\(elsewhere)`? \(Self.nesting(of: elsewhere))"
            } else if let nearest = Spelling.suggestion(for: step, among: steps) {
                "did you mean `\(nearest)`?"
            } else if let nearest = Spelling.suggestion(for: full, among: names) {
                "did you mean `\(nearest)`? \(Self.nesting(of: nearest))"
            } else {
                "use one of \(steps.sorted().joined(separator: ", "))"
            }
        note(.unknownKey, at: origin, key: ShownName.key(full), "is not a key", remedy: remedy)
    }

    /// How a dotted name is written in a file.
    private static func nesting(of name: String) -> String {
        let steps = name.split(separator: ".")
        return steps.count == 1
            ? "Write it without indentation" : "Write `\(steps[1]):` below `\(steps[0]):`, two spaces further in"
    }

    private func place(of node: Node) -> ConfigurationOrigin {
        .file(path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    private mutating func note(
        _ code: ConfigurationFault.Code, at origin: ConfigurationOrigin? = nil, key: String? = nil, _ message: String,
        remedy: String
    ) {
        let origin = origin ?? .file(path, line: 1, column: 1)
        faults.append(ConfigurationFault(origin: origin, key: key, code: code, message: message, remedy: remedy))
    }
}

extension Node {
    /// A key with nothing behind it, `null` or `~`.
    fileprivate var isNothing: Bool {
        guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
