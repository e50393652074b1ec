/// Counts the critical errors that any program has written since it was asked last.
struct CriticalErrors {
    private var place: (file: LocalFolder.File, bytes: Int)?

    /// Begins behind what is there.
    init(_ folder: LocalFolder, at now: Moment) {
        let file = LocalFolder.File(part: .errors, day: now.day)
        place = (file, folder.bytes(of: file).count)
    }

    mutating func take(_ folder: LocalFolder, at now: Moment) -> Int {
        var count = 0
        var last = place
        for file in folder.files where file.part == .errors && file >= (place?.file ?? file) {
            let bytes = folder.bytes(of: file)
            let start = place?.file == file ? min(place?.bytes ?? 0, bytes.count) : 0
            Array(bytes[start...]).forEachLine { line in
                guard let error = Line(line).flatMap(ErrorEvent.init), error.severity == .critical else { return }
                count += error.count
            }
            // What stands behind the last newline is read when it is whole.
            last = (file, (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
        }
        place = last
        return count
    }
}
