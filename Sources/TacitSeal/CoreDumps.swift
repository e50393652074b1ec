import CTacitSystem

/// A crash must not write what was in memory to a disk.
package enum CoreDumps {
    /// Forbids this process to leave a core file; whether the system agreed.
    @discardableResult
    package static func forbid() -> Bool { tacit_forbid_core_dumps() != 0 }
}
