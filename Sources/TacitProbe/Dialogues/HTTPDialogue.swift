import TacitLocal

/// `GET`, of whose answer the status is read: 2xx and 3xx are up (RFC 9110, section 15).
struct HTTPDialogue: Dialogue {
    let host: String
    let port: Int
    let path: String

    func connected() -> Step {
        let place = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        let lines = [
            "GET \(path) HTTP/1.1", "Host: \(place):\(port)", "User-Agent: tacit", "Accept: */*", "Connection: close",
        ]
        return .say(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
    }

    func answered(_ bytes: ArraySlice<UInt8>) -> Step {
        let form = Array("HTTP/1.".utf8)
        guard bytes.prefix(form.count).elementsEqual(form.prefix(bytes.count)) else { return .down(.unexpected) }
        // "HTTP/1.1 200 "
        let line = bytes.prefix(13)
        guard line.count == 13 else { return .listen }
        let space = UInt8(ascii: " ")
        let end = line[line.startIndex + 12]
        let digits = line.dropFirst(9).prefix(3)
        guard line[line.startIndex + 8] == space, end == space || end == UInt8(ascii: "\r"),
            digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return .down(.unexpected) }
        return switch digits.first {
        case UInt8(ascii: "2"), UInt8(ascii: "3"): .up
        case UInt8(ascii: "4") where digits.elementsEqual("401".utf8) || digits.elementsEqual("403".utf8):
            .down(.denied)
        default: .down(.unexpected)
        }
    }
}
