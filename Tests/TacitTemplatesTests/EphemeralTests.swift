import Synchronization
import TacitSeal
import Testing

@testable import TacitTemplates

/// Counts the bytes of its input, in working memory that it fills with a copy.
private struct Counting: EphemeralProcessor {
    struct Refused: Error {}

    var refuses = false
    /// Where its lent memory was, for a test that plays one that goes on using it.
    let lent = Lent()

    final class Lent: Sendable {
        // Invariant: written once by `process`, read by the same test while the memory is still mapped.
        nonisolated(unsafe) var memory: UnsafeMutableRawBufferPointer?
    }

    func workingBytes(forInput count: Int) -> Int { count }

    func process(
        _ input: UnsafeRawBufferPointer, _ preferences: Void, in memory: UnsafeMutableRawBufferPointer
    ) throws(Refused) -> Int {
        memory.copyMemory(from: input)
        lent.memory = memory
        if refuses { throw Refused() }
        return input.count
    }
}

@Suite("What is processed and discarded")
struct EphemeralTests {
    private static let text = Array("a letter that nobody must find".utf8)

    private static func run(_ processor: Counting, _ wipes: EphemeralWipes = EphemeralWipes()) throws
        -> EphemeralAnswer<Int>
    {
        try text.withUnsafeBytes { try processor.run(SecretBytes(copying: $0), (), wipes: wipes) }
    }

    @Test("is seen to be gone")
    func discarded() throws {
        let done = try Self.run(Counting())
        #expect(done.answer == Self.text.count)
        #expect(done.inputDiscarded)
        #expect(done.memoryCleared)
    }

    @Test("is not believed to be gone where the wipe leaves a byte of the input")
    func sabotagedInput() throws {
        var wipes = EphemeralWipes()
        wipes.input = { bytes in wipe(UnsafeMutableRawBufferPointer(rebasing: bytes.dropFirst())) }
        let done = try Self.run(Counting(), wipes)
        #expect(!done.inputDiscarded)
        #expect(done.memoryCleared)
    }

    @Test("is not believed to be gone where the wipe leaves the working memory as it is")
    func sabotagedMemory() throws {
        var wipes = EphemeralWipes()
        wipes.memory = { _ in }
        let done = try Self.run(Counting(), wipes)
        #expect(done.inputDiscarded)
        #expect(!done.memoryCleared)
    }

    @Test("is found where the processor writes a copy into lent memory after it had answered")
    func keptCopy() throws {
        let processor = Counting()
        var wipes = EphemeralWipes()
        wipes.memory = { bytes in
            wipe(bytes)
            processor.lent.memory?.copyBytes(from: Self.text.prefix(1))
        }
        let done = try Self.run(processor, wipes)
        #expect(!done.memoryCleared)
    }

    @Test("is wiped also where the processor throws")
    func thrown() {
        let seen = Mutex(0)
        var wipes = EphemeralWipes()
        wipes.input = { bytes in
            wipe(bytes)
            seen.withLock { $0 += 1 }
        }
        wipes.memory = wipes.input
        #expect(throws: Counting.Refused.self) { try Self.run(Counting(refuses: true), wipes) }
        #expect(seen.withLock { $0 } == 2)
    }

    @Test("is said in an answer as it was measured")
    func document() throws {
        let answer = try Letter.answer("incidents.txt")
        for (input, memory) in [(true, false), (false, true)] {
            let done = EphemeralAnswer(answer: answer, inputDiscarded: input, memoryCleared: memory)
            let json = String(decoding: TemplateDocument(done).json, as: UTF8.self)
            #expect(json.contains("\"input_discarded\" : \(input)"))
            #expect(json.contains("\"memory_cleared\" : \(memory)"))
        }
        let done = EphemeralAnswer(answer: answer, inputDiscarded: true, memoryCleared: true)
        let unwiped = String(decoding: TemplateDocument(done, isBodyWiped: false).json, as: UTF8.self)
        #expect(unwiped.contains("\"input_discarded\" : false"))
    }
}
