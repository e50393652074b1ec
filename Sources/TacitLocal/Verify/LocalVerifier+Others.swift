import TacitScrub
import TacitSeal

extension LocalVerifier {
    /// What the scrubber does not look at: the owner's own words, a random number, and the number of a port.
    static let unscanned = ["local.yaml", "page.token", "page.port"]

    /// Looks into a file that holds no lines: each may hold one thing, and some nothing.
    func read(other name: String, into reading: inout Reading) {
        let path = "\(folder.path)/\(name)"
        // Whose it is and what kind of file is looked at on its own; what is in it is its owner's.
        guard name != "local.yaml" else { return }
        func note(_ fault: String) {
            if reading.foreign.count < Self.shown { reading.foreign.append("\(path): \(fault)") }
        }
        let bytes: [UInt8]
        do throws(FileFault) {
            bytes = try Files.content(of: path)
        } catch {
            guard Files.exist(path) else { return }
            reading.foreign.append("\(path): can't be read: \(error.remedy)")
            return
        }
        if !Self.unscanned.contains(name) {
            // The bytes lie still while the scrubber looks at them.
            for finding in bytes.withUnsafeBytes({ Name.scrubber.findings(in: $0) })
            where reading.found.count < Self.shown {
                reading.found.append("\(name): \(finding.kind.label), \(finding.rule.name)")
            }
        }
        switch name {
        case "lines.lock", "monitor.lock":
            if !bytes.isEmpty { note("a lock holds nothing, but there is something in it; remove it") }
        case Settings.fileName:
            if !Self.areSettings(bytes) { note("holds more than which parts are on; mend or remove it") }
        case "page.token":
            if bytes.count != 32 || !bytes.allSatisfy(Self.isHex) { note("is no token; remove it") }
        case "page.port":
            let port = UInt16(String(decoding: bytes, as: UTF8.self).trimmingSuffix("\n"))
            if port == nil { note("is no port; remove it") }
        case _ where name.hasSuffix(".new"): note("left over from a write that was cut off; remove it")
        default: note("not of this program; move it elsewhere")
        }
    }

    /// Nothing but flags, one for each part at most.
    private static func areSettings(_ bytes: [UInt8]) -> Bool {
        let object = bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
        guard let line = Line(object[...]), Set(line.keys).count == line.keys.count else { return false }
        return line.keys.allSatisfy { Part(rawValue: $0) != nil && line.bool($0) != nil }
    }

    private static func isHex(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
