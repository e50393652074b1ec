import NIOCore
import NIOEmbedded
import NIOHPACK
import NIOHTTP2
import Testing

@testable import TacitCollector

/// The transport keeps a message until it is complete. Its bytes were once charged only then, so that many clients that each
/// sent half of a message filled the memory.
@Suite("Messages of gRPC that are half sent are within the budget of bytes in flight")
struct MessageRefusalTests {
    private let budget = BodyBudget(limit: 1000)

    private func stream() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(
            handler: MessageRefusal(
                counters: IntakeCounters(), limits: CollectorConfiguration.Limits(), budget: budget))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func send(_ count: Int, to channel: EmbeddedChannel) throws {
        let bytes = ByteBuffer(repeating: 0, count: count)
        try channel.writeInbound(HTTP2Frame.FramePayload.data(.init(data: .byteBuffer(bytes))))
    }

    private func status(_ channel: EmbeddedChannel) throws -> String? {
        guard case .headers(let answer) = try channel.readOutbound(as: HTTP2Frame.FramePayload.self) else { return nil }
        return answer.headers.first(name: "grpc-status")
    }

    @Test("what is over it is refused as it comes, with a status that asks for a retry") func refused() throws {
        let (first, second) = (try stream(), try stream())
        try send(600, to: first)
        try send(300, to: second)
        #expect(try status(first) == nil && status(second) == nil)
        try send(300, to: second)
        #expect(try status(second) == "14")
        guard case .rstStream(.noError) = try second.readOutbound(as: HTTP2Frame.FramePayload.self) else {
            Issue.record("the stream goes on")
            return
        }
        // What still comes is dropped, not kept.
        _ = try second.readInbound(as: HTTP2Frame.FramePayload.self)
        try send(300, to: second)
        #expect(try second.readInbound(as: HTTP2Frame.FramePayload.self) == nil)
        _ = try second.finish()
        _ = try first.finish()
    }

    @Test("a message that comes drop by drop is refused when its time is over") func slow() throws {
        let channel = try stream()
        for _ in 0..<29 {
            try send(1, to: channel)
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(try status(channel) == nil)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        try send(1, to: channel)
        #expect(try status(channel) == "4")
        _ = try channel.finish()
    }

    @Test("one that stops is refused without another byte, and one that has ended is not") func stopped() throws {
        let (stopped, ended) = (try stream(), try stream())
        try send(600, to: stopped)
        let bytes = ByteBuffer(repeating: 0, count: 300)
        try ended.writeInbound(
            HTTP2Frame.FramePayload.data(.init(data: .byteBuffer(bytes), endStream: true)))
        for channel in [stopped, ended] { channel.embeddedEventLoop.advanceTime(by: .seconds(31)) }
        #expect(try status(stopped) == "4")
        guard case .rstStream(.noError) = try stopped.readOutbound(as: HTTP2Frame.FramePayload.self) else {
            Issue.record("the stream goes on")
            return
        }
        #expect(try status(ended) == nil)
        for channel in [stopped, ended] { _ = try channel.finish() }
    }

    @Test("the room is given back when the stream has ended") func givenBack() throws {
        for _ in 0..<3 {
            let channel = try stream()
            try send(900, to: channel)
            #expect(try status(channel) == nil)
            _ = try channel.finish()
        }
    }

    @Test("who may not send is told at the head, before a byte of the message is kept") func unauthenticated() throws {
        var configuration = CollectorConfiguration()
        configuration.access.requireToken = true
        configuration.state = "/nonexistent"
        let counters = IntakeCounters()
        let channel = EmbeddedChannel(
            handler: MessageRefusal(
                counters: counters, limits: CollectorConfiguration.Limits(), budget: budget,
                access: try AccessControl(configuration)))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        let head: HPACKHeaders = [
            ":path": "/opentelemetry.proto.collector.logs.v1.LogsService/Export", "authorization": "Bearer nonsense",
        ]
        try channel.writeInbound(HTTP2Frame.FramePayload.headers(.init(headers: head)))
        #expect(try status(channel) == "16")
        _ = try channel.readOutbound(as: HTTP2Frame.FramePayload.self)
        // More than the whole budget: nothing of it is charged, and nothing goes on.
        try send(5000, to: channel)
        #expect(try channel.readInbound(as: HTTP2Frame.FramePayload.self) == nil)
        #expect(budget.share().take(1000))
        _ = try channel.finish()
    }
}
