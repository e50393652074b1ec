import Foundation

/// Hyperscan, where the machine has it: a matcher of many regular expressions at once, for comparison.
///
/// Loaded while the program runs, so that nothing has to be installed to build.
final class Hyperscan {
    private typealias Compile =
        @convention(c) (
            UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UInt32>?, UnsafePointer<UInt32>?, UInt32, UInt32,
            UnsafeRawPointer?, UnsafeMutablePointer<OpaquePointer?>?, UnsafeMutablePointer<OpaquePointer?>?
        ) -> Int32
    private typealias Allocate = @convention(c) (OpaquePointer?, UnsafeMutablePointer<OpaquePointer?>?) -> Int32
    private typealias OnMatch = @convention(c) (UInt32, UInt64, UInt64, UInt32, UnsafeMutableRawPointer?) -> Int32
    private typealias Scan =
        @convention(c) (
            OpaquePointer?, UnsafeRawPointer?, UInt32, UInt32, OpaquePointer?, OnMatch?, UnsafeMutableRawPointer?
        ) -> Int32

    private let scan: Scan
    private let database: OpaquePointer
    private let scratch: OpaquePointer

    /// Where a match starts is reported, not only where it ends; UTF-8 is not asked for, which is faster.
    private static let startOfMatch: UInt32 = 256
    private static let block: UInt32 = 1

    /// `nil` where the library is missing or can't take the patterns.
    init?(patterns: [String]) {
        guard let library = dlopen("libhs.so.5", RTLD_NOW), let compile = dlsym(library, "hs_compile_multi"),
            let allocate = dlsym(library, "hs_alloc_scratch"), let scan = dlsym(library, "hs_scan")
        else { return nil }
        // Safe: the types are those of hs/hs_compile.h and hs/hs_runtime.h.
        let compilePatterns = unsafeBitCast(compile, to: Compile.self)
        self.scan = unsafeBitCast(scan, to: Scan.self)
        let texts = patterns.map { strdup($0) }
        defer { for text in texts { free(text) } }
        let pointers = texts.map { UnsafePointer<CChar>($0) }
        let flags = [UInt32](repeating: Self.startOfMatch, count: patterns.count)
        let numbers = patterns.indices.map(UInt32.init)
        var database: OpaquePointer?
        var error: OpaquePointer?
        guard
            compilePatterns(pointers, flags, numbers, UInt32(patterns.count), Self.block, nil, &database, &error) == 0,
            let database
        else { return nil }
        var scratch: OpaquePointer?
        guard unsafeBitCast(allocate, to: Allocate.self)(database, &scratch) == 0, let scratch else { return nil }
        self.database = database
        self.scratch = scratch
    }

    /// How many matches there are.
    func count(in text: [UInt8]) -> Int {
        var count = 0
        text.withUnsafeBytes { bytes in
            let onMatch: OnMatch = { _, _, _, _, context in
                context?.assumingMemoryBound(to: Int.self).pointee += 1
                return 0
            }
            _ = scan(database, bytes.baseAddress, UInt32(bytes.count), 0, scratch, onMatch, &count)
        }
        return count
    }
}
