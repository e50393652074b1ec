extension Text {
    /// `SHA256`, `RSA-2048`, `WPA2-PSK`, `sha512crypt`, `base64_decode`: the name of a hash, a cipher or a code with
    /// its size, which stands where a secret may stand and is none.
    func isAlgorithm(_ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound, self[i].isLetter { i += 1 }
        guard Self.algorithms.contains(range.lowerBound..<i, in: self) else { return false }
        if i < range.upperBound, self[i] == "-" || self[i] == "_" { i += 1 }
        let size = i
        while i < range.upperBound, self[i].isDigit { i += 1 }
        guard size == i || Self.sizes.contains(size..<i, in: self) else { return false }
        return (i..<range.upperBound).allSatisfy { self[$0].isLetter || self[$0] == "-" || self[$0] == "_" }
    }

    private static let algorithms: WordSet = [
        "sha", "md", "aes", "rsa", "ecdh", "ecdsa", "ed", "bcrypt", "scrypt", "base", "utf", "wpa", "argon", "pbkdf",
        "hmac",
    ]

    private static let sizes: WordSet = [
        "1", "2", "3", "5", "8", "16", "32", "64", "128", "192", "224", "256", "384", "512", "1024", "2048", "3072",
        "4096", "25519",
    ]
}
