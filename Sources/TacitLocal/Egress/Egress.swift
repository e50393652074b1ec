import CTacitSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Closes this process against the outside, for good: no call opens it again, and what it starts from then on is as closed.
///
/// What is refused fails with EACCES; nothing is killed for trying. Sockets that are open stay open, so a listener on loopback is
/// opened before.
package enum Egress {
    /// What was achieved. It is for the owner to read: where a kernel is too old for a part of it, that is said.
    package struct Closed: Sendable, Hashable {
        /// No thread gets a socket that was not due: see ``Egress/close(connectPorts:reading:opensLocal:)``.
        package var socketsDenied: Bool
        /// TCP connects to the given ports alone, over any socket, and listens at none that it did not listen at before.
        package var portsLimited: Bool
        /// Files are read only where that was due, and written nowhere.
        package var filesLimited: Bool
        /// What is missing, in words.
        package var remark: String?

        package init(
            socketsDenied: Bool = false, portsLimited: Bool = false, filesLimited: Bool = false, remark: String? = nil
        ) {
            self.socketsDenied = socketsDenied
            self.portsLimited = portsLimited
            self.filesLimited = filesLimited
            self.remark = remark
        }

        /// Where the system knows no such thing.
        package static let unsupported = Closed(remark: "this system has neither seccomp nor Landlock")
    }

    /// Closes all but what is named.
    ///
    /// - Parameters:
    ///   - connectPorts: To which ports TCP may connect, and no other protocol may be spoken. `nil`: no socket of the internet at
    ///     all. The kernel looks at the port, not at the address; the address is this program's word.
    ///   - opensLocal: Whether sockets of the family AF_UNIX may be made, to talk with programs of this machine.
    ///   - readable: Below which paths files may be read, and none may be written; `nil` leaves files alone.
    package static func close(
        connectPorts ports: [UInt16]?, reading readable: [String]? = nil, opensLocal: Bool = true
    ) -> Closed {
        var closed = Closed()
        var remarks: [String] = []
        // Landlock first: setting it up needs nothing that the filter forbids, and it reads /proc while it may.
        limit(ports, readable, &closed, &remarks)
        let fault = tacit_deny_sockets(ports == nil ? 0 : 1, opensLocal ? 1 : 0)
        closed.socketsDenied = fault == 0
        if fault == ENOSYS && !closed.portsLimited && !closed.filesLimited { return .unsupported }
        if fault != 0 { remarks.append("sockets are not denied: \(String(cString: strerror(fault)))") }
        closed.remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
        return closed
    }

    private static func limit(
        _ ports: [UInt16]?, _ readable: [String]?, _ closed: inout Closed, _ remarks: inout [String]
    ) {
        var everywhere: Int32 = 0
        let paths = (readable ?? []).map { strdup($0) }
        defer { for path in paths { free(path) } }
        // One more than there are, so that the buffer has an address where there is none: NULL means that files are left alone.
        let fault = (paths.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { buffer in
            tacit_limit_ports_and_files(
                ports ?? [], ports?.count ?? 0, readable == nil ? nil : buffer.baseAddress, paths.count,
                ports == nil ? 0 : 1, &everywhere)
        }
        let version = tacit_landlock_version()
        if fault == ENOSYS || fault == EOPNOTSUPP {
            remarks.append(
                version == 0
                    ? "this kernel has no Landlock: ports are not limited\(readable == nil ? "" : ", nor are files")"
                    : "this kernel's Landlock has version \(version), and ports need 4: they are not limited")
        } else if fault != 0 {
            remarks.append("Landlock refused: \(String(cString: strerror(fault)))")
        } else {
            closed.portsLimited = version >= 4 && everywhere != 0
            closed.filesLimited = readable != nil && everywhere != 0
            if version < 4 {
                remarks.append("this kernel's Landlock has version \(version), and ports need 4: they are not limited")
            }
            if everywhere == 0 {
                remarks.append("other threads ran already: Landlock holds for this one and for what it starts")
            }
        }
    }
}
