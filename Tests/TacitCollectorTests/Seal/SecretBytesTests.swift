#if os(Linux)
    import TacitSeal
    import Testing

    @Suite("Key material is locked, left out of core dumps and forks, and gone when released", .serialized)
    struct SecretBytesTests {
        /// What the kernel says of the mapping that contains an address; `nil` where there is none.
        private func mapping(of address: UInt) -> (flags: Set<Substring>, locked: Int)? {
            let text = OwnProcess.text("smaps")
            var isInside = false
            var locked = 0
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ")
                let bounds = words[0].split(separator: "-")
                if bounds.count == 2, let from = UInt(bounds[0], radix: 16), let to = UInt(bounds[1], radix: 16) {
                    isInside = (from..<to).contains(address)
                } else if isInside, words[0] == "Locked:" {
                    locked = Int(words[1]) ?? 0
                } else if isInside, words[0] == "VmFlags:" {
                    return (Set(words.dropFirst()), locked)
                }
            }
            return nil
        }

        @Test("while it lives, and while nobody else can read it", arguments: [1, 32, 4096, 4097, 300_000])
        func lives(count: Int) throws {
            let secret = SecretBytes.random(count: count)
            let address = secret.withBytes { UInt(bitPattern: $0.baseAddress) }
            let found = try #require(mapping(of: address))
            #expect(found.flags.contains("dd"), "not in core dumps")
            #expect(found.flags.contains("dc"), "not in forks")
            // Where the system's limit leaves no room for locked pages, the value says so.
            #expect(found.flags.contains("lo") == secret.isLocked)
            if secret.isLocked { #expect(found.locked * 1024 >= count) }
            #expect(secret.count == count)
            let readable = secret.withBytes { $0.count }
            #expect(readable == count)
        }

        @Test("when it is released its pages are given back") func released() {
            // So large that no other secret takes its place.
            let count = 200_000
            var address: UInt = 0
            do {
                let secret = SecretBytes.random(count: count)
                address = secret.withBytes { UInt(bitPattern: $0.baseAddress) }
                #expect(mapping(of: address)?.flags.contains("dd") == true)
            }
            let middle = address + UInt(count / 8192 * 4096)
            #expect(mapping(of: middle)?.flags.contains("dd") != true)
        }

        @Test("copies what it is given, and is random where it is asked to be") func contents() {
            let copied = [UInt8]([1, 2, 3]).withUnsafeBytes { bytes in
                let secret = SecretBytes(copying: bytes)
                return secret.withBytes { Array($0) }
            }
            #expect(copied == [1, 2, 3])
            let a = SecretBytes.random(count: 32)
            let b = SecretBytes.random(count: 32)
            let first = a.withBytes { Array($0) }
            let second = b.withBytes { Array($0) }
            #expect(first != second)
            #expect(Set(first).count > 8)
        }
    }
#endif
