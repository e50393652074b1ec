extension PageRequest {
    /// A request while its bytes come in. Never more is kept than the limits allow.
    package struct Reading: Sendable {
        private var bytes: [UInt8] = []
        private var head: (head: Head, end: Int)?

        package init() {}

        /// Tells what the bytes so far are. What follows a complete request is not looked at.
        package mutating func take(_ more: some Collection<UInt8>) -> Outcome {
            let searched = max(0, bytes.count - 3)
            bytes += more
            do throws(Refusal) {
                return try outcome(searched)
            } catch {
                return .refused(error)
            }
        }

        private mutating func outcome(_ searched: Int) throws(Refusal) -> Outcome {
            if head == nil {
                guard let end = Self.end(bytes, from: searched) else {
                    guard bytes.count < PageRequest.headLimit else { throw .headTooLarge }
                    return .more
                }
                guard end <= PageRequest.headLimit else { throw .headTooLarge }
                head = (try Head(bytes[..<(end - 4)]), end)
            }
            guard let (head, end) = head else { return .more }
            guard head.length <= PageRequest.bodyLimit else { throw .bodyTooLarge }
            guard bytes.count - end >= head.length else { return .more }
            return .complete(try PageRequest(head, body: bytes[end..<(end + head.length)]))
        }

        /// The place behind the empty line that ends the head.
        private static func end(_ bytes: [UInt8], from start: Int) -> Int? {
            guard bytes.count >= 4 else { return nil }
            return (min(start, bytes.count - 4)...(bytes.count - 4)).first { place in
                bytes[place] == 13 && bytes[place + 1] == 10 && bytes[place + 2] == 13 && bytes[place + 3] == 10
            }.map { $0 + 4 }
        }
    }

    private init(_ head: Head, body: ArraySlice<UInt8>) throws(Refusal) {
        method = head.method
        path = head.path
        query = try FormFields.fields(head.query)
        form = try FormFields.fields(body)
        host = head.host
        origin = head.fields["origin"]
        site = head.fields["sec-fetch-site"]
        cookies = head.cookies
    }
}

extension PageRequest {
    /// The request line and the fields under it.
    struct Head: Sendable {
        let method: Method
        let path: String
        let query: ArraySlice<UInt8>
        /// By lower-case name.
        let fields: [String: String]
        let host: String
        /// Of the body.
        let length: Int

        init(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
            var lines = try Self.lines(bytes)[...]
            guard let first = lines.popFirst() else { throw .badRequest }
            (method, path, query) = try Self.request(first)
            fields = try Self.fields(lines)
            guard let host = fields["host"], fields["transfer-encoding"] == nil else { throw .badRequest }
            self.host = host
            length = try Self.length(fields, method)
        }

        /// Lines end with CR and LF; neither stands alone, nor does any other control character but the tab.
        private static func lines(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> [ArraySlice<UInt8>] {
            var lines: [ArraySlice<UInt8>] = []
            var start = bytes.startIndex
            var place = start
            while place < bytes.endIndex {
                switch bytes[place] {
                case 13:
                    guard place + 1 < bytes.endIndex, bytes[place + 1] == 10 else { throw .badRequest }
                    lines.append(bytes[start..<place])
                    place += 2
                    start = place
                case 9, 0x20...0x7E: place += 1
                default: throw .badRequest
                }
            }
            return lines + [bytes[start...]]
        }

        /// `GET /path?query HTTP/1.1`
        private static func request(
            _ line: ArraySlice<UInt8>
        ) throws(Refusal) -> (Method, String, ArraySlice<UInt8>) {
            let words = line.split(separator: 0x20, omittingEmptySubsequences: false)
            guard words.count == 3, words[2].elementsEqual("HTTP/1.1".utf8), !words[0].isEmpty,
                words[0].allSatisfy(isToken), words[1].first == UInt8(ascii: "/"), !words[1].contains(9)
            else { throw .badRequest }
            guard let method = Method(rawValue: String(decoding: words[0], as: UTF8.self)) else {
                throw .methodNotAllowed
            }
            let path = words[1].prefix { $0 != UInt8(ascii: "?") }
            return (method, String(decoding: path, as: UTF8.self), words[1][path.endIndex...].dropFirst())
        }

        /// A field that is there twice has no meaning that all programs agree on, so none may be.
        private static func fields(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(Refusal) -> [String: String] {
            var fields: [String: String] = [:]
            for line in lines {
                guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                    line[..<colon].allSatisfy(isToken)
                else { throw .badRequest }
                var value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 9 }
                while let last = value.last, last == 0x20 || last == 9 { value.removeLast() }
                let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
                guard fields.updateValue(String(decoding: value, as: UTF8.self), forKey: name) == nil else {
                    throw .badRequest
                }
            }
            return fields
        }

        private static func length(_ fields: [String: String], _ method: Method) throws(Refusal) -> Int {
            guard let text = fields["content-length"] else { return 0 }
            guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .badRequest }
            guard text.utf8.count < 10, let length = Int(text) else { throw .bodyTooLarge }
            guard length > 0 else { return 0 }
            let type = fields["content-type"]?.prefix { $0 != ";" }.lowercased()
            guard method == .post, type == "application/x-www-form-urlencoded" else { throw .badRequest }
            return length
        }

        var cookies: [String: String] {
            var cookies: [String: String] = [:]
            for pair in (fields["cookie"] ?? "").split(separator: ";") {
                let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                if parts.count == 2 { cookies[String(parts[0])] = String(parts[1]) }
            }
            return cookies
        }

        private static func isToken(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
            default: false
            }
        }
    }
}
