/// Lines that lie in their files by the hundred thousand, read as this program writes them: key for key in one order. Where one
/// is written otherwise, ``Line`` reads it.
enum QuickLine {
    /// `{"timestamp":"…","name":"…","level":…,`
    static func level(_ line: UnsafeBufferPointer<UInt8>) -> (time: Moment, name: Range<Int>, level: Double)? {
        guard let time = time(line), let start = end(of: name, at: 34, in: line) else { return nil }
        var place = start
        while place < line.count, line[place] != UInt8(ascii: "\"") { place += 1 }
        guard let number = end(of: level, at: place, in: line), let value = fraction(line, at: number) else {
            return nil
        }
        return (time, start..<place, value)
    }

    /// `{"timestamp":"…","system_status":"…","uptime_seconds":…,"critical_errors":…}`
    static func health(_ line: UnsafeBufferPointer<UInt8>) -> (time: Moment, status: SystemHealth.Status, errors: Int)?
    {
        guard let time = time(line), let start = end(of: status, at: 34, in: line) else { return nil }
        guard start < line.count, let (status, length) = Self.status(of: line[start]),
            let uptime = end(of: Self.uptime, at: start + length, in: line)
        else { return nil }
        var place = uptime
        while place < line.count, isDigit(line[place]) { place += 1 }
        guard var number = end(of: errors, at: place, in: line) else { return nil }
        var count = 0
        while number < line.count, isDigit(line[number]), count < 1_000_000_000 {
            count = count * 10 + Int(line[number] - 0x30)
            number += 1
        }
        guard number == line.count - 1, line[number] == UInt8(ascii: "}") else { return nil }
        return (time, status, count)
    }

    private static let start: StaticString = #"{"timestamp":""#
    private static let name: StaticString = #"","name":""#
    private static let level: StaticString = #"","level":"#
    private static let status: StaticString = #"","system_status":""#
    private static let uptime: StaticString = #"","uptime_seconds":"#
    private static let errors: StaticString = #","critical_errors":"#

    private static func time(_ line: UnsafeBufferPointer<UInt8>) -> Moment? {
        guard let place = end(of: start, at: 0, in: line), line.count >= place + 20 else { return nil }
        return Moment(bytes: line[place..<place + 20])
    }

    /// Where `text` ends that begins at `place`; `nil` where it does not.
    private static func end(of text: StaticString, at place: Int, in line: UnsafeBufferPointer<UInt8>) -> Int? {
        let count = text.utf8CodeUnitCount
        guard place + count <= line.count else { return nil }
        // A static string's bytes live as long as the program, and both ranges were measured.
        for index in 0..<count where line[place + index] != text.utf8Start[index] { return nil }
        return place + count
    }

    private static func status(of first: UInt8) -> (SystemHealth.Status, Int)? {
        switch first {
        case UInt8(ascii: "h"): (.healthy, 7)
        case UInt8(ascii: "d"): (.degraded, 8)
        case UInt8(ascii: "c"): (.critical, 8)
        default: nil
        }
    }

    /// `0`, `1` or `0.` and up to four digits.
    private static func fraction(_ line: UnsafeBufferPointer<UInt8>, at place: Int) -> Double? {
        guard place + 1 < line.count else { return nil }
        let (first, second) = (line[place], line[place + 1])
        if second == UInt8(ascii: ",") { return first == 0x30 ? 0 : first == 0x31 ? 1 : nil }
        guard first == 0x30, second == UInt8(ascii: ".") else { return nil }
        var (value, scale, index) = (0, 1, place + 2)
        while index < line.count, isDigit(line[index]), scale < 10_000 {
            value = value * 10 + Int(line[index] - 0x30)
            scale *= 10
            index += 1
        }
        guard index < line.count, line[index] == UInt8(ascii: ","), scale > 1 else { return nil }
        return Double(value) / Double(scale)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
