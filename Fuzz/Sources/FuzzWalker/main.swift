import FuzzDriver
import TacitWire

// The walk and the record reader read any bytes without harm, and accept and refuse the same.

/// Opens nested values to the bottom, and touches every byte that the reader shows.
func open(_ first: [AttributeValue], _ reader: inout RecordReader) -> Int {
    var waiting = first
    var sum = 0
    while let value = waiting.popLast() {
        switch value {
        case .string(let slice), .bytes(let slice): sum &+= touch(slice, reader)
        case .array(let nested): waiting += reader.elements(of: nested)
        case .keyValueList(let nested):
            for pair in reader.pairs(of: nested) {
                sum &+= touch(pair.key, reader)
                waiting.append(pair.value)
            }
        case .empty, .bool, .int, .double: break
        }
    }
    return sum
}

func touch(_ slice: Slice, _ reader: borrowing RecordReader) -> Int {
    reader.bytes[slice].reduce(0) { $0 &+ Int($1) }
}

func read(_ bytes: UnsafeRawBufferPointer, _ signal: Signal) throws(WireError) -> Int {
    var reader = RecordReader(bytes: bytes, signal: signal)
    var sum = 0
    while try reader.next() {
        let record = reader.record
        sum &+= touch(record.name, reader) &+ touch(record.unit, reader) &+ touch(reader.scopeName, reader)
        sum &+= touch(reader.scopeVersion, reader)
        for event in reader.events[record.events] {
            sum &+= touch(event.name, reader) &+ reader.attributes[event.attributes].count
        }
        precondition(reader.attributes[record.attributes].count <= reader.limits.maxAttributesPerRecord)
        let attributes = reader.attributes + reader.resourceAttributes + reader.scopeAttributes
        for attribute in attributes { sum &+= touch(attribute.key, reader) }
        sum &+= open(attributes.map(\.value) + [record.body], &reader)
    }
    return sum
}

func walk(_ bytes: UnsafeRawBufferPointer, _ signal: Signal) throws(WireError) -> Int {
    var sum = 0
    var last = 0
    try OTLPStrings.walk(bytes, signal: signal) { string in
        precondition(string.slice.range.lowerBound >= last, "strings come in the order of their bytes")
        last = string.slice.range.upperBound
        sum &+= bytes[string.slice].count &+ bytes[string.key].count
    }
    return sum
}

Fuzzer.run(seeds: Seeds.protobuf) { start, count in
    guard let (signal, bytes) = Fuzzer.split(start, count) else { return 0 }
    var refusals: [WireError?] = [nil, nil]
    do throws(WireError) { _ = try read(bytes, signal) } catch { refusals[0] = error }
    do throws(WireError) { _ = try walk(bytes, signal) } catch { refusals[1] = error }
    precondition(refusals[0] == refusals[1], "the reader and the walk disagree")
    return 0
}
