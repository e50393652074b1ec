import CTacitSystem

/// A crash must not write what was in memory to a disk.
package enum CoreDumps {
    /// Forbids this process to leave a core file; whether the system agreed.
    @discardableResult
    package static func forbid() -> Bool {
        #if DEBUG
            if SkippedStep.coreDumps.isSkipped { return false }
        #endif
        return tacit_forbid_core_dumps() != 0
    }
}
