/// A small strict reader of the pages' markup: every element closes, attributes are quoted and unique, references are
/// known. It says what it read, so that tests ask about elements instead of about text. It goes by scalar, as browsers do.
package struct Markup {
    package struct Element {
        package let name: String
        package let attributes: [String: String]
        /// The text within, with references resolved.
        package var text = ""
    }

    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    package private(set) var elements: [Element] = []

    private typealias Scalars = Substring.UnicodeScalarView

    package init(_ page: String) throws {
        var rest = page[...].unicodeScalars
        let doctype = "<!doctype html>"
        if page.hasPrefix(doctype) { rest = rest.dropFirst(doctype.count) }
        var open: [Int] = []
        while let scalar = rest.first {
            if scalar != "<" {
                let text = rest.prefix { $0 != "<" }
                let resolved = try Self.resolved(text)
                for index in open { elements[index].text += resolved }
                rest = rest.dropFirst(text.count)
                continue
            }
            var isQuoted = false
            let tag = rest.dropFirst().prefix { scalar in
                if scalar == "\"" { isQuoted.toggle() }
                return scalar != ">" || isQuoted
            }
            rest = rest.dropFirst(tag.count + 2)
            if tag.first == "/" {
                let name = String(Substring(tag.dropFirst()))
                guard let last = open.popLast(), elements[last].name == name else {
                    throw Fault(description: "</\(name)> closes nothing")
                }
            } else {
                elements.append(try Self.element(tag.last == "/" ? tag.dropLast() : tag))
                if tag.last != "/" { open.append(elements.count - 1) }
            }
        }
        if let last = open.last { throw Fault(description: "<\(elements[last].name)> is not closed") }
    }

    package func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    package func all(class name: String) -> [Element] {
        elements.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains(Substring(name)) }
    }

    private static func element(_ tag: Scalars) throws -> Element {
        let name = tag.prefix { $0 != " " }
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) })
        else { throw Fault(description: "not a name: \(Substring(tag))") }
        var attributes: [String: String] = [:]
        var rest = tag.dropFirst(name.count).drop { $0 == " " }
        while !rest.isEmpty {
            let key = String(Substring(rest.prefix { $0 != "=" && $0 != " " }))
            rest = rest.dropFirst(key.unicodeScalars.count)
            guard rest.starts(with: "=\"".unicodeScalars) else {
                throw Fault(description: "<\(Substring(name))>: \(key) has no quoted value")
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            guard attributes.updateValue(try resolved(value), forKey: key) == nil else {
                throw Fault(description: "<\(Substring(name))>: \(key) twice")
            }
            rest = rest.dropFirst(value.count + 3)
            guard rest.isEmpty || rest.first == " " else {
                throw Fault(description: "<\(Substring(name))>: something sticks to \(key)")
            }
            rest = rest.drop { $0 == " " }
        }
        return Element(name: String(Substring(name)), attributes: attributes)
    }

    private static let references = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "#39": "'"]

    private static func resolved(_ text: Scalars) throws -> String {
        var out = ""
        var rest = text
        while let scalar = rest.popFirst() {
            if scalar == "<" || scalar == ">" { throw Fault(description: "a bare \(scalar) in \(Substring(text))") }
            guard scalar == "&" else {
                out.unicodeScalars.append(scalar)
                continue
            }
            let name = rest.prefix { $0 != ";" }
            guard let value = references[String(Substring(name))] else {
                throw Fault(description: "an unknown reference in \(Substring(text))")
            }
            out += value
            rest = rest.dropFirst(name.count + 1)
        }
        return out
    }
}
