import Foundation
import OTLPProto
import SwiftProtobuf
import TacitWire
import Testing

@Suite("Tacit reads what a general protobuf decoder reads")
struct ReadingTests {
    @Test("of random requests", arguments: Signal.allCases)
    func random(_ signal: Signal) throws {
        for seed in 0..<400 as Range<UInt64> {
            var maker = RandomRequest(seed: seed)
            let bytes: [UInt8] = try maker.request(signal).serializedBytes()
            #expect(try Reading.tacit(bytes, signal) == Reading.general(bytes, signal))
        }
    }

    @Test("of fields in any order, in parts, twice, and with unknown ones between", arguments: Signal.allCases)
    func scrambled(_ signal: Signal) throws {
        for seed in 0..<1_000 as Range<UInt64> {
            var maker = RandomRequest(seed: seed)
            let tidy: [UInt8] = try maker.request(signal).serializedBytes()
            var scrambler = Scrambler(random: maker.random)
            let bytes = scrambler.scramble(tidy, as: signal.request)
            #expect(try Reading.tacit(bytes, signal) == Reading.general(bytes, signal))
        }
    }

    @Test("of damaged bytes: both refuse, or both read the same", arguments: Signal.allCases)
    func damaged(_ signal: Signal) throws {
        var accepted = 0
        let rounds = 2_500
        for seed in 0..<UInt64(rounds) {
            var maker = RandomRequest(seed: seed)
            var bytes: [UInt8] = try maker.request(signal).serializedBytes()
            if seed.isMultiple(of: 3) {
                var scrambler = Scrambler(random: maker.random)
                bytes = scrambler.scramble(bytes, as: signal.request)
            }
            Mutation.apply(&bytes, &maker.random)
            let ours = try? Reading.tacit(bytes, signal)
            let theirs = try? Reading.general(bytes, signal)
            #expect(ours == theirs)
            if ours != nil { accepted += 1 }
        }
        // Both answers must have been put to the test.
        #expect(accepted > rounds / 20 && accepted < rounds - rounds / 20)
    }
}
