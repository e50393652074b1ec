import CTacitSystem

/// How many files and connections a process may have open.
package enum Descriptors {
    /// Raises the limit to so many, or as far as the system lets a process raise it; answers what it is then, 0 where that can't
    /// be told.
    ///
    /// ```swift
    /// if Descriptors.allow(3328) < 3328 { log.warning("…") }
    /// ```
    package static func allow(_ count: Int) -> Int {
        Int(clamping: tacit_allow_descriptors(UInt64(clamping: count)))
    }
}
