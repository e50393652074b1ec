import Foundation

/// A bar on standard error, where that is a terminal.
struct ProgressBar {
    private let total: Int
    private let label: String

    init(_ label: String, total: Int) {
        self.label = label
        self.total = total
    }

    func show(_ done: Int) {
        guard Terminal.showsProgress, total > 0 else { return }
        let width = 30
        let filled = done * width / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let line = "\r\(label) \(bar) \(done)/\(total)" + (done == total ? "\n" : "")
        FileHandle.standardError.write(Data(line.utf8))
    }
}
