/// Lines that lie in their files by the hundred thousand, read as this program writes them: key for key in one order. Where one
/// is written otherwise, ``Line`` reads it.
enum QuickLine {
    struct Level {
        let time: Moment
        let name: Range<Int>
        let level: Double
        let evolution: LevelStatus.Evolution
        let windowSeconds: Int64
        let certainty: Double
        let functional: Bool
    }

    /// `{"timestamp":"…","name":"…","level":…,"evolution":"…","window_seconds":…,"certainty":…,"functional":…}`
    static func level(_ line: UnsafeBufferPointer<UInt8>) -> Level? {
        guard let time = time(line), let start = end(of: name, at: 34, in: line) else { return nil }
        var place = start
        while place < line.count, line[place] != UInt8(ascii: "\"") { place += 1 }
        let name = start..<place
        guard skip(level, &place, line), let level = fraction(&place, line), skip(evolution, &place, line),
            let evolution = word(evolutions, &place, line), skip(window, &place, line),
            let window = digits(&place, line), LevelStatus.windows.contains(window), skip(certainty, &place, line),
            let certainty = fraction(&place, line), skip(functional, &place, line),
            let functional = word(bools, &place, line), isLast(place, line)
        else { return nil }
        return Level(
            time: time, name: name, level: level, evolution: evolution, windowSeconds: window, certainty: certainty,
            functional: functional)
    }

    /// `{"timestamp":"…","system_status":"…","uptime_seconds":…,"critical_errors":…}`
    static func health(_ line: UnsafeBufferPointer<UInt8>) -> SystemHealth? {
        guard let time = time(line), var place = end(of: status, at: 34, in: line),
            let status = word(statuses, &place, line), skip(uptime, &place, line), let uptime = digits(&place, line),
            SystemHealth.uptimes.contains(uptime), skip(errors, &place, line), let errors = digits(&place, line),
            Int.counts.contains(Int(errors)), isLast(place, line)
        else { return nil }
        return SystemHealth(timestamp: time, status: status, uptimeSeconds: uptime, criticalErrors: Int(errors))
    }

    private static let start: StaticString = #"{"timestamp":""#
    private static let name: StaticString = #"","name":""#
    private static let level: StaticString = #"","level":"#
    private static let evolution: StaticString = #","evolution":""#
    private static let window: StaticString = #"","window_seconds":"#
    private static let certainty: StaticString = #","certainty":"#
    private static let functional: StaticString = #","functional":"#
    private static let status: StaticString = #"","system_status":""#
    private static let uptime: StaticString = #"","uptime_seconds":"#
    private static let errors: StaticString = #","critical_errors":"#

    private static let statuses: [(StaticString, SystemHealth.Status)] = [
        ("healthy", .healthy), ("degraded", .degraded), ("critical", .critical),
    ]
    private static let evolutions: [(StaticString, LevelStatus.Evolution)] = [
        ("growing", .growing), ("stable", .stable), ("declining", .declining),
    ]
    private static let bools: [(StaticString, Bool)] = [("true", true), ("false", false)]

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

    private static func skip(_ text: StaticString, _ place: inout Int, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let end = end(of: text, at: place, in: line) else { return false }
        place = end
        return true
    }

    private static func word<Value>(
        _ words: [(StaticString, Value)], _ place: inout Int, _ line: UnsafeBufferPointer<UInt8>
    ) -> Value? {
        for (word, value) in words where skip(word, &place, line) { return value }
        return nil
    }

    private static func isLast(_ place: Int, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        place == line.count - 1 && line[place] == UInt8(ascii: "}")
    }

    /// A whole number of at most eleven digits, without leading zeros.
    private static func digits(_ place: inout Int, _ line: UnsafeBufferPointer<UInt8>) -> Int64? {
        let start = place
        var value: Int64 = 0
        while place < line.count, isDigit(line[place]), place - start < 12 {
            value = value * 10 + Int64(line[place] - 0x30)
            place += 1
        }
        guard place > start, place - start < 12, line[start] != 0x30 || place == start + 1 else { return nil }
        return value
    }

    /// `0`, `1` or `0.` and up to four digits.
    private static func fraction(_ place: inout Int, _ line: UnsafeBufferPointer<UInt8>) -> Double? {
        guard place + 1 < line.count, line[place] == 0x30 || line[place] == 0x31 else { return nil }
        let whole = Double(line[place] - 0x30)
        place += 1
        guard line[place] == UInt8(ascii: ".") else { return whole }
        guard whole == 0 else { return nil }
        place += 1
        var (value, scale) = (0, 1)
        while place < line.count, isDigit(line[place]), scale < 10_000 {
            value = value * 10 + Int(line[place] - 0x30)
            scale *= 10
            place += 1
        }
        return scale > 1 ? Double(value) / Double(scale) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
