import ArgumentParser
import Foundation
import TacitSeal
import TacitTemplates

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension TemplateCategory: ExpressibleByArgument {}
extension TemplateTone: ExpressibleByArgument {}
extension TemplateLength: ExpressibleByArgument {}

struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make an implementation template of a newsletter: what it says, what to do, what to watch.",
        discussion: """
            The letter may be plain text, Markdown or the HTML of a mail. It is read into memory that is locked, wiped and looked at \
            afterwards, and is written nowhere; what is personal in it does not go into the template. No model and no network: \
            the same letter always gives the same template. See docs/templates.md.
            """)

    @Argument(help: "The newsletter; `-` is standard input.", completion: .file())
    var file: String

    @Option(help: "The field of work; the text decides where none is given.")
    var category: TemplateCategory?

    @Option(help: "How it speaks.")
    var tone: TemplateTone = .direct

    @Option(help: "How much it says.")
    var length: TemplateLength = .medium

    @Flag(help: "Write JSON instead of Markdown, with what was seen of the memory afterwards.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Write into a new file that is yours alone, instead of to standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Let --output replace a file that is there.")
    var force = false

    func run() throws {
        let file = try output.map { try OutputFile($0, replaces: force) }
        let preferences = TemplatePreferences(category: category, tone: tone, length: length)
        // One byte more than may be read tells that there is too much.
        let memory = WorkingMemory(count: TemplateGenerator.standardLimit + 1)
        let result = try memory.withBytes { space in
            let count = try read(into: space)
            return Result { () throws(TemplateError) in
                let letter = UnsafeRawBufferPointer(rebasing: space.prefix(count))
                return try TemplateRequest(text: letter, preferences).run(TemplateGenerator(now: Date()))
            }
        }
        let isWiped = memory.clear()
        let done: EphemeralAnswer<TemplateAnswer>
        do {
            done = try result.get()
        } catch {
            throw Failure("\(name): \(error)")
        }
        let bytes =
            json ? Array(TemplateDocument(done, isBodyWiped: isWiped).json) + [0x0A] : Array(done.answer.markdown.utf8)
        if let file {
            try file.write(bytes)
        } else {
            var standard = ScrubOutput()
            standard.bytes = bytes
            try standard.flush()
        }
        guard isWiped, done.inputDiscarded, done.memoryCleared else {
            throw Failure(
                "\(name): the template is complete, but the memory that held the letter was not found clear afterwards\n  → take this machine's memory for holding the letter until it is restarted"
            )
        }
    }

    private var name: String { file == "-" ? "standard input" : file }

    /// How many bytes were read, at most as many as there is space for.
    private func read(into space: UnsafeMutableRawBufferPointer) throws -> Int {
        let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure("\(name): can't be read; check that it exists and that you may read it.")
        }
        defer { if descriptor > STDERR_FILENO { close(descriptor) } }
        var count = 0
        while count < space.count {
            let free = UnsafeMutableRawBufferPointer(rebasing: space[count...])
            let got = systemRead(descriptor, free.baseAddress, free.count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Failure("\(name): reading failed; is it a file, and its disk well?") }
            guard got > 0 else { break }
            count += got
        }
        return count
    }
}
