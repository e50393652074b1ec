import OTLPProto
import TacitWire
import Testing

@Suite("The schema table is OTLP's")
struct SchemaTests {
    /// The walker, the transcoder and the checks know only this table: a field that it forgets is a field that nobody scrubs.
    @Test("has every field of every message as published, and no other", arguments: OTLPMessage.allCases)
    func fields(_ message: OTLPMessage) {
        let published = publishedFields.filter { $0.message == message.fullName }.map(Line.init)
        #expect(!published.isEmpty)
        #expect(Set(OTLPSchema.fields(of: message).map { Line(message, $0) }) == Set(published))
        #expect(OTLPSchema.fields(of: message).count == published.count)
    }

    @Test("has every message that a request can hold")
    func messages() {
        var reached: Set<String> = []
        var open = Signal.allCases.map(\.request.fullName)
        while let next = open.popLast() {
            guard reached.insert(next).inserted else { continue }
            open += publishedFields.filter { $0.message == next && $0.type == "message" }.map(\.typeName)
        }
        #expect(Set(OTLPMessage.allCases.map(\.fullName)) == reached)
    }

    @Test("knows the paths and services of the signals", arguments: Signal.allCases)
    func signals(_ signal: Signal) {
        let package = String(signal.request.fullName.prefix { $0 != "E" })
        let name = signal.request.name.replacing("Export", with: "").replacing("ServiceRequest", with: "Service")
        #expect(signal.service == package + name)
        #expect(signal.path == "/v1/\(signal)")
    }

    @Test("names enumerations as published", arguments: OTLPEnum.allCases)
    func enumerations(_ type: OTLPEnum) {
        #expect(publishedEnums[type.fullName] == type.names)
    }

    @Test("fits the slots that the walker looks fields up in")
    func numbers() {
        #expect(publishedFields.allSatisfy { $0.number < 32 })
    }

    /// A field in words that both sides can be put into.
    private struct Line: Hashable {
        var text: String

        init(_ published: PublishedField) {
            text = "\(published.message) \(published.number) \(published.name) \(published.jsonName) "
            text += "\(published.type) \(published.typeName) \(published.isRepeated)"
        }

        init(_ message: OTLPMessage, _ field: OTLPField) {
            let (type, typeName) =
                switch field.kind {
                case .message(let child): ("message", child.fullName)
                case .enumeration(let type): ("enum", type.fullName)
                case .bytes: ("bytes", "-")
                default: ("\(field.kind)", "-")
                }
            text = "\(message.fullName) \(field.number) \(field.name) \(field.jsonName) "
            text += "\(type) \(typeName) \(field.isRepeated)"
        }
    }
}
