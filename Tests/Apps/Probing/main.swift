import Foundation
import TacitLocal
import TacitProbe

// A program that the tests start, close, kill and look at from outside.
//
//     probing prober                                     the process that asks services
//     probing silent | dying | flooding                  in its place, one that does not do what it should
//     probing closed monitor | ports P,P… [PROGRAM A…]   closes its egress, says so, tries every way out, then becomes PROGRAM
//     probing closing monitor | ports P,P…               closes its egress and says so
//     probing closed apart P,P…                          the same as a prober without programs: no local socket
//     probing closed threads                             the same as a monitor, and another thread tries
//     probing attempts                                   tries every way out: to be run where they are closed
var arguments = Array(CommandLine.arguments.dropFirst())

/// Says of each way out whether it is refused.
@Sendable func say(_ attempts: [Egress.Attempt], _ prefix: String = "") {
    for attempt in attempts { print(prefix + attempt.way.rawValue, attempt.isRefused ? "refused" : "open") }
}

#if os(Linux)
    func make(_ family: Int32) -> Int32 { socket(family, Int32(SOCK_STREAM.rawValue), 0) }

    func withAddress<Result>(
        _ host: String, _ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return withUnsafePointer(to: &address) { pointer in
            // The system reads as many bytes as the length says, which is that of the address that the pointer is to.
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// A socket that listens at loopback.
    func listener() -> Int32 {
        let made = make(AF_INET)
        return withAddress("127.0.0.1", 0) { bind(made, $0, $1) } == 0 && listen(made, 1) == 0 ? made : -1
    }

    func close(ports: [UInt16]?, tries: Bool = true, opensLocal: Bool = true) {
        let open = listener()
        let closed = Egress.close(
            connectPorts: ports, reading: ports == nil ? nil : Egress.readable([]),
            opensLocal: opensLocal)
        print("sockets", closed.socketsDenied, "ports", closed.portsLimited, "files", closed.filesLimited)
        print("remark", closed.remark ?? "none")
        guard tries else { return }
        say(Egress.attempts())
        // Nothing listens there, or something does: both are an answer that a refused connection does not get.
        for port in ports ?? [] {
            let answer = withAddress("127.0.0.1", port) { connect(make(AF_INET), $0, $1) }
            print("declared", port, answer < 0 && errno == EACCES ? "refused" : "open")
        }
        _ = fcntl(open, F_SETFL, O_NONBLOCK)
        shutdown(open, Int32(SHUT_RD))
        let answer = withAddress("192.0.2.1", 443) { connect(open, $0, $1) }
        print("listener", answer < 0 && errno == EACCES ? "refused" : "open")
        print("listening", listener() < 0 ? "refused" : "open")
        print("local", make(AF_UNIX) < 0 ? "refused" : "open")
        print("signal", kill(getppid(), 0) < 0 ? "refused" : "open")
    }

    func closeWithThread() {
        let (ready, due, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread.detachNewThread {
            ready.signal()
            due.wait()
            say(Egress.attempts(), "thread ")
            done.signal()
        }
        ready.wait()
        close(ports: nil)
        due.signal()
        done.wait()
    }
#else
    func close(ports: [UInt16]?, tries: Bool = true, opensLocal: Bool = true) {
        print(Egress.close(connectPorts: ports))
    }
    func closeWithThread() {}
#endif

@MainActor func declaredPorts() -> [UInt16]? {
    arguments.removeFirst() == "monitor"
        ? nil : arguments.removeFirst().split(separator: ",").compactMap { UInt16($0) }
}

switch arguments.isEmpty ? "" : arguments.removeFirst() {
case "prober": ProberProcess.main()
case "silent": while readLine() != nil {}
case "dying": while let line = readLine(), line != "round" {}
case "flooding": while readLine() != nil { for _ in 0..<100_000 { print(#"{"service":"x","ms":1}"#) } }
case "attempts": say(Egress.attempts(), "again ")
case "closing": close(ports: declaredPorts(), tries: false)
case "closed":
    guard arguments.first != "threads" else {
        closeWithThread()
        exit(0)
    }
    let isApart = arguments.first == "apart"
    close(ports: declaredPorts(), opensLocal: !isApart)
    if let program = arguments.first {
        fflush(nil)
        var argv = arguments.map { strdup($0) } + [nil]
        execv(program, &argv)
    }
default: exit(64)
}
