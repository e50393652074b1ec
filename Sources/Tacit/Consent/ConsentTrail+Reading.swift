import TacitSeal

extension ConsentTrail {
    /// The bytes of the trail, or `nil` where nothing was ever decided.
    func content() throws(ConsentFault) -> [UInt8]? {
        switch SmallFile.read(path, limit: Self.limit) {
        case .absent: return nil
        case .bytes(let bytes): return bytes.isEmpty ? nil : bytes
        case .unreadable:
            throw ConsentFault(
                code: .unreadable, problem: "the record of decisions can't be read", place: path,
                remedy: "check its owner and mode; `tacit consent reset` puts it aside and asks anew")
        }
    }

    func chain(creatingKey: Bool, over bytes: [UInt8]) throws(ConsentFault) -> ConsentChain.Reading {
        let key = try key(creating: creatingKey)
        return try read(bytes, with: ConsentChain(codes: key.codes(for: .consentTrail)))
    }

    func key(creating: Bool) throws(ConsentFault) -> MasterKey {
        do throws(KeyError) {
            return try MasterKey(file: keyPath, creating: creating)
        } catch {
            throw ConsentFault(
                code: .key, problem: "the key of this installation can't be used (\(error.code.rawValue))",
                place: keyPath,
                remedy: "\(error.remedy), or run `tacit consent reset` to put both aside and be asked anew")
        }
    }

    func read(_ bytes: [UInt8], with chain: ConsentChain) throws(ConsentFault) -> ConsentChain.Reading {
        do throws(ConsentChain.Break) {
            return try chain.read(bytes)
        } catch {
            let place = "\(path):\(error.line)"
            throw error.isNewer
                ? ConsentFault(
                    code: .newer, problem: "a decision was written by a later version", place: place,
                    remedy: "update this program, or run `tacit consent reset` to be asked anew")
                : ConsentFault(
                    code: .damaged, problem: "a line of the record of decisions was altered or lost", place: place,
                    remedy: "put the file back from a backup, or run `tacit consent reset` to be asked anew")
        }
    }
}
