package import TacitSeal

/// What the page shows, and what its buttons do.
package protocol PageActions {
    func picture() -> Picture
    func set(_ part: Part, isOn: Bool) throws(FileFault)
    /// All that is kept, as one file.
    func export() throws(FileFault) -> [UInt8]
    /// Removes all that is kept, and names what was removed.
    func deleteAll() throws(FileFault) -> [String]
}
