import Testing

/// The whole of Tacit as people run it: the built binary, real clients, real bytes on the wire and on the disk.
///
/// One test at a time, so that a busy machine changes how long they take and not what they find.
@Suite("End to end", .serialized)
enum EndToEnd {}
