import TacitSeal

/// Counts the critical errors that any program has written since it was asked last.
struct CriticalErrors {
    /// How far each file was read.
    private var places: [LocalFolder.File: Int] = [:]

    /// Begins behind what is there.
    init(_ folder: LocalFolder) {
        for file in folder.files where file.part == .errors { places[file] = Files.size(folder.path(of: file)) ?? 0 }
    }

    /// - Parameter now: the errors of this day and the one before are counted; a clock that was wrong made the others.
    mutating func take(_ folder: LocalFolder, at now: Moment) -> Int {
        var count = 0
        let files = folder.files.filter { $0.part == .errors && (now.day - 1...now.day).contains($0.day) }
        for file in files {
            let path = folder.path(of: file)
            let start = places[file] ?? 0
            // One that has become shorter was deleted, and is a new one.
            let bytes = Files.read(path, from: start) ?? folder.bytes(of: file)
            let begin = Files.size(path).map { $0 >= start } == true ? start : 0
            bytes.forEachLine { line in
                guard let error = Line(line).flatMap(ErrorEvent.init), error.severity == .critical else { return }
                count += error.count
            }
            // What stands behind the last newline is read when it is whole.
            places[file] = begin + ((bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
        }
        places = places.filter { $0.key.day >= now.day - 1 }
        return count
    }
}
