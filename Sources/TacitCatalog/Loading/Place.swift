import Yams

/// Where in a catalog something stands.
struct Place: Equatable {
    var path: String
    var line: Int
    var column: Int

    static let file = Place(path: "", line: 1, column: 1)

    func child(_ step: String, at mark: Mark?) -> Place {
        Place(
            path: path.isEmpty ? step : "\(path).\(step)", line: mark?.line ?? line, column: mark?.column ?? column)
    }

    func element(_ index: Int, at mark: Mark?) -> Place {
        Place(path: "\(path)[\(index)]", line: mark?.line ?? line, column: mark?.column ?? column)
    }
}

/// A YAML node and where it stands: a scalar where it is written, a mapping or a list where its key is.
struct Value {
    let node: Node
    let place: Place

    init(_ node: Node, key: Node, step: String, in parent: Place) {
        self.node = node
        let isWritten = node.scalar.map { !$0.string.isEmpty } ?? false
        place = parent.child(step, at: isWritten ? node.mark : key.mark)
    }

    init(_ node: Node, at place: Place) {
        self.node = node
        self.place = place
    }

    /// A key read as a value.
    init(text: String, at place: Place) {
        self.init(Node(text), at: place)
    }

    /// The text of a scalar as written, without quotes.
    var scalar: String? { node.scalar?.string }

    var isList: Bool { node.sequence != nil }

    /// `key:` with nothing behind it, `null` or `~`.
    var isNull: Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}

/// A mapping whose keys have been looked at.
struct Section {
    let place: Place
    let values: [String: Value]
    /// Keys that an unknown key was probably meant to be: that they are missing needs no fault of its own.
    var mistyped: Set<String> = []

    subscript(key: String) -> Value? { values[key] }
}
