extension Scrubbed {
    /// The innermost functions of a stack trace, by name: no path, no address, no line, no argument.
    ///
    /// ```swift
    /// .errorOccurred(code: Code(of: error), category: .storage, fatal: false, stack: Scrubbed(stackTrace: frames))
    /// ```
    ///
    /// An error in Swift does not know where it was thrown, so there is no trace *of* an error: a program hands over the frames
    /// of the place where it handles one (`Thread.callStackSymbols`), or those of a crash that was reported to it (`Backtrace`,
    /// `NSException`). Frames are read in the forms of macOS, glibc and Swift's `Backtrace`; a frame of another form, or one
    /// whose function has no name, is left out, and so is what does not fit into `maxLength` bytes. Names of Swift functions
    /// that are mangled stay so: `swift demangle` reads them.
    public init(stackTrace frames: some Sequence<String>, maxLength: Int = 200) {
        var text = ""
        for name in frames.lazy.compactMap(Self.function) {
            let longer = text.isEmpty ? name : "\(text) < \(name)"
            guard longer.utf8.count <= maxLength else { break }
            text = longer
        }
        self.init(text)
    }

    /// The name of a frame's function; `nil` where there is none.
    private static func function(of frame: String) -> String? {
        let words = frame.split(separator: " ")
        let name: String
        if words.first?.allSatisfy(\.isNumber) == true, let address = words.firstIndex(where: { $0.hasPrefix("0x") }) {
            // 3   App   0x0000000100003f2c $s3App4openyyF + 44
            // 0 0x00005581d8e2f0a1 [ra] open() + 12 in App at /home/…/App.swift:12:3
            let rest = words[(address + 1)...].drop { $0.hasPrefix("[") && $0.hasSuffix("]") }
            name = rest.prefix { !["+", "in", "at"].contains($0) }.joined(separator: " ")
        } else if let open = frame.lastIndex(of: "("), frame[open...].contains(") [0x") {
            // /home/…/App($s3App4openyyF+0x1c) [0x5581d8e2f0a1]
            name = String(frame[frame.index(after: open)...].prefix { $0 != "+" && $0 != ")" })
        } else {
            return nil
        }
        guard let first = name.first, first.isLetter || "_$-+".contains(first), !name.contains("/") else { return nil }
        return name
    }
}
