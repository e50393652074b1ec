import Foundation

/// How long the long tests run: as short as in an ordinary run, as a slice of `TACIT_SOAK=1` (with `TACIT_SOAK_SLICE=1`), or whole.
enum Soak {
    static func times(_ usual: Int, slice: Int, whole: Int) -> Int {
        let environment = ProcessInfo.processInfo.environment
        guard environment["TACIT_SOAK"] == "1" else { return usual }
        return environment["TACIT_SOAK_SLICE"] == "1" ? slice : whole
    }
}
