import CTacitSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Egress {
    /// One way out that was really tried.
    package struct Attempt: Sendable, Hashable {
        package enum Way: String, Sendable, Hashable, CaseIterable {
            /// To 192.0.2.1 and 2001:db8::1, addresses that are nobody's.
            case tcp, tcp6, udp
            /// A packet that connects by being sent.
            case fastOpen = "fast_open"
            case raw, packet, netlink, multipath
            /// A ring through which sockets could be opened past a filter.
            case ring
        }

        package let way: Way
        /// Only where the system said that it is not allowed: that there is no network here proves nothing.
        package let isRefused: Bool

        package init(_ way: Way, isRefused: Bool) {
            self.way = way
            self.isRefused = isRefused
        }
    }

    /// Tries every way out, at a port that no declared probe has. Called in a process that is open, it does send packets.
    package static func attempts(port: UInt16 = 443) -> [Attempt] {
        Attempt.Way.allCases.map { way in
            let fault = tacit_try_way(way.number, way == .udp ? 53 : port)
            return Attempt(way, isRefused: fault == EACCES)
        }
    }
}

extension Egress.Attempt.Way {
    fileprivate var number: tacit_way {
        switch self {
        case .tcp: tacit_way_tcp
        case .tcp6: tacit_way_tcp6
        case .udp: tacit_way_udp
        case .fastOpen: tacit_way_fast_open
        case .raw: tacit_way_raw
        case .packet: tacit_way_packet
        case .netlink: tacit_way_netlink
        case .multipath: tacit_way_multipath
        case .ring: tacit_way_ring
        }
    }
}
