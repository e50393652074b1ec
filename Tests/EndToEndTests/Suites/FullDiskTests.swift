import Foundation
import TacitWire
import Testing

#if os(Linux)
    extension EndToEnd {
        @Suite("A full disk loses nothing and ends nothing")
        struct FullDiskTests {
            @Test("clients are asked to retry, what is released stays readable, and it recovers by itself")
            func fullDisk() async throws {
                try await RunningCollector.run(CollectorSetup(survivesFileSizeLimit: true)) { collector in
                    _ = try await collector.post(.logs, Requests.logs(50))
                    try await collector.moveClock(to: Moment.seconds + Moment.day)
                    let released = try await collector.report()
                    #expect(released["feature.uses"]?.windows.count == 1)

                    let tomorrow = Moment.seconds + Moment.day
                    #expect(try await collector.post(.logs, Requests.logs(50, time: tomorrow)).status == 200)
                    // From here on no file can grow, the log's neither.
                    try await limitFiles(of: collector, to: "1")
                    // What can't be written down is not acknowledged.
                    let unwritten = Requests.logs(20, time: tomorrow)
                    #expect(try await collector.post(.logs, unwritten).status == 503)
                    try await collector.moveClock(to: tomorrow + Moment.day)
                    let refused = try await collector.post(.logs, Requests.logs(50, time: tomorrow + Moment.day))
                    #expect(refused.status == 503)
                    #expect(Status(refused)?.code == 14)
                    #expect(refused.header("retry-after").flatMap { Int($0) } != nil)
                    let address = String(collector.otlpGRPC.dropFirst("http://".count))
                    let call = try await Client.run(
                        "raw_grpc",
                        ["--endpoint", address, "--method", Signal.logs.service + "/Export", "--zeros", "0"])
                    #expect(call.output.contains(#""code": "UNAVAILABLE""#), "\(call.output)")
                    let ready = try await collector.get("/readyz")
                    #expect(ready.status == 503)
                    #expect(ready.header("retry-after") != nil)
                    #expect(try await collector.get("/livez").status == 200)
                    #expect(try await collector.get("/metrics").text.contains("tacit_store_up 0"))
                    #expect(try await collector.get("/metric/feature.uses").status == 200)
                    #expect(try await collector.report()["feature.uses"]?.windows.count == 1)

                    try await limitFiles(of: collector, to: "unlimited")
                    try await collector.moveClock(to: tomorrow + Moment.day + 1)
                    #expect(try await collector.get("/readyz").status == 200)
                    // It has counted, and comes again.
                    #expect(try await collector.post(.logs, unwritten).status == 200)
                    #expect(
                        try await collector.post(.logs, Requests.logs(5, time: tomorrow + Moment.day)).status == 200)
                    #expect(await collector.stop() == 0)
                    let recovered = try await collector.report()
                    // The window that closed meanwhile was kept as it was drawn, and written once.
                    #expect(recovered["feature.uses"]?.windows.count == 2)
                    #expect(recovered.signal("logs")?.received.agrees(with: 125) == true)
                }
            }

            private func limitFiles(of collector: RunningCollector, to size: String) async throws {
                let limited = try await Program.run(
                    Project.tool("prlimit"), ["--pid", "\(collector.program.identifier)", "--fsize=\(size):unlimited"])
                #expect(limited.status == 0, "\(limited.errors)")
            }
        }
    }
#endif
