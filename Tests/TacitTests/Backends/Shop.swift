import Foundation
import Tacit
import TacitTestKit

/// A catalog of a service, as `tacit-generate` would write it.
enum Shop {
    static let digest = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
    static let token: UInt64 = 0x0011_2233_4455_6677

    static let catalog = TelemetryCatalog(
        name: "shop", digest: digest,
        categories: [
            ConsentCategory(
                name: "operations", title: "How the service runs", what: "Counts, times and codes.", why: "To mend it.",
                benefit: "", retention: "A year.", sharing: "With nobody.", version: 1, isEssential: false)
        ],
        events: [
            definition(
                "requests", [method, FieldDefinition(name: "count", key: "count", description: "", kind: number)]),
            definition(
                "request", [method, FieldDefinition(name: "time", key: "time", description: "", kind: time)]),
            definition("level", [FieldDefinition(name: "number", key: "level", description: "", kind: number)]),
            definition(
                "fault",
                [
                    FieldDefinition(name: "code", key: "error.type", description: "", kind: .code(maxLength: 60)),
                    FieldDefinition(name: "fatal", key: "fatal", description: "", kind: .bool),
                ]),
        ])

    static let method = FieldDefinition(
        name: "method", key: "method", description: "", kind: .enumeration(["GET", "POST", "other"]))
    private static let number = FieldDefinition.Kind.number(min: 0, max: 10_000_000, granularity: 1, unit: "1")
    private static let time = FieldDefinition.Kind.duration(min: 0, max: 60_000, granularity: 1)

    private static func definition(_ name: String, _ fields: [FieldDefinition]) -> EventDefinition {
        EventDefinition(
            name: name, eventName: name, description: "", purpose: "", category: 0, level: .basic, expires: 30_000,
            fields: fields)
    }

    static func gate(_ event: UInt16) -> EventGate {
        EventGate(catalog: token, event: event, category: 0, level: .basic, expires: 30_000)
    }
}

enum Method: UInt8, CaseIterable, Sendable { case get, post, other }

struct Requests: TelemetryEvent {
    var method: Method
    var count: Int
    static var gate: EventGate { Shop.gate(0) }
    func write(to fields: inout FieldWriter) {
        fields.choice(Int(method.rawValue))
        fields.number(count)
    }
}

struct Request: TelemetryEvent {
    var method: Method
    var time: Duration
    static var gate: EventGate { Shop.gate(1) }
    func write(to fields: inout FieldWriter) {
        fields.choice(Int(method.rawValue))
        fields.duration(time)
    }
}

struct Level: TelemetryEvent {
    /// An `Int`, since the catalog has it in steps of 1.
    var number: Int
    static var gate: EventGate { Shop.gate(2) }
    func write(to fields: inout FieldWriter) { fields.number(number) }
}

struct Fault: TelemetryEvent {
    var code: Code
    var isFatal = false
    static var gate: EventGate { Shop.gate(3) }
    func write(to fields: inout FieldWriter) {
        fields.code(code)
        fields.bool(isFatal)
    }
}

extension TelemetryEvent where Self == Requests {
    static func requests(method: Method, count: Int) -> Self { Requests(method: method, count: count) }
}
extension TelemetryEvent where Self == Request {
    static func request(method: Method, time: Duration) -> Self { Request(method: method, time: time) }
}
extension TelemetryEvent where Self == Level {
    static func level(number: Int) -> Self { Level(number: number) }
}
extension TelemetryEvent where Self == Fault {
    static func fault(code: Code, isFatal: Bool = false) -> Self { Fault(code: code, isFatal: isFatal) }
}

/// An error that carries what must not get out.
struct ChargeFailed: Error, CustomStringConvertible {
    let customer: String
    var description: String { "can't charge \(customer)" }
}

struct KnownFault: CodedError {
    let customer: String
    let telemetryCode: Code = "SHOP-1001"
}

/// A service with telemetry, a collector in memory and a clock that stands still.
struct ShopService {
    let telemetry: Telemetry
    let sink: TelemetrySink
    let clock: ManualClock
    let folder: String

    /// - Parameter consents: whether somebody has agreed.
    static func with(
        consents: Bool = true, configuration: Configuration = Configuration(),
        _ body: (ShopService) async throws -> Void
    ) async throws {
        try await TemporaryFolder.lend { folder in
            let sink = TelemetrySink()
            let clock = ManualClock()
            let telemetry = try Telemetry.forTesting(
                Shop.catalog, folder: folder, configuration: configuration, transport: sink, clock: clock.clock)
            if consents { try await telemetry.grant() }
            try await body(ShopService(telemetry: telemetry, sink: sink, clock: clock, folder: folder))
        }
    }

    /// What has been sent, after everything was.
    func sent() async -> [SentMessage.Record] {
        await telemetry.transmit()
        return sink.records
    }

    /// Whether there is no file, and no folder but the one that was there.
    var isEmpty: Bool { (try? FileManager.default.contentsOfDirectory(atPath: folder)) == [] }

    /// Whether the value is in no byte that was sent or that lies in the folder.
    func contains(noValue value: String) -> Bool {
        guard sink.contains(noValue: value) else { return false }
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.allSatisfy { file in
            let path = folder + "/" + file
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                return !file.contains(value)
            }
            guard let data = FileManager.default.contents(atPath: path) else { return false }
            return data.range(of: Data(value.utf8)) == nil
        }
    }
}
