package import TacitSeal

/// Makes something of a text of which nothing must stay.
///
/// ```swift
/// let done = try TemplateGenerator().run(SecretBytes(copying: newsletter), now: .now)
/// done.answer.markdown
/// done.inputDiscarded && done.memoryCleared
/// ```
///
/// The input arrives in secret memory. The processor is lent working memory of the size that it asks for, may use it as
/// it likes while it is called, and keeps neither it nor a copy: what it wants to say leaves in the answer.
package protocol EphemeralProcessor: Sendable {
    associatedtype Preferences: Sendable
    associatedtype Answer: Sendable
    associatedtype Fault: Error

    /// How much working memory an input takes.
    func workingBytes(forInput count: Int) -> Int

    func process(
        _ input: UnsafeRawBufferPointer, _ preferences: Preferences, in memory: UnsafeMutableRawBufferPointer
    ) throws(Fault) -> Answer
}

/// An answer, and what was seen of the memory that the input was in.
package struct EphemeralAnswer<Answer: Sendable>: Sendable {
    package let answer: Answer
    /// The input's pages were wiped, read back as zero and given up.
    package let inputDiscarded: Bool
    /// So was the working memory, after the processor had answered.
    package let memoryCleared: Bool
}

/// How memory is wiped at the end of a run. It is looked at again whatever is used: a wipe that does not is found out.
package struct EphemeralWipes {
    package var input: (UnsafeMutableRawBufferPointer) -> Void = wipe
    package var memory: (UnsafeMutableRawBufferPointer) -> Void = wipe

    package init() {}
}

extension EphemeralProcessor {
    /// Processes the input and discards it, also where the processor throws.
    package func run(
        _ input: consuming SecretBytes, _ preferences: Preferences, wipes: EphemeralWipes = EphemeralWipes()
    ) throws(Fault) -> EphemeralAnswer<Answer> {
        let memory = WorkingMemory(count: workingBytes(forInput: input.count))
        let result = input.withBytes { bytes in
            memory.withBytes { lent in
                Result { () throws(Fault) in try process(bytes, preferences, in: lent) }
            }
        }
        let inputDiscarded = input.clear(wiping: wipes.input)
        let memoryCleared = memory.clear(wiping: wipes.memory)
        return EphemeralAnswer(answer: try result.get(), inputDiscarded: inputDiscarded, memoryCleared: memoryCleared)
    }
}
