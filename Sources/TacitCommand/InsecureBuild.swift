#if DEBUG
    import CTacitHeap
    import Foundation
    import Logging
    import TacitSeal

    /// What debug builds alone can be made to do, for tests of what is meant to notice it.
    enum InsecureBuild {
        /// Leaves out the steps of forgetting that the environment names.
        static func skipSteps() throws -> [SkippedStep] {
            do throws(SkippedStep.Unknown) {
                let steps = try SkippedStep.skip(insecurely: request)
                if SkippedStep.freedMemory.isSkipped { tacit_insecure_keep_freed() }
                return steps
            } catch {
                throw Failure(error.description)
            }
        }

        /// Says so, at every level of the log.
        static func warn(of steps: [SkippedStep], _ log: Logger) {
            guard !steps.isEmpty else { return }
            log.critical(
                "INSECURE: this collector was told not to forget; never send it anything of a person's",
                metadata: ["skips": "\(steps.map(\.rawValue).joined(separator: ","))"])
        }

        private static var request: String? { ProcessInfo.processInfo.environment[SkippedStep.variable] }

        /// All that is for the configuration, which knows nothing of this.
        static var environment: [String: String] {
            ProcessInfo.processInfo.environment.filter { $0.key != SkippedStep.variable }
        }

        /// What a collector that a drill starts is to leave out.
        static var passedOn: [String: String] { request.map { [SkippedStep.variable: $0] } ?? [:] }
    }
#endif
