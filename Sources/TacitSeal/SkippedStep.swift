#if DEBUG
    import Synchronization

    /// Steps of forgetting that a collector can be made to leave out, so that it is seen that a drill or a verification notices.
    /// Insecure: what should be gone stays.
    ///
    /// ```swift
    /// try SkippedStep.skip(insecurely: "vacuum,log-cut")
    /// if SkippedStep.vacuum.isSkipped { … }
    /// ```
    ///
    /// The type exists in debug builds only, so a release build that names it doesn't compile. `docs/verify.md` says what finds each
    /// of them out.
    package enum SkippedStep: String, Sendable, CaseIterable {
        /// A wrapped key is overwritten in the store before its row goes.
        case keyOverwrite = "key-overwrite"
        /// Rows that have expired, or are purged, are deleted.
        case rows
        /// SQLite overwrites what it deletes.
        case secureDelete = "secure-delete"
        /// The store's file is rewritten after rows have gone.
        case vacuum
        /// The store's write-ahead log is brought into the file and cut to nothing.
        case logCut = "log-cut"
        /// The memory of the store's connections is given back after that.
        case pageCache = "page-cache"
        /// The key file of a window that has closed, or is purged, is destroyed.
        case windowKey = "window-key"
        /// A file is overwritten before its name goes.
        case fileOverwrite = "file-overwrite"
        /// Files of the journal go with the last of their windows.
        case segments
        /// The exact figures of a window that has closed are overwritten.
        case exactFigures = "exact-figures"
        /// Pages of secrets are overwritten when they are released.
        case secretWipe = "secret-wipe"
        /// Pages of secrets are given back to the system.
        case secretUnmap = "secret-unmap"
        /// Pages of secrets are locked, and left out of core dumps and forks.
        case secretPages = "secret-pages"
        /// Buffers with what somebody sent are overwritten.
        case bufferWipe = "buffer-wipe"
        /// All memory is overwritten when it is freed.
        case freedMemory = "freed-memory"
        /// Threads that read requests overwrite what their work has left on the stack.
        case stack
        /// A session goes when its owner ends it.
        case sessionEnd = "session-end"
        /// A session goes when its time is over.
        case sessionExpiry = "session-expiry"
        /// What identified a batch is forgotten when its windows have closed.
        case batchIdentities = "batch-identities"
        /// Keys to which batches are sealed are destroyed when they are over.
        case sealingKeys = "sealing-keys"
        /// The process forbids itself to leave a core file.
        case coreDumps = "core-dumps"

        /// The variable of the environment with the names, parted by commas.
        package static let variable = "TACIT_INSECURE_SKIP"

        private static let skipped = Atomic<UInt32>(0)

        private var bit: UInt32 { 1 << UInt32(Self.allCases.firstIndex(of: self) ?? 0) }

        package var isSkipped: Bool { Self.skipped.load(ordering: .relaxed) & bit != 0 }

        /// A name that is none of these.
        package struct Unknown: Error, CustomStringConvertible {
            package var description: String {
                "\(variable) names a step that there is not; the steps are "
                    + allCases.map(\.rawValue).joined(separator: ", ") + "."
            }
        }

        /// Leaves out the steps with these names from now on, in this whole process.
        ///
        /// - Parameter names: parted by commas.
        /// - Returns: the steps; none where nothing is named.
        @discardableResult
        package static func skip(insecurely names: String?) throws(Unknown) -> [SkippedStep] {
            var steps: [SkippedStep] = []
            for name in (names ?? "").split(separator: ",") {
                guard let step = SkippedStep(rawValue: String(name)) else { throw Unknown() }
                steps.append(step)
            }
            skipped.store(steps.reduce(0) { $0 | $1.bit }, ordering: .relaxed)
            return steps
        }
    }
#endif
