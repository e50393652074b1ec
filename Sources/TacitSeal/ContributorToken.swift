/// What stands in the attribute `tacit.contributor`: the name of one installation on one day, which it alone knows.
///
/// Who shows a token is its contributor. So only what can't be guessed counts as one: 256 bits in hexadecimal.
package enum ContributorToken {
    package static let attribute = "tacit.contributor"
    /// Lower-case hexadecimal digits.
    package static let digits = 64

    package static func isOne(_ text: some Collection<UInt8>) -> Bool {
        text.count == digits
            && text.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }
}
